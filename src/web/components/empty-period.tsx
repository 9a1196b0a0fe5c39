import { Link } from "@tanstack/react-router";
import type { ReportPeriod } from "../api.ts";
import { useTexts } from "../language.tsx";

interface EmptyPeriodProps {
  readonly period?: string;
  /** The periods that do have values. */
  readonly periods: readonly ReportPeriod[];
}

/** What belongs here, the first step towards it, and the nearest periods that have something. */
export function EmptyPeriod({ period, periods }: EmptyPeriodProps) {
  const texts = useTexts();
  const others = periods.filter((other) => other.period !== period);
  return (
    <div className="notice">
      <h1>{texts.empty.title}</h1>
      <p>{period === undefined ? texts.empty.noneText : texts.empty.text(texts.period(period))}</p>
      <p>{texts.empty.step}</p>
      <pre>
        <code>npx tuyen import so-lieu.csv</code>
      </pre>
      {others.length > 0 && (
        <>
          <p>{texts.empty.others}</p>
          <ul>
            {others.map((other) => (
              <li key={`${other.period} ${other.illustrative ?? false}`}>
                <Link
                  to="/bao-cao/$period"
                  params={{ period: other.period }}
                  search={other.illustrative ? { "minh-hoa": "1" } : {}}
                >
                  {texts.report.periodOption(texts.period(other.period), other.illustrative ?? false)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
