import type { FigureDetail } from "#contract/figure.ts";
import { decimal } from "#domain/decimal.ts";
import { decimalsOf, formatNumber } from "#wording/number.ts";
import { useTexts } from "../language.tsx";

/** Earlier values of the cell, newest first; one value that never changed has no history. */
export function HistorySection({ history }: Pick<FigureDetail, "history">) {
  const { panel, moment } = useTexts();
  if (history.length < 2) return null;
  return (
    <section>
      <h3>{panel.history}</h3>
      <ol className="history">
        {history.map(({ value, at, by, reason }) => (
          <li key={at}>
            <b>{value === null ? "–" : inWords(value)}</b> <span>{panel.entered(moment(at), by)}</span>
            {reason !== undefined && <p className="quiet">{panel.reason(reason)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function inWords(value: string): string {
  return formatNumber(decimal(value), decimalsOf(decimal(value)));
}
