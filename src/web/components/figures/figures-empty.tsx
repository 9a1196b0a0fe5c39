import type { AnalyticsTable } from "#contract/analytics.ts";
import { useTexts } from "../../language.tsx";
import { nearestPeriod } from "../../figures/period-choice.ts";
import { hasUnits } from "../../figures/table-request.ts";
import { noUnits } from "../../figures/view-choice.ts";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";
import type { Names } from "./use-names.ts";

/** What is still to be chosen before there is a table. */
export function NothingChosen() {
  const { empty: texts } = useFiguresTexts();
  const { choice, items, periods } = useFiguresView();
  return (
    <section className="figures-card figures-empty">
      <h2>{texts.nothingChosen}</h2>
      <ul>
        {items.length === 0 && <li>{texts.noItem}</li>}
        {periods.length === 0 && <li>{texts.noPeriod}</li>}
        {!hasUnits(choice.units) && <li>{texts.noUnit}</li>}
        {choice.roles.length === 0 && <li>{texts.noRole}</li>}
      </ul>
    </section>
  );
}

/** No number at all: which of indicator, period and tree has none, and the nearest that has. */
export function NoValues({ table, names }: { readonly table: AnalyticsTable; readonly names: Names }) {
  const texts = useFiguresTexts();
  const common = useTexts();
  const { choice, change, dimensions, periods } = useFiguresView();
  const reasons = [...new Set(table.cells.map(({ reason }) => texts.reason(reason)))].slice(0, 3);
  const nearest = nearestPeriod(
    periods.at(-1) ?? "",
    dimensions.periods.map(({ period }) => period),
  );
  const items = table.items.slice(0, 3).map(({ id }) => names.item(id)).join(", "); // prettier-ignore
  return (
    <section className="figures-card figures-empty">
      <h2>{texts.empty.title}</h2>
      <p>{texts.empty.noValues(items, table.periods.map((period) => common.period(period)).join(", "))}</p>
      <p>{texts.empty.allLack(reasons.join(" "))}</p>
      <ul className="empty-ways">
        {nearest !== undefined && (
          <li>
            <button type="button" className="button" onClick={() => change({ periods: [nearest] })}>
              {texts.empty.nearest(common.period(nearest))}
            </button>
          </li>
        )}
        {choice.tree !== "as-it-stood" && (
          <li>
            <button type="button" className="button" onClick={() => change({ tree: "as-it-stood" })}>
              {texts.empty.otherTree}
            </button>
          </li>
        )}
        {choice.units.level !== 1 && (
          <li>
            <button
              type="button"
              className="button"
              onClick={() => change({ units: { ...noUnits, level: 1 }, pinned: undefined })}
            >
              {texts.empty.wholeProvince}
            </button>
          </li>
        )}
        {!choice.isIllustrative && (
          <li>
            <button type="button" className="button" onClick={() => change({ isIllustrative: true })}>
              {texts.empty.illustrative}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}
