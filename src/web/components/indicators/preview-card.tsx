import { useId } from "react";
import type { FormulaAnswer, FormulaPreview } from "#contract/indicator.ts";
import { parsePeriod } from "#domain/period.ts";
import { useLanguage } from "../../language.tsx";
import { printedExactly, printedNumber, withUnit } from "../../indicators/printed-number.ts";
import { useIndicatorTexts } from "./use-indicator-texts.ts";

interface PreviewCardProps {
  readonly answer: FormulaAnswer | undefined;
  readonly unit: string;
  readonly decimals: number;
  readonly period: string;
  readonly onPeriod: (period: string) => void;
}

/** What the formula gives for the province, and with which operands. */
export function PreviewCard({ answer, unit, decimals, period, onPeriod }: PreviewCardProps) {
  const texts = useIndicatorTexts();
  const { language } = useLanguage();
  const id = useId();
  const isUnread = period.trim() !== "" && parsePeriod(period) === undefined;
  return (
    <section className="preview-card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{texts.preview}</h2>
      {answer?.refusal && <p className="formula-wrong">{answer.refusal[language]}</p>}
      {answer?.preview ? (
        <PreviewValue preview={answer.preview} unit={unit} decimals={decimals} words={answer.words?.[language] ?? ""} />
      ) : (
        <p className="quiet">{texts.noPreview}</p>
      )}
      <div className="preview-period">
        <label htmlFor={`${id}-period`}>{texts.previewPeriod}</label>
        <input
          id={`${id}-period`}
          type="text"
          value={period}
          size={9}
          aria-invalid={isUnread}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onPeriod(event.target.value)}
        />
        <p id={`${id}-hint`} className="quiet">
          {isUnread ? texts.periodUnread : texts.previewPeriodHint}
        </p>
      </div>
    </section>
  );
} // prettier-ignore

function PreviewValue({
  preview,
  unit,
  decimals,
  words,
}: {
  readonly preview: FormulaPreview;
  readonly unit: string;
  readonly decimals: number;
  readonly words: string;
}) {
  const texts = useIndicatorTexts();
  const { language } = useLanguage();
  const { value, state, reason, operands } = preview;
  const why = reason === undefined ? undefined : texts.reasons[reason];
  return (
    <>
      <output className="preview-value">
        {value === null ? "–" : withUnit(printedNumber(value, decimals, language), unit)}
      </output>
      <p className="quiet">
        {texts.at(preview.orgUnitName, preview.periodName[language])} · {texts.states[state]}
        {why && `: ${why}`}
      </p>
      <p className="preview-words">{words}</p>
      <table className="preview-operands">
        <thead>
          <tr>
            <th scope="col">{texts.operand}</th>
            <th scope="col" className="is-number">
              {texts.value}
            </th>
            <th scope="col" className="is-number">
              {texts.completeness}
            </th>
          </tr>
        </thead>
        <tbody>
          {operands.map((operand) => (
            <tr key={operand.item}>
              <th scope="row">{operand.name[language]}</th>
              <td className="is-number">
                {operand.value === null ? texts.missingValue : withUnit(printedExactly(operand.value, language), operand.unit)}
              </td>
              <td className="is-number">{operand.expected > 0 && `${operand.reported}/${operand.expected}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
} // prettier-ignore
