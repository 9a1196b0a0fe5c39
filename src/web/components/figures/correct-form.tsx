import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import type { ValueDetail } from "#contract/data-value.ts";
import { ApiError } from "../../api.ts";
import { useLanguage } from "../../language.tsx";
import { printValue, readTypedNumber, writeTypedNumber } from "../../figures/cell-text.ts";
import { correctValue, figuresKey } from "../../figures/figures-api.ts";
import { useFiguresTexts } from "./figures-context.ts";

interface CorrectFormProps {
  readonly detail: ValueDetail;
  readonly onClose: () => void;
}

/** A value typed over what is there, with a reason; whoever was faster is shown, and nothing typed is lost. */
export function CorrectForm({ detail, onClose }: CorrectFormProps) {
  const { panel: texts } = useFiguresTexts();
  const { language, texts: common } = useLanguage();
  const queries = useQueryClient();
  const id = useId();
  const { cell, current, version } = detail;
  const [typed, setTyped] = useState(current?.value ? writeTypedNumber(current.value) : "");
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const [told, setTold] = useState<readonly string[]>([]);
  const value = readTypedNumber(typed);
  const isReasonShort = reason.trim().length < 5;

  const saving = useMutation({
    mutationFn: () =>
      correctValue({
        element: cell.element,
        optionCombo: cell.optionCombo,
        orgUnit: cell.orgUnit,
        period: cell.period,
        value: value ?? null,
        reason,
        version,
      }),
    onSuccess: ({ current: now, warnings }) => {
      const text = (one: string | null | undefined) => (one == null ? "–" : printValue(one, cell.unit));
      setTold([
        texts.saved(text(current?.value), text(now?.value)),
        ...(warnings.length > 0
          ? [texts.warnings, ...warnings.map((warning) => warning.text[language])]
          : []),
      ]);
    },
    // Right or refused: what is shown is no longer what holds.
    onSettled: () => queries.invalidateQueries({ queryKey: figuresKey }),
  });
  const isConflict = saving.error instanceof ApiError && saving.error.status === 409;

  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (value === undefined || isReasonShort || saving.isPending) return;
    saving.mutate();
  };
  if (told.length > 0) {
    return (
      <output className="saved-note">
        {told.map((line) => (
          <span key={line}>{line}</span>
        ))}
        <button type="button" className="link" onClick={onClose}>
          {texts.close}
        </button>
      </output>
    );
  }
  const isWrong = isTried && value === undefined;
  const isUnexplained = isTried && isReasonShort;
  return (
    <form className="correct-form" onSubmit={send} noValidate>
      {isConflict && (
        <div className="conflict" role="alert">
          <b>{texts.conflict}</b>
          {current && (
            <span>
              {texts.theirs(
                current.value === null ? "–" : printValue(current.value, cell.unit),
                current.by,
                common.moment(current.at),
              )}
            </span>
          )}
          <span>{texts.mineStays}</span>
        </div>
      )}
      {saving.error && !isConflict && (
        <p className="field-error" role="alert">
          {(saving.error instanceof ApiError && saving.error.words?.[language]) || common.error.unreachable}
        </p>
      )}
      <label htmlFor={`${id}so`}>{texts.newValue}</label>
      <span className="correct-value">
        <input
          id={`${id}so`}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          aria-invalid={isWrong}
          aria-describedby={`${id}so-ghi`}
          onChange={({ target }) => setTyped(target.value)}
        />{" "}
        <span lang="vi">{cell.unit}</span>
      </span>
      <span id={`${id}so-ghi`} className={isWrong ? "field-error" : "quiet"}>
        {isWrong ? texts.notANumber : texts.example}
      </span>
      <label htmlFor={`${id}ly-do`}>{texts.why}</label>
      <textarea
        id={`${id}ly-do`}
        rows={2}
        value={reason}
        aria-invalid={isUnexplained}
        aria-describedby={`${id}ly-do-ghi`}
        onChange={({ target }) => setReason(target.value)}
      />
      <span id={`${id}ly-do-ghi`} className={isUnexplained ? "field-error" : "quiet"}>
        {isUnexplained ? texts.whyShort : texts.whyHint}
      </span>
      <span className="correct-actions">
        <button type="submit" className="button is-primary" aria-disabled={saving.isPending}>
          {saving.isPending ? texts.saving : texts.save}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {texts.cancel}
        </button>
      </span>
    </form>
  );
}
