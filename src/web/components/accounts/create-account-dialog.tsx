import { useMutation } from "@tanstack/react-query";
import type { Accounts, CreateAccountBody, FirstPassword } from "#contract/account.ts";
import { isRole } from "#domain/permission.ts";
import { createAccount } from "../../accounts/accounts-api.ts";
import { Dialog } from "./dialog.tsx";
import { formWords, type FormWords } from "./form-words.ts";
import { FormError } from "./form-error.tsx";
import { RoleChoice } from "./role-choice.tsx";
import { TextField } from "./text-field.tsx";
import { UnitChoice } from "./unit-choice.tsx";
import { useAccountsTexts } from "./use-accounts-texts.ts";

interface CreateAccountDialogProps {
  readonly accounts: Accounts;
  readonly onClose: () => void;
  readonly onCreated: (created: FirstPassword & { readonly fullName: string }) => void;
}

/** One new account, with a role at its own unit. */
export function CreateAccountDialog({ accounts, onClose, onCreated }: CreateAccountDialogProps) {
  const texts = useAccountsTexts();
  const creating = useMutation({
    mutationFn: createAccount,
    onSuccess: (created, { fullName }) => onCreated({ ...created, fullName }),
  });
  return (
    <Dialog title={texts.create.title} onClose={onClose}>
      <form
        className="account-form"
        onSubmit={(event) => {
          creating.mutate(readAccount(formWords(event)));
        }}
      >
        <FormError error={creating.error} />
        <TextField label={texts.fullName} name="fullName" maxLength={200} required autoComplete="off" />
        <TextField
          label={texts.userName}
          hint={texts.create.userNameHint}
          name="userName"
          autoCapitalize="none"
          spellCheck={false}
          required
          autoComplete="off"
        />
        <UnitChoice
          label={texts.create.unit}
          name="orgUnit"
          units={accounts.orgUnits.filter(({ isOpen }) => isOpen)}
        />
        <RoleChoice programmes={accounts.programmes} isOptional />
        <TextField label={texts.create.email} name="email" type="email" autoComplete="off" />
        <div className="form-buttons">
          <button type="submit" className="button is-primary" disabled={creating.isPending}>
            {creating.isPending ? texts.working : texts.create.button}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function readAccount({ word, words }: FormWords): CreateAccountBody {
  const [orgUnit, role, email] = [word("orgUnit"), word("role"), word("email")];
  const programmes = words("programmes");
  const grant = isRole(role) && { role, orgUnit, ...(programmes.length > 0 && { programmes }) };
  return {
    userName: word("userName"),
    fullName: word("fullName"),
    orgUnit,
    ...(email && { email }),
    grants: grant ? [grant] : [],
  };
}
