import { useEffect, useId, useRef, useState } from "react";
import { ErrorNotice } from "../error-notice.tsx";
import { useFindingsTexts } from "./use-findings-texts.ts";

interface AnswerFormProps {
  readonly isSaving: boolean;
  readonly error: Error | null;
  readonly onSave: (reason: string) => void;
  readonly onCancel: () => void;
}

/** "Right, because …": without a reason that the next reader understands nothing is kept. */
export function AnswerForm({ isSaving, error, onSave, onCancel }: AnswerFormProps) {
  const texts = useFindingsTexts();
  const id = useId();
  const [reason, setReason] = useState("");
  const [isRefused, setRefused] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = () => {
    const given = reason.trim();
    if (given.length >= 3) return onSave(given);
    setRefused(true);
    field.current?.focus();
  };
  return (
    <form
      className="review-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label htmlFor={id}>{texts.answerLabel}</label>
      <textarea
        ref={field}
        id={id}
        rows={2}
        maxLength={2000}
        value={reason}
        aria-invalid={isRefused}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setReason(target.value)}
      />
      <p id={`${id}-hint`} className={isRefused ? "review-refused" : "quiet"} role={isRefused ? "alert" : undefined}>
        {isRefused ? texts.answerNeeded : texts.answerHint}
      </p>
      {error && <ErrorNotice error={error} onRetry={save} isSmall />}
      <p className="review-actions">
        <button type="submit" className="button is-primary" disabled={isSaving}>
          {isSaving ? texts.saving : texts.save}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {texts.cancel} <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  );
} // prettier-ignore
