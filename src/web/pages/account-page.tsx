import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { roleNames } from "#wording/permissions.ts";
import { ownSessionsQuery, sessionQuery } from "../accounts/accounts-api.ts";
import { useLanguage } from "../language.tsx";
import { ChangePasswordForm } from "../components/accounts/change-password-form.tsx";
import { SessionsList } from "../components/accounts/sessions-list.tsx";
import { TotpSection } from "../components/accounts/totp-section.tsx";
import { useAccountsTexts } from "../components/accounts/use-accounts-texts.ts";
import { ErrorNotice } from "../components/error-notice.tsx";
import "../styles/accounts.css";

/** One's own account: roles, password, second factor, and where one is signed in. */
export function AccountPage() {
  const { language, texts: common } = useLanguage();
  const texts = useAccountsTexts();
  const { data: session } = useQuery(sessionQuery);
  const { data: own, error, refetch } = useQuery(ownSessionsQuery);
  useEffect(() => {
    document.title = `${texts.own.title} · ${common.product}`;
  }, [texts, common]);
  const user = session?.user;
  return (
    <div className="accounts is-narrow">
      <h1>{texts.own.title}</h1>
      {user && (
        <section aria-labelledby="vai-tro">
          <p>
            {user.fullName} · <code>{user.id}</code> · {user.orgUnitName}
          </p>
          <h2 id="vai-tro">{texts.own.roles}</h2>
          {user.grants.length === 0 ? (
            <p>{texts.own.noRoles}</p>
          ) : (
            <ul className="role-list">
              {user.grants.map(({ role, orgUnit, orgUnitName, programmes }) => (
                <li key={`${role} ${orgUnit}`}>
                  <b>{roleNames[role][language]}</b> · {orgUnitName} ·{" "}
                  {programmes?.join(", ") ?? texts.own.allProgrammes}
                  <p className="quiet">{texts.roleHints[role]}</p>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} isSmall />}
      {own && <SessionsList sessions={own.sessions} />}
      <section aria-labelledby="doi-mat-khau">
        <h2 id="doi-mat-khau">{texts.change.title}</h2>
        <ChangePasswordForm onDone={() => void refetch()} />
      </section>
      {own && <TotpSection hasTotp={own.hasTotp} />}
    </div>
  );
}
