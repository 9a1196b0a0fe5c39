import type { AnalyticsDimensions } from "#contract/analytics.ts";
import { allCounts } from "./item-choice.ts";
import { noUnits, readChoice, type ViewChoice } from "./view-choice.ts";

/**
 * What the page shows whoever opens it without choices: what moved. Every count of the whole province that has a number for the period with most values and for the same period a year before, the greatest rise first.
 */
export function startingChoice({ periods }: Pick<AnalyticsDimensions, "periods">): ViewChoice {
  const best = periods.toSorted((a, b) => b.values - a.values)[0];
  return {
    ...readChoice({}),
    items: [allCounts],
    periods: best ? [best.period] : [],
    units: { ...noUnits, level: 1 },
    roles: ["actual", "prior_year", "growth_percent"],
    rows: "item",
    sort: { column: "growth_percent", isDescending: true },
    isComplete: true,
    picture: "bar",
    shown: "growth_percent",
  };
}

/** Whether an address chooses nothing yet, so that the page begins by itself. */
export function isUnchosen({ items, periods, units, roles }: ViewChoice): boolean {
  const { level, type, within, uids } = units;
  return items.length + periods.length + roles.length + within.length + uids.length === 0 && level === undefined && type === undefined; // prettier-ignore
}

/**
 * Maps to begin with: indicators recomputed from parts, in the communes of the newest map. Commune numbers are
 * illustrative as long as only the province's own are reported; they say so wherever they stand.
 */
export function mapStarts({ items, periods, trees, levels }: AnalyticsDimensions): {
  readonly item: AnalyticsDimensions["items"][number];
  readonly choice: ViewChoice;
}[] {
  const best = periods.toSorted((a, b) => b.values - a.values)[0];
  const lowest = levels.map(({ level }) => level).toSorted((a, b) => b - a)[0];
  if (!best || lowest === undefined) return [];
  const rates = items.filter(({ isComputed, timeNature, unit }) => isComputed && timeNature === "rate" && unit.startsWith("/")); // prettier-ignore
  return rates.slice(0, 2).map((item) => ({
    item,
    choice: {
      ...readChoice({}),
      items: [item.key],
      periods: [best.period],
      units: { ...noUnits, level: lowest },
      roles: ["actual"],
      tree: trees.at(-1) ?? "as-it-stood",
      isIllustrative: true,
      sort: { column: "actual", isDescending: true },
      picture: "map",
    },
  }));
}
