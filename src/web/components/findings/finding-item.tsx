import type { PublishedFinding } from "#contract/check-values.ts";
import { valueAddress } from "../../findings/value-address.ts";
import { useLanguage } from "../../language.tsx";
import { Icon } from "../icon.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { HistoryPicture } from "./history-picture.tsx";
import { useFindingsTexts } from "./use-findings-texts.ts";

export interface FindingItemProps {
  readonly finding: PublishedFinding;
  readonly isIllustrative: boolean;
  readonly isSelected: boolean;
  readonly isAnswering: boolean;
  readonly isSaving: boolean;
  readonly error: Error | null;
  readonly onSelect: () => void;
  readonly onStartAnswer: () => void;
  readonly onCancel: () => void;
  readonly onAnswer: (reason: string | null) => void;
}

/** One finding: where, what in one sentence, its history, and the ways on: to the value, or a reason why it is right. */
export function FindingItem(props: FindingItemProps) {
  const { finding, isSelected, isAnswering } = props;
  const { language } = useLanguage();
  const texts = useFindingsTexts();
  const others = (finding.also ?? []).map((code) => alsoKinds[code]).filter((kind) => kind !== undefined);
  return (
    <li className="review-item" data-severity={finding.severity} data-selected={isSelected || undefined}>
      <div className="review-words">
        <p className="review-place">
          <Icon name="deviating" />
          <span className="review-kind">{texts.kinds[finding.kind]}</span>
          <strong>{finding.orgUnitName}</strong>
        </p>
        <p>{finding.text[language]}</p>
        {others.length > 0 && (
          <p className="quiet">
            {texts.also([...new Set(others)].map((kind) => texts.kinds[kind].toLowerCase()).join(", "))}
          </p>
        )}
      </div>
      <HistoryPicture finding={finding} />
      <div className="review-ways">{isAnswering ? <Answering {...props} /> : <Actions {...props} />}</div>
    </li>
  );
}

function Answering({ isSaving, error, onAnswer, onCancel }: FindingItemProps) {
  return <AnswerForm isSaving={isSaving} error={error} onSave={onAnswer} onCancel={onCancel} />;
}

function Actions(props: FindingItemProps) {
  const { finding, isSelected, onStartAnswer } = props;
  const texts = useFindingsTexts();
  const isOpen = !finding.answer && canBeRight(finding);
  return (
    <>
      {finding.answer && <GivenAnswer {...props} />}
      <p className="review-actions">
        <OpenValue {...props} />
        {isOpen && (
          <button type="button" className="link" onClick={onStartAnswer}>
            {texts.answer}
            <span className="visually-hidden">: {finding.orgUnitName}</span>
          </button>
        )}
        {isOpen && isSelected && <kbd aria-hidden="true">X</kbd>}
      </p>
    </>
  );
}

/** The way to the value; the keyboard walks along these. */
function OpenValue({ finding, isIllustrative, onSelect }: FindingItemProps) {
  const { language } = useLanguage();
  const texts = useFindingsTexts();
  const [first] = finding.cells;
  if (!first) return null;
  return (
    <a id={itemId(finding)} href={valueAddress(first, isIllustrative)} onFocus={onSelect}>
      {texts.open}
      <span className="visually-hidden">
        : {first.name[language]}, {finding.orgUnitName}
      </span>
    </a>
  );
}

function GivenAnswer({ finding: { answer, orgUnitName }, isSaving, onAnswer }: FindingItemProps) {
  const { texts: common } = useLanguage();
  const texts = useFindingsTexts();
  if (!answer) return null;
  return (
    <div className="review-answer">
      <p className="quiet">{texts.answered(answer.by, common.moment(answer.at))}</p>
      <p>“{answer.reason}”</p>
      <button type="button" className="link" disabled={isSaving} onClick={() => onAnswer(null)}>
        {texts.takeBack}
        <span className="visually-hidden">: {orgUnitName}</span>
      </button>
    </div>
  );
}

/** What cannot be true is corrected; no reason is taken for it. */
export function canBeRight({ severity }: Pick<PublishedFinding, "severity">): boolean {
  return severity === "warning";
}

const alsoKinds: Readonly<Record<string, "change" | "outlier" | "digits">> = {
  "digits-transposed": "digits",
  "sudden-change": "change",
  "sudden-zero": "change",
  "outlier-modified-z": "outlier",
  "outlier-z": "outlier",
};

/** The anchor of a finding on the page. */
export function itemId({ id }: Pick<PublishedFinding, "id">): string {
  return `phat-hien-${id.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}`;
}
