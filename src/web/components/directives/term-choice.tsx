import { useId } from "react";
import type { Rhythm, TaskTerm } from "#domain/task-term.ts";
import { useDirectivesTexts } from "./use-directives-texts.ts";

/** A term, a rhythm, or neither yet. */
export interface ChosenTerm {
  readonly term?: TaskTerm | undefined;
  readonly rhythm?: Rhythm | undefined;
}

interface TermChoiceProps {
  readonly value: ChosenTerm;
  /** ISO day from which working days count and a rhythm begins. */
  readonly from: string;
  /** Only a term: what is extended does not become regular. */
  readonly onlyTerm?: boolean;
  readonly onChange: (value: ChosenTerm) => void;
}

const rhythms = [
  "week",
  "month",
  "quarter",
  "half-year",
  "year",
] as const satisfies readonly Rhythm["every"][];
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/u.test(text);

/** By when: a day, a number of working days, or a rhythm of review for work that does not end. */
export function TermChoice({ value: { term, rhythm }, from, onlyTerm = false, onChange }: TermChoiceProps) {
  const texts = useDirectivesTexts();
  const id = useId();
  const kind = rhythm ? `every-${rhythm.every}` : term?.kind === "days" ? "days" : term ? "date" : "none";
  const choose = (next: string) => {
    const every = rhythms.find((each) => next === `every-${each}`);
    if (every) onChange({ rhythm: { every, from: rhythm?.from ?? from } });
    else if (next === "days") onChange({ term: { kind: "days", count: 10, counting: "working-days", from } });
    else if (next === "date") onChange({ term: { kind: "date", on: term?.kind === "date" ? term.on : from } });
    else onChange({});
  };
  return (
    <div className="term-choice">
      <label htmlFor={`${id}-kind`}>{texts.when.kind}</label>
      <select id={`${id}-kind`} value={kind} onChange={(event) => choose(event.target.value)}>
        <option value="none">{texts.when.none}</option>
        <option value="date">{texts.when.date}</option>
        <option value="days">{texts.when.workingDays}</option>
        {!onlyTerm &&
          rhythms.map((each) => (
            <option key={each} value={`every-${each}`}>
              {texts.when.rhythm} {texts.every[each]}
            </option>
          ))}
      </select>
      {term?.kind === "date" && (
        <DayField label={texts.when.date} value={term.on} onChange={(on) => onChange({ term: { kind: "date", on } })} />
      )}
      {term?.kind === "days" && (
        <label>
          {texts.when.days}
          <input
            type="number"
            min={1}
            max={1000}
            value={term.count}
            onChange={(event) => onChange({ term: { ...term, count: Math.max(1, Math.min(1000, event.target.valueAsNumber || 1)) } })}
          />
        </label>
      )}
      {rhythm && (
        <DayField label={texts.when.first} value={rhythm.from} onChange={(day) => onChange({ rhythm: { ...rhythm, from: day } })} />
      )}
    </div>
  );
} // prettier-ignore

interface DayFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** A day of the calendar; a day half typed changes nothing. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <label>
      {label}
      <input
        type="date"
        min="2000-01-01"
        max="2100-12-31"
        required
        defaultValue={value}
        onChange={(event) => isDay(event.target.value) && onChange(event.target.value)}
      />
    </label>
  );
}
