import { useId, useState, type ComponentProps } from "react";
import { TextField } from "./text-field.tsx";
import { useAccountsTexts } from "./use-accounts-texts.ts";

type PasswordFieldProps = Omit<ComponentProps<typeof TextField>, "type">;

/** A password, which may be shown: a mistyped one is the commonest reason for not getting in. */
export function PasswordField(props: PasswordFieldProps) {
  const texts = useAccountsTexts();
  const [isShown, show] = useState(false);
  const id = useId();
  return (
    <div className="password-field">
      <TextField {...props} type={isShown ? "text" : "password"} spellCheck={false} autoCapitalize="none" />
      <div className="check-line">
        <input id={id} type="checkbox" checked={isShown} onChange={(event) => show(event.target.checked)} />
        <label htmlFor={id}>{texts.showPassword}</label>
      </div>
    </div>
  );
}
