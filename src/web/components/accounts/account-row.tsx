import { useMutation } from "@tanstack/react-query";
import type { AccountShape } from "#contract/account.ts";
import { roleNames } from "#wording/permissions.ts";
import { closeAccount, resetPassword, withdrawRole, type GrantWords } from "../../accounts/accounts-api.ts";
import { useLanguage } from "../../language.tsx";
import { Icon } from "../icon.tsx";
import type { HandedOver } from "./first-passwords.tsx";
import { FormError } from "./form-error.tsx";
import { useAccountsTexts } from "./use-accounts-texts.ts";

interface AccountRowProps {
  readonly account: AccountShape;
  readonly unitName: (uid: string) => string;
  readonly onChanged: () => void;
  readonly onAddRole: () => void;
  readonly onReset: (created: HandedOver) => void;
}

/** One account: who, where, which roles, how it stands, and what can be done with it. */
export function AccountRow({ account, unitName, onChanged, onAddRole, onReset }: AccountRowProps) {
  const { texts: common } = useLanguage();
  const texts = useAccountsTexts();
  const { id, fullName, orgUnit, disabledAt, lastSignInAt, mustChangePassword } = account;
  const closing = useMutation({
    mutationFn: () => closeAccount(id, disabledAt === undefined),
    onSuccess: onChanged,
  });
  const resetting = useMutation({
    mutationFn: () => resetPassword(id),
    onSuccess: (created) => onReset({ ...created, fullName, orgUnitName: unitName(orgUnit) }),
  });
  const state = disabledAt
    ? texts.accounts.disabled
    : lastSignInAt
      ? texts.accounts.last(common.moment(lastSignInAt))
      : texts.accounts.never;
  const of = <span className="visually-hidden"> {texts.accounts.of(fullName)}</span>;
  return (
    <tr className={disabledAt ? "is-closed" : undefined}>
      <th scope="row">
        {fullName}
        <code>{id}</code>
      </th>
      <td data-label={texts.accounts.unit}>{unitName(orgUnit)}</td>
      <td data-label={texts.accounts.roles}>
        <RoleList account={account} unitName={unitName} onChanged={onChanged} />
      </td>
      <td data-label={texts.accounts.state}>
        {state}
        {mustChangePassword && !disabledAt && <span className="quiet"> · {texts.accounts.first}</span>}
      </td>
      <td>
        <div className="row-actions">
          <FormError error={closing.error ?? resetting.error} />
          {account.mayKeep && (
            <button type="button" className="link" onClick={onAddRole}>
              {texts.accounts.addRole}
              {of}
            </button>
          )}
          {account.mayReset && (
            <button
              type="button"
              className="link"
              disabled={resetting.isPending}
              onClick={() => resetting.mutate()}
            >
              {texts.accounts.reset}
              {of}
            </button>
          )}
          {account.mayKeep && (
            <button
              type="button"
              className="link"
              disabled={closing.isPending}
              onClick={() => closing.mutate()}
            >
              {disabledAt ? texts.accounts.enable : texts.accounts.disable}
              {of}
            </button>
          )}
        </div>
      </td>
    </tr>
  );
}

function RoleList({
  account,
  unitName,
  onChanged,
}: Pick<AccountRowProps, "account" | "unitName" | "onChanged">) {
  const { language } = useLanguage();
  const texts = useAccountsTexts();
  const withdrawing = useMutation({
    mutationFn: (grant: GrantWords) => withdrawRole(account.id, grant),
    onSuccess: onChanged,
  });
  if (account.grants.length === 0) return <span className="quiet">{texts.accounts.noRole}</span>;
  return (
    <>
      <FormError error={withdrawing.error} />
      <ul className="role-list">
        {account.grants.map((grant) => {
          const name = roleNames[grant.role][language];
          return (
            <li key={`${grant.role} ${grant.orgUnit}`}>
              <b>{name}</b> · {unitName(grant.orgUnit)}
              {grant.programmes && ` (${grant.programmes.join(", ")})`}
              {account.mayKeep && (
                <button
                  type="button"
                  className="take-away"
                  aria-label={texts.accounts.withdraw(name, unitName(grant.orgUnit))}
                  title={texts.accounts.withdraw(name, unitName(grant.orgUnit))}
                  disabled={withdrawing.isPending}
                  onClick={() => withdrawing.mutate(grant)}
                >
                  <Icon name="close" />
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
