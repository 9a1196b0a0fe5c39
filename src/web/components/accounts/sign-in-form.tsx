import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { SessionState } from "#contract/session.ts";
import { signIn } from "../../accounts/accounts-api.ts";
import { ApiError } from "../../api.ts";
import { formWords } from "./form-words.ts";
import { FormError } from "./form-error.tsx";
import { PasswordField } from "./password-field.tsx";
import { TextField } from "./text-field.tsx";
import { useAccountsTexts } from "./use-accounts-texts.ts";
import { useArrival } from "./use-arrival.ts";

/** The code is asked for when all else was right: then it is what comes next. */
function focusOnArrival(input: HTMLInputElement | null): void {
  input?.focus();
}

/** User name and password; the code only for whoever has one. */
export function SignInForm({ oidc }: { readonly oidc: SessionState["oidc"] }) {
  const texts = useAccountsTexts();
  const arrive = useArrival();
  const [needsCode, askCode] = useState(false);
  const entering = useMutation({
    mutationFn: signIn,
    onSuccess: arrive,
    onError: (error) => {
      if (error instanceof ApiError && error.code === "code-needed") askCode(true);
    },
  });
  const isAsking = entering.error instanceof ApiError && entering.error.code === "code-needed";
  return (
    <form
      className="account-form"
      onSubmit={(event) => {
        const { word } = formWords(event);
        const code = word("code");
        entering.mutate({ userName: word("userName"), password: word("password"), ...(code && { code }) });
      }}
    >
      <FormError error={isAsking ? null : entering.error} />
      <TextField
        label={texts.userName}
        name="userName"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <PasswordField label={texts.password} name="password" autoComplete="current-password" required />
      {needsCode && (
        <TextField
          label={texts.signIn.code}
          hint={texts.signIn.codeHint}
          name="code"
          autoComplete="one-time-code"
          required
          ref={focusOnArrival}
        />
      )}
      <button type="submit" className="button is-primary" disabled={entering.isPending}>
        {entering.isPending ? texts.working : texts.signIn.button}
      </button>
      {oidc && (
        <>
          <p className="quiet">{texts.signIn.or}</p>
          <a className="button" href="/api/session/oidc">
            {texts.signIn.oidc(oidc.label)}
          </a>
        </>
      )}
      <p className="quiet">{texts.signIn.forgot}</p>
    </form>
  );
}
