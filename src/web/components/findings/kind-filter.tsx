import type { CheckedValuesAnswer } from "#contract/check-values.ts";
import type { CheckKind } from "#domain/check-values/value-finding.ts";
import type { FindingsChoice } from "../../findings/findings-choice.ts";
import { useFindingsTexts } from "./use-findings-texts.ts";

interface KindFilterProps {
  readonly counts: CheckedValuesAnswer["counts"];
  readonly choice: FindingsChoice;
  readonly onChoose: (kind: CheckKind | undefined) => void;
}

/** How many findings there are of each kind; each a filter. */
export function KindFilter({ counts, choice, onChoose }: KindFilterProps) {
  const texts = useFindingsTexts();
  const numbers = counts.map(({ kind, blocking, warning, answered }) => ({
    kind,
    number: choice.state === "answered" ? answered : blocking + warning,
  }));
  const present = numbers.filter(({ kind, number }) => number > 0 || kind === choice.kind);
  if (present.length === 0 && choice.kind === undefined) return null;
  return (
    <fieldset className="review-kinds">
      <legend className="visually-hidden">{texts.kindsLabel}</legend>
      <button type="button" aria-pressed={choice.kind === undefined} onClick={() => onChoose(undefined)}>
        {texts.allKinds}
      </button>
      {present.map(({ kind, number }) => (
        <button
          key={kind}
          type="button"
          aria-pressed={choice.kind === kind}
          onClick={() => onChoose(choice.kind === kind ? undefined : kind)}
        >
          {texts.kinds[kind]} <b>{texts.number(number)}</b>
        </button>
      ))}
    </fieldset>
  );
}
