import "../../styles/accounts.css";
import { useAccountsTexts } from "./use-accounts-texts.ts";
import { ChangePasswordForm } from "./change-password-form.tsx";
import { useArrival } from "./use-arrival.ts";

/** Nobody goes on with a password that somebody else has given out. */
export function ForcedChange() {
  const texts = useAccountsTexts();
  const arrive = useArrival();
  return (
    <div className="way-in">
      <h1>{texts.change.forcedTitle}</h1>
      <p>{texts.change.forcedLead}</p>
      <ChangePasswordForm onDone={() => void arrive()} />
    </div>
  );
}
