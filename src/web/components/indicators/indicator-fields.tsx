import { useId, type ReactNode } from "react";
import { missingValueStrategies } from "#domain/expression/evaluation.ts";
import { unitsOfFactors, withFactor, type IndicatorDraft } from "../../indicators/indicator-draft.ts";
import { useIndicatorTexts } from "./use-indicator-texts.ts";

interface FieldsProps {
  readonly draft: IndicatorDraft;
  readonly onChange: (draft: IndicatorDraft) => void;
}

/** Names; the key can be chosen only once. */
export function NameFields({ draft, onChange }: FieldsProps) {
  const texts = useIndicatorTexts();
  return (
    <div className="indicator-row">
      <TextField label={texts.nameVi} isWide value={draft.nameVi} onChange={(nameVi) => onChange({ ...draft, nameVi })} />
      <TextField label={texts.nameEn} isWide value={draft.nameEn} onChange={(nameEn) => onChange({ ...draft, nameEn })} />
      {draft.version === 0 && (
        <TextField label={texts.key} hint={texts.keyHint} isWide value={draft.key} onChange={(key) => onChange({ ...draft, key: key.trim() })} />
      )}
    </div>
  );
} // prettier-ignore

/** Factor, unit and decimals: how the number is printed. */
export function NumberFields({ draft, onChange }: FieldsProps) {
  const texts = useIndicatorTexts();
  const id = useId();
  const factors = [...new Set([...Object.keys(unitsOfFactors), draft.factor])];
  return (
    <div className="indicator-row">
      <Field label={texts.factor} id={id}>
        <select id={id} value={draft.factor} onChange={(event) => onChange(withFactor(draft, event.target.value))}>
          {factors.map((factor) => (
            <option key={factor} value={factor}>
              {texts.factors[factor] ?? factor}
            </option>
          ))}
        </select>
      </Field>
      <TextField label={texts.unit} value={draft.unit} onChange={(unit) => onChange({ ...draft, unit })} />
      <Field label={texts.decimals} id={`${id}-decimals`}>
        <select
          id={`${id}-decimals`}
          value={draft.decimals}
          onChange={(event) => onChange({ ...draft, decimals: Number(event.target.value) })}
        >
          {[0, 1, 2, 3, 4, 5, 6].map((count) => (
            <option key={count}>{count}</option>
          ))}
        </select>
      </Field>
    </div>
  );
} // prettier-ignore

/** What becomes of it when values are missing, in plain words. */
export function MissingChoice({ draft, onChange }: FieldsProps) {
  const texts = useIndicatorTexts();
  const id = useId();
  return (
    <fieldset className="missing-choice">
      <legend>{texts.missingTitle}</legend>
      {missingValueStrategies.map((strategy) => (
        <label key={strategy}>
          <input
            type="radio"
            name={id}
            checked={draft.missing === strategy}
            onChange={() => onChange({ ...draft, missing: strategy })}
          />
          {texts.missing[strategy]}
        </label>
      ))}
    </fieldset>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly isWide?: boolean;
  readonly onChange: (value: string) => void;
}

export function TextField({ label, value, hint, isWide = false, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <Field label={label} id={id} hint={hint} isWide={isWide}>
      <input
        id={id}
        type="text"
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

function Field({
  label,
  id,
  hint,
  isWide = false,
  children,
}: {
  readonly label: string;
  readonly id: string;
  readonly hint?: string | undefined;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={isWide ? "indicator-field is-wide" : "indicator-field"}>
      <label htmlFor={id}>{label}</label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      )}
    </div>
  );
}
