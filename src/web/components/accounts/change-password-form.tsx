import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { changePassword } from "../../accounts/accounts-api.ts";
import { formWords } from "./form-words.ts";
import { FormError } from "./form-error.tsx";
import { PasswordField } from "./password-field.tsx";
import { useAccountsTexts } from "./use-accounts-texts.ts";

/** The current password and a new one, twice. */
export function ChangePasswordForm({ onDone }: { readonly onDone?: () => void }) {
  const texts = useAccountsTexts();
  const [differ, setDiffer] = useState(false);
  const changing = useMutation({
    mutationFn: ({ current, next }: { readonly current: string; readonly next: string }) =>
      changePassword(current, next),
    onSuccess: () => onDone?.(),
  });
  return (
    <form
      className="account-form"
      onSubmit={(event) => {
        const form = event.currentTarget;
        const { word } = formWords(event);
        const isSame = word("next") === word("again");
        setDiffer(!isSame);
        if (isSame)
          changing.mutate(
            { current: word("current"), next: word("next") },
            { onSuccess: () => form.reset() },
          );
      }}
    >
      <FormError error={differ ? new Error(texts.change.differ) : changing.error} />
      {changing.isSuccess && !differ && <output className="form-done">{texts.change.done}</output>}
      <PasswordField label={texts.change.current} name="current" autoComplete="current-password" required />
      <PasswordField
        label={texts.change.next}
        hint={texts.change.hint}
        name="next"
        autoComplete="new-password"
        required
      />
      <PasswordField label={texts.change.again} name="again" autoComplete="new-password" required />
      <button type="submit" className="button is-primary" disabled={changing.isPending}>
        {changing.isPending ? texts.working : texts.change.button}
      </button>
    </form>
  );
}
