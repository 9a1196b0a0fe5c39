import type { FirstPassword } from "#contract/account.ts";
import { Dialog } from "./dialog.tsx";
import { useAccountsTexts } from "./use-accounts-texts.ts";

export type HandedOver = FirstPassword & { readonly fullName: string; readonly orgUnitName?: string };

/** First passwords, once: a slip for each person, to be cut apart. */
export function FirstPasswords({
  created,
  onClose,
}: {
  readonly created: readonly HandedOver[];
  readonly onClose: () => void;
}) {
  const texts = useAccountsTexts();
  return (
    <Dialog title={texts.sheet.title} onClose={onClose}>
      <p>{texts.sheet.lead}</p>
      <ul className="slips">
        {created.map(({ userName, password, fullName, orgUnitName }) => (
          <li key={userName}>
            <p>
              <b>{fullName}</b>
              {orgUnitName !== undefined && ` · ${orgUnitName}`}
            </p>
            <dl>
              <dt>{texts.userName}</dt>
              <dd>
                <code>{userName}</code>
              </dd>
              <dt>{texts.password}</dt>
              <dd>
                <code>{password}</code>
              </dd>
            </dl>
            <p className="quiet">{texts.sheet.slip(location.origin)}</p>
          </li>
        ))}
      </ul>
      <div className="form-buttons">
        <button type="button" className="button is-primary" onClick={() => print()}>
          {texts.sheet.print}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {texts.sheet.close}
        </button>
      </div>
    </Dialog>
  );
}
