import { useEffect, useId, useRef, useState } from "react";
import type { NumberedFinding } from "../../check/check-findings.ts";
import { useCheckReader } from "./check-context.ts";
import { useCheckTexts } from "./use-check-texts.ts";

/** A dismissal needs a reason that the next reader understands. */
export function DismissForm({ finding }: { readonly finding: NumberedFinding }) {
  const { dismiss: words } = useCheckTexts();
  const { dismiss, setDismissing } = useCheckReader();
  const id = useId();
  const [chosen, setChosen] = useState(0);
  const [other, setOther] = useState("");
  const [isRefused, setRefused] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: "nearest" });
    first.current?.focus({ preventScroll: true });
  }, []);
  const isOther = chosen === words.reasons.length;
  const save = () => {
    const reason = isOther ? other.trim() : words.reasons[chosen];
    if (reason) return dismiss(finding, reason);
    setRefused(true);
    field.current?.focus();
  };
  return (
    <form
      ref={form}
      className="dismiss-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <fieldset>
        <legend>{words.reason}</legend>
        {[...words.reasons, words.other].map((reason, index) => (
          <label key={reason}>
            <input
              ref={index === 0 ? first : undefined}
              type="radio"
              name={id}
              checked={chosen === index}
              onChange={() => setChosen(index)}
            />
            {reason}
          </label>
        ))}
        {isOther && (
          <input
            ref={field}
            type="text"
            aria-label={words.other}
            aria-invalid={isRefused}
            aria-describedby={`${id}-needed`}
            value={other}
            onChange={({ target }) => setOther(target.value)}
          />
        )}
      </fieldset>
      <p id={`${id}-needed`} className={isRefused ? "form-refused" : "quiet"} role={isRefused ? "alert" : undefined}>
        {words.needed}
      </p>
      <p className="finding-actions">
        <button type="submit" className="button is-primary">
          {words.save}
        </button>
        <button type="button" className="button" onClick={() => setDismissing(false)}>
          {words.cancel} <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  );
} // prettier-ignore
