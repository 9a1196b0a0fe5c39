import { useMutation } from "@tanstack/react-query";
import type { SessionState } from "#contract/session.ts";
import { roleNames } from "#wording/permissions.ts";
import { signIn } from "../../accounts/accounts-api.ts";
import { useLanguage } from "../../language.tsx";
import { FormError } from "./form-error.tsx";
import { useAccountsTexts } from "./use-accounts-texts.ts";
import { useArrival } from "./use-arrival.ts";

/** One account for each role to try everything with. */
export function DemoAccounts({
  demonstration,
}: {
  readonly demonstration: NonNullable<SessionState["demonstration"]>;
}) {
  const { language } = useLanguage();
  const texts = useAccountsTexts();
  const arrive = useArrival();
  const entering = useMutation({ mutationFn: signIn, onSuccess: arrive });
  const { password, accounts } = demonstration;
  return (
    <section className="demo-accounts" aria-labelledby="dung-thu">
      <h2 id="dung-thu">{texts.demo.title}</h2>
      <p>{texts.demo.lead}</p>
      <FormError error={entering.error} />
      <ul>
        {accounts.map(({ userName, fullName, role }) => (
          <li key={userName}>
            <button
              type="button"
              className="button"
              disabled={entering.isPending}
              onClick={() => entering.mutate({ userName, password })}
            >
              {roleNames[role][language]}
            </button>
            <span>
              {fullName} · <code>{userName}</code>
            </span>
          </li>
        ))}
      </ul>
      <p>
        <code>{texts.demo.password(password)}</code>
      </p>
    </section>
  );
}
