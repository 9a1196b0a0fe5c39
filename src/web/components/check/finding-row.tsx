import type { NumberedFinding } from "../../check/check-findings.ts";
import { computedText, formulaParts, sectionAt, topicOf } from "../../check/finding-words.ts";
import { useLanguage } from "../../language.tsx";
import { findingId, useCheckReader } from "./check-context.ts";
import { FindingCard } from "./finding-card.tsx";
import { useCheckTexts } from "./use-check-texts.ts";

/** One finding in the list: what it is about, and when chosen everything behind it. */
export function FindingRow({ finding }: { readonly finding: NumberedFinding }) {
  const texts = useCheckTexts();
  const { select, selected, headings } = useCheckReader();
  const { claim, number, alike } = finding;
  const { title, detail, isDrawn } = useFindingWords(finding);
  const section = sectionAt(headings, claim.start);
  const isSelected = selected?.claim.id === claim.id;
  const verdict = claim.kind === "format" ? texts.verdicts.style : texts.verdicts[claim.verdict];
  return (
    <li className="finding" id={findingId(number)} data-verdict={claim.verdict} data-selected={isSelected || undefined}>
      <button
        type="button"
        className="finding-head"
        aria-expanded={isSelected}
        onClick={() => select(isSelected ? undefined : finding, "list")}
      >
        <span className="finding-number" data-verdict={claim.verdict} aria-hidden="true">
          {number}
        </span>
        <span className="finding-words">
          <span className="visually-hidden">{texts.finding.position(number, verdict)}. </span>
          <b>{title}</b>
          {!(isSelected && isDrawn) && <small>{detail}</small>}
        </span>
        <span className="finding-place">
          {alike.length > 0 && <span>{texts.finding.places(alike.length + 1)}</span>}
          {section !== undefined && <span>{texts.finding.section(section)}</span>}
        </span>
      </button>
      {isSelected && <FindingCard finding={finding} />}
    </li>
  );
} // prettier-ignore

interface FindingWords {
  readonly title: string;
  readonly detail: string;
  /** The card draws the detail as a formula. */
  readonly isDrawn: boolean;
}

/** A headline and what stands under it. */
function useFindingWords({ claim }: NumberedFinding): FindingWords {
  const { finding } = useCheckTexts();
  const { language } = useLanguage();
  const { check } = useCheckReader();
  const topic = topicOf(check.checked.text, claim);
  const message = claim.message[language].replace(/\.$/, "");
  const computed = computedText(claim)?.replace(/^−/, "");
  const isRecomputed = formulaParts(claim) !== undefined && computed !== undefined && claim.printed !== null;
  if (!isRecomputed || computed === claim.printed.text)
    return { title: message, detail: topic, isDrawn: false };
  const repair = claim.proposals.find(({ start }) => start !== claim.printed?.start);
  return {
    title: finding.written(topic, claim.printed.text, computed),
    detail: repair ? `${message}. ${repair.message[language]}` : message,
    isDrawn: true,
  };
}
