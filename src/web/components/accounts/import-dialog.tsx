import { useMutation } from "@tanstack/react-query";
import { importAccounts } from "../../accounts/accounts-api.ts";
import { useLanguage } from "../../language.tsx";
import { Dialog } from "./dialog.tsx";
import type { HandedOver } from "./first-passwords.tsx";
import { FormError } from "./form-error.tsx";
import { TextField } from "./text-field.tsx";
import { useAccountsTexts } from "./use-accounts-texts.ts";

interface ImportDialogProps {
  readonly onClose: () => void;
  readonly onCreated: (created: readonly HandedOver[]) => void;
}

/** Accounts from a list: all of them, or none and why. */
export function ImportDialog({ onClose, onCreated }: ImportDialogProps) {
  const { language } = useLanguage();
  const texts = useAccountsTexts();
  const importing = useMutation({
    mutationFn: importAccounts,
    onSuccess: ({ created, problems }) => {
      if (problems.length === 0) onCreated(created);
    },
  });
  const problems = importing.data?.problems ?? [];
  return (
    <Dialog title={texts.list.title} onClose={onClose}>
      <p>{texts.list.lead}</p>
      <p className="quiet">{texts.list.roles}</p>
      <FormError error={importing.error} />
      {problems.length > 0 && (
        <div className="form-error" role="alert">
          <p>{texts.list.problems(problems.length)}</p>
          <ul>
            {problems.map(({ row, code, message }) => (
              <li key={`${row} ${code}`}>
                {texts.list.row(row)}
                {message[language]}
              </li>
            ))}
          </ul>
        </div>
      )}
      <TextField
        label={texts.list.choose}
        type="file"
        accept=".csv,.xlsx"
        disabled={importing.isPending}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) importing.mutate(file, { onSettled: () => (target.value = "") });
        }}
      />
      {importing.isPending && <output>{texts.working}</output>}
      <div className="form-buttons">
        <button type="button" className="button" onClick={onClose}>
          {texts.cancel}
        </button>
      </div>
    </Dialog>
  );
}
