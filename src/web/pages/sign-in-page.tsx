import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import type { SessionState } from "#contract/session.ts";
import { hasRefusalText, refusalText } from "#wording/refusals.ts";
import { useLanguage, useTexts } from "../language.tsx";
import { DemoAccounts } from "../components/accounts/demo-accounts.tsx";
import { FirstVisitForm } from "../components/accounts/first-visit-form.tsx";
import { SignInForm } from "../components/accounts/sign-in-form.tsx";
import { useAccountsTexts } from "../components/accounts/use-accounts-texts.ts";
import "../styles/accounts.css";

/** The way in: signing in, the accounts of a demonstration, or the first administrator of a new installation. */
export function SignInPage({ session }: { readonly session: SessionState }) {
  const common = useTexts();
  const texts = useAccountsTexts();
  const isFirst = session.state === "first-visit";
  const words = isFirst ? texts.firstVisit : texts.signIn;
  useEffect(() => {
    document.title = `${words.title} · ${common.product}`;
  }, [words, common]);
  return (
    <div className="way-in">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <CameBack />
      {session.demonstration && <DemoAccounts demonstration={session.demonstration} />}
      {isFirst ? <FirstVisitForm /> : <SignInForm oidc={session.oidc} />}
      <p>
        <Link to="/kiem-tra">{texts.signIn.check}</Link>
      </p>
    </div>
  );
}

/** Why somebody who came back from the department's sign-in service is not let in. */
function CameBack() {
  const { language } = useLanguage();
  const query = new URLSearchParams(location.search);
  const code = query.get("loi") ?? "";
  if (!hasRefusalText(code)) return null;
  return (
    <p className="form-error" role="alert">
      {refusalText(code, { userName: query.get("ten") ?? "", reason: "" }, language)}
    </p>
  );
}
