import type { Overview } from "#contract/overview.ts";
import { changeBars, signedChange, withoutUnit, type ChangeBar } from "../../directives/overview-bars.ts";
import { useOverviewTexts } from "./use-overview-texts.ts";

/** What moved most. One colour: up is not good, down is not bad. Small bases stand in words below. */
export function ChangeTable({ overview: { changes, smallBases } }: { readonly overview: Overview }) {
  const { changes: texts } = useOverviewTexts();
  if (changes.length === 0 && smallBases.length === 0) return null;
  const bars = changeBars(changes);
  return (
    <section className="overview-card" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      {changes.length > 0 && (
        <table className="change-table">
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{texts.indicator}</th>
              <th scope="col">{texts.before}</th>
              <th scope="col">{texts.now}</th>
              <th scope="col" colSpan={2}>
                {texts.change}
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ key, name, before, now, change }, index) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td className="change-before">
                  {withoutUnit(before)} <span aria-hidden="true">→</span>
                </td>
                <td>
                  <b>{withoutUnit(now)}</b> <span className="change-unit">{now.unit}</span>
                </td>
                <td className="change-picture">
                  <Bar {...(bars[index] ?? { from: 50, length: 0 })} />
                </td>
                <td>
                  <b>{signedChange(change)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {smallBases.length > 0 && (
        <p className="quiet">
          {texts.small} {smallBases.join("; ")}.
        </p>
      )}
    </section>
  );
}

/** Drawn; the number stands beside it. */
function Bar({ from, length }: ChangeBar) {
  return (
    <span className="change-track" aria-hidden="true">
      <span style={{ left: `${from}%`, width: `${length}%` }} />
    </span>
  );
}
