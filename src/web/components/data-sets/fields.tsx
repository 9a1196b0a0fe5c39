import { useId, type ReactNode } from "react";
import { TextField } from "../accounts/text-field.tsx";
import type { Words } from "../../data-sets/data-set-draft.ts";

/** Some words in Vietnamese and, beside them, in English. */
export function WordsField({
  labels,
  words,
  onChange,
}: {
  readonly labels: readonly [string, string];
  readonly words: Words;
  readonly onChange: (words: Words) => void;
}) {
  return (
    <div className="field-pair">
      <TextField
        label={labels[0]}
        lang="vi"
        value={words.vi}
        onChange={({ target }) => onChange({ ...words, vi: target.value })}
      />
      <TextField
        label={labels[1]}
        lang="en"
        value={words.en}
        onChange={({ target }) => onChange({ ...words, en: target.value })}
      />
    </div>
  );
}

/** One of a few, each under its words. */
export function ChoiceField<T extends string>({
  label,
  value,
  options,
  onChange,
  isDisabled = false,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
  readonly isDisabled?: boolean;
}) {
  const id = useId();
  const choose = (chosen: string) => {
    const found = options.find(([option]) => option === chosen);
    if (found) onChange(found[0]);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} disabled={isDisabled} onChange={({ target }) => choose(target.value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A whole number of days; blank means none. */
export function DaysField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (days: number | undefined) => void;
}) {
  return (
    <TextField
      label={label}
      inputMode="numeric"
      value={value === undefined ? "" : String(value)}
      onChange={({ target }) => {
        const digits = target.value.replace(/\D/gu, "").slice(0, 3);
        onChange(digits === "" ? undefined : Number(digits));
      }}
    />
  );
}

/** A part of the editor under a heading. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="card data-set-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
