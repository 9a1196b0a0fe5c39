import { useMutation } from "@tanstack/react-query";
import { createAdministrator } from "../../accounts/accounts-api.ts";
import { formWords } from "./form-words.ts";
import { FormError } from "./form-error.tsx";
import { PasswordField } from "./password-field.tsx";
import { TextField } from "./text-field.tsx";
import { useAccountsTexts } from "./use-accounts-texts.ts";
import { useArrival } from "./use-arrival.ts";

/** The first administrator, made by whoever can read the terminal. */
export function FirstVisitForm() {
  const texts = useAccountsTexts();
  const arrive = useArrival();
  const making = useMutation({ mutationFn: createAdministrator, onSuccess: arrive });
  return (
    <form
      className="account-form"
      onSubmit={(event) => {
        const { word } = formWords(event);
        making.mutate({
          code: word("code"),
          userName: word("userName"),
          fullName: word("fullName"),
          password: word("password"),
        });
      }}
    >
      <FormError error={making.error} />
      <TextField
        label={texts.firstVisit.code}
        name="code"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <TextField label={texts.fullName} name="fullName" autoComplete="name" maxLength={200} required />
      <TextField
        label={texts.userName}
        hint={texts.create.userNameHint}
        name="userName"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <PasswordField
        label={texts.password}
        hint={texts.change.hint}
        name="password"
        autoComplete="new-password"
        required
      />
      <button type="submit" className="button is-primary" disabled={making.isPending}>
        {making.isPending ? texts.working : texts.firstVisit.button}
      </button>
    </form>
  );
}
