import { useMutation } from "@tanstack/react-query";
import type { AccountShape, Accounts } from "#contract/account.ts";
import { isRole } from "#domain/permission.ts";
import { grantRole, type GrantWords } from "../../accounts/accounts-api.ts";
import { Dialog } from "./dialog.tsx";
import { formWords } from "./form-words.ts";
import { FormError } from "./form-error.tsx";
import { RoleChoice } from "./role-choice.tsx";
import { UnitChoice } from "./unit-choice.tsx";
import { useAccountsTexts } from "./use-accounts-texts.ts";

interface GrantDialogProps {
  readonly account: AccountShape;
  readonly accounts: Accounts;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One more role for an account. */
export function GrantDialog({ account, accounts, onClose, onDone }: GrantDialogProps) {
  const texts = useAccountsTexts();
  const granting = useMutation({
    mutationFn: (grant: GrantWords) => grantRole(account.id, grant),
    onSuccess: onDone,
  });
  return (
    <Dialog title={texts.grant.title(account.fullName)} onClose={onClose}>
      <form
        className="account-form"
        onSubmit={(event) => {
          const { word, words } = formWords(event);
          const [role, programmes] = [word("role"), words("programmes")];
          if (!isRole(role)) return;
          granting.mutate({ role, orgUnit: word("orgUnit"), ...(programmes.length > 0 && { programmes }) });
        }}
      >
        <FormError error={granting.error} />
        <RoleChoice programmes={accounts.programmes} isOptional={false} />
        <UnitChoice
          label={texts.grant.at}
          name="orgUnit"
          units={accounts.orgUnits}
          chosen={account.orgUnit}
        />
        <div className="form-buttons">
          <button type="submit" className="button is-primary" disabled={granting.isPending}>
            {granting.isPending ? texts.working : texts.grant.button}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
