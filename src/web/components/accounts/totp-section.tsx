import { useMutation, useQueryClient } from "@tanstack/react-query";
import { beginTotp, disableTotp, enableTotp } from "../../accounts/accounts-api.ts";
import { formWords } from "./form-words.ts";
import { FormError } from "./form-error.tsx";
import { PasswordField } from "./password-field.tsx";
import { TextField } from "./text-field.tsx";
import { useAccountsTexts } from "./use-accounts-texts.ts";

/** Turning the second factor on and off. */
export function TotpSection({ hasTotp }: { readonly hasTotp: boolean }) {
  const texts = useAccountsTexts();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ["own-sessions"] });
  const beginning = useMutation({ mutationFn: beginTotp });
  const enabling = useMutation({ mutationFn: enableTotp, onSuccess: refresh });
  const disabling = useMutation({
    mutationFn: disableTotp,
    onSuccess: async () => {
      beginning.reset();
      enabling.reset();
      await refresh();
    },
  });
  return (
    <section aria-labelledby="hai-buoc">
      <h2 id="hai-buoc">{texts.totp.title}</h2>
      <p>{hasTotp ? texts.totp.on : texts.totp.off}</p>
      {enabling.data && <BackupCodes codes={enabling.data.codes} />}
      {hasTotp ? (
        <PasswordForm
          button={texts.totp.disable}
          onPassword={(password) => disabling.mutate(password)}
          error={disabling.error}
        />
      ) : beginning.data ? (
        <SecretForm {...beginning.data} onCode={(code) => enabling.mutate(code)} error={enabling.error} />
      ) : (
        <PasswordForm
          button={texts.totp.begin}
          onPassword={(password) => beginning.mutate(password)}
          error={beginning.error}
        />
      )}
    </section>
  );
}

interface PasswordFormProps {
  readonly button: string;
  readonly onPassword: (password: string) => void;
  readonly error: Error | null;
}

function PasswordForm({ button, onPassword, error }: PasswordFormProps) {
  const texts = useAccountsTexts();
  return (
    <details className="opening">
      <summary className="button">{button}</summary>
      <form className="account-form" onSubmit={(event) => onPassword(formWords(event).word("password"))}>
        <FormError error={error} />
        <PasswordField
          label={texts.totp.askPassword}
          name="password"
          autoComplete="current-password"
          required
        />
        <button type="submit" className="button is-primary">
          {button}
        </button>
      </form>
    </details>
  );
}

interface SecretFormProps {
  readonly secret: string;
  readonly address: string;
  readonly onCode: (code: string) => void;
  readonly error: Error | null;
}

function SecretForm({ secret, address, onCode, error }: SecretFormProps) {
  const texts = useAccountsTexts();
  return (
    <form className="account-form" onSubmit={(event) => onCode(formWords(event).word("code"))}>
      <p>{texts.totp.secret}</p>
      <p>
        <code className="secret">{secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
      <p>
        <a href={address}>{texts.totp.open}</a>
      </p>
      <FormError error={error} />
      <TextField
        label={texts.totp.code}
        name="code"
        autoComplete="one-time-code"
        inputMode="numeric"
        required
      />
      <button type="submit" className="button is-primary">
        {texts.totp.confirm}
      </button>
    </form>
  );
}

function BackupCodes({ codes }: { readonly codes: readonly string[] }) {
  const texts = useAccountsTexts();
  return (
    <div className="backup-codes" aria-live="polite">
      <p>{texts.totp.backup}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
