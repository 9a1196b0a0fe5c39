import type { CheckChoices, CheckedValuesAnswer } from "#contract/check-values.ts";
import { useLanguage } from "../../language.tsx";
import { useFindingsTexts } from "./use-findings-texts.ts";

interface ChecksExplainedProps {
  readonly settings: CheckChoices["settings"];
  readonly skipped: CheckedValuesAnswer["skippedRules"];
}

/** By which thresholds values are judged and why, and which rules could not be run. */
export function ChecksExplained({ settings, skipped }: ChecksExplainedProps) {
  const { language } = useLanguage();
  const texts = useFindingsTexts();
  return (
    <>
      {skipped.length > 0 && (
        <details className="review-explained">
          <summary>{texts.skipped(skipped.length)}</summary>
          <ul>
            {skipped.map(({ rule, reason, item }) => (
              <li key={rule}>
                <code>{rule}</code>: {texts.skippedWhy[reason]} (<code>{item}</code>)
              </li>
            ))}
          </ul>
        </details>
      )}
      <details className="review-explained">
        <summary>{texts.how}</summary>
        <p className="quiet">{texts.keys}</p>
        <dl>
          {settings.map(({ name, value, usual, reason }) => (
            <div key={name}>
              <dt>{reason[language]}</dt>
              <dd>
                <b>{decimalText(value, language)}</b>
                {value !== usual && ` (${texts.usual(decimalText(usual, language))})`} <code>{name}</code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function decimalText(value: number, language: "vi" | "en"): string {
  return value.toLocaleString(language === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: 6 });
}
