import { useId, type KeyboardEvent, type RefObject } from "react";
import type { FormulaAnswer, FormulaProblemView } from "#contract/indicator.ts";
import { useLanguage } from "../../language.tsx";
import { insertInto, type Side } from "../../indicators/indicator-draft.ts";
import { useIndicatorTexts } from "./use-indicator-texts.ts";

interface FormulaFieldProps {
  readonly side: Side;
  readonly value: string;
  /** What the server says of this very text; absent while it is being read. */
  readonly answer: FormulaAnswer[Side] | undefined;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onChange: (value: string) => void;
  readonly onFocus: () => void;
}

/** A formula with the wrong characters marked under it, what is wrong in a sentence, or the formula in words. */
export function FormulaField({ side, value, answer, field, onChange, onFocus }: FormulaFieldProps) {
  const texts = useIndicatorTexts();
  const { language } = useLanguage();
  const id = useId();
  const [problem] = answer?.problems ?? [];
  const isWrong = problem !== undefined && value.trim() !== "";
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "F8" || !problem) return;
    event.preventDefault();
    event.currentTarget.setSelectionRange(problem.from, problem.to);
  };
  return (
    <div className="formula-field">
      <label htmlFor={id}>{texts[side]}</label>
      <div className="formula-box" data-wrong={isWrong || undefined}>
        <MarkedText text={value} problem={isWrong ? problem : undefined} />
        <textarea
          id={id}
          ref={field}
          value={value}
          rows={1}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-invalid={isWrong}
          aria-describedby={`${id}-said`}
          onChange={(event) => onChange(event.target.value)}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
        />
      </div>
      <output id={`${id}-said`} className={isWrong ? "formula-wrong" : "formula-words"}>
        {isWrong ? problem.sentence[language] : (answer?.words?.[language] ?? (side === "denominator" && value === "" ? texts.denominatorHint : ""))}
      </output>
      {isWrong && <NearNames problem={problem} onChoose={(name) => onChange(withName(value, problem, name))} />}
    </div>
  );
} // prettier-ignore

/** The same text behind the field, so that a place in it can be marked; it also gives the field its height. */
function MarkedText({
  text,
  problem,
}: {
  readonly text: string;
  readonly problem: FormulaProblemView | undefined;
}) {
  if (!problem) return <div className="formula-mirror" aria-hidden="true">{`${text} `}</div>;
  const marked = text.slice(problem.from, problem.to);
  return (
    <div className="formula-mirror" aria-hidden="true">
      {text.slice(0, problem.from)}
      <mark>{marked === "" ? " " : marked}</mark>
      {`${text.slice(problem.to)} `}
    </div>
  );
}

function NearNames({
  problem,
  onChoose,
}: {
  readonly problem: FormulaProblemView;
  readonly onChoose: (name: string) => void;
}) {
  const texts = useIndicatorTexts();
  const names = problem.near.filter((name) => !name.includes("…"));
  if (names.length === 0) return null;
  return (
    <div className="formula-near">
      {names.map((name) => (
        <button key={name} type="button" className="button is-small" onClick={() => onChoose(name)}>
          {texts.nearFix(name)}
        </button>
      ))}
    </div>
  );
}

/** The item that is wrong, with another name in its brackets. */
function withName(text: string, { from, to }: FormulaProblemView, name: string): string {
  const wrong = text.slice(from, to);
  const [, lead = "#{", tail = "}"] = /^([^{]*\{)[^}]*(\})/.exec(wrong) ?? [];
  return insertInto(text, lead + name + tail, from, to).text;
}
