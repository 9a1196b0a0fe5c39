import type { AnalyticsDimensions, AnalyticsQuery, AnalyticsTable } from "#contract/analytics.ts";
import { optionCombo, parseOptionCombo } from "#domain/breakdown.ts";
import { addDays } from "#domain/calendar.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { placementOn } from "#domain/org-unit.ts";
import { parsePeriod } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import { listDataElements } from "#store/data-elements.ts";
import { listPeriodsWithValues } from "#store/data-values.ts";
import { elementOfIndicator } from "#domain/indicator.ts";
import { listIndicators } from "#store/indicators.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { queryFigures } from "./query-figures.ts";
import type { Item, ItemChoice } from "./query-figures-selection.ts";
import type { FigureTable } from "./query-figures-table.ts";

/** Answers a table of figures as it travels, with the names of everything in it. */
export async function publishTable(context: Context, query: AnalyticsQuery): Promise<AnalyticsTable> {
  const { level, type, within, orgUnits: uids, tree, against, yearToDate, offset, limit } = query;
  const table = await queryFigures(context, {
    items: query.items.map(readItem),
    periods: query.periods.map(readPeriod),
    orgUnits: {
      ...(uids && { uids }),
      ...(level && { level }),
      ...(type && { type }),
      ...(within && { within }),
    },
    roles: query.roles,
    tree,
    ...(against && { against }),
    yearToDate,
    source: query.illustrative ? "illustrative" : "reported",
    offset,
    limit,
  });
  return publish(table);
}

function publish(table: FigureTable): AnalyticsTable {
  const { cells, page, restatements } = table;
  const spoken = new Set(restatements.flatMap(({ orgUnit, crossing, successions }) => [orgUnit, ...crossing, ...successions.flatMap(({ predecessor, successor }) => [predecessor, successor])])); // prettier-ignore
  return {
    tree: table.tree,
    page: {
      total: page.total,
      offset: page.offset,
      count: cells.length,
      next: page.end < page.total ? page.end : null,
    },
    items: table.items.map((item) => ({
      id: itemId(item),
      key: item.key,
      breakdown: { ...item.breakdown },
      name: {
        ...(table.elements.find(({ key }) => key === item.key)?.name ?? { vi: item.key, en: item.key }),
      },
    })),
    orgUnits: table.orgUnits.map(({ uid, name, fullName, type }) => ({ uid, name, fullName, type })),
    periods: [...table.periods],
    roles: [...table.roles],
    cells: cells.map(({ item, value, ...cell }) => ({ ...cell, item: itemId(item), value: value ?? null })),
    restatements: restatements.map((one) => ({ ...one, crossing: [...one.crossing], successions: one.successions.map((step) => ({ ...step })) })), // prettier-ignore
    names: Object.fromEntries(table.units.filter(({ uid }) => spoken.has(uid)).map(({ uid, fullName }) => [uid, fullName])), // prettier-ignore
  };
}

function itemId({ key, breakdown }: Item): string {
  const combo = optionCombo(breakdown);
  return combo === "" ? key : `${key}[${combo}]`;
}

function readItem(text: string): ItemChoice {
  const [, key = text, combo = ""] = /^([^[]+)\[(.*)\]$/.exec(text) ?? [];
  const breakdown = parseOptionCombo(combo);
  if (!breakdown) throw new Refusal("unreadable-breakdown", { breakdown: combo });
  return { key, breakdown };
}

function readPeriod(text: string): string {
  const period = parsePeriod(text);
  if (period === undefined) throw new Refusal("unknown-period", { period: text });
  return period;
}

/** What can be asked for: items, periods with values, levels and types of units, and days on which the map changed. */
export async function listDimensions(context: Context): Promise<AnalyticsDimensions> {
  const { db, province, today } = context;
  allow(context, "read-figures");
  const [elements, indicators, units, periods] = await Promise.all([
    listDataElements(db, province),
    listIndicators(db, province),
    listOrgUnits(db, province),
    listPeriodsWithValues(db, province, "reported"),
  ]);
  const byKey = new Map(
    [...elements, ...indicators.map(elementOfIndicator)].map((element) => [element.key, element]),
  );
  const computed = new Set(indicators.map(({ key }) => key));
  const present = units.filter((unit) => placementOn(unit, today));
  const levels = present.filter(({ kind }) => kind === "area").map((unit) => placementOn(unit, today)!.level);
  return {
    items: [...byKey.values()].map(({ key, name, unit, timeNature, programme, formula }) => ({ key, name: { ...name }, unit, timeNature, programme, isComputed: formula !== undefined || computed.has(key) })), // prettier-ignore
    periods: periods.map(({ period, count }) => ({ period, values: count })),
    levels: countEach(levels).map(([level, orgUnits]) => ({ level, orgUnits })),
    types: countEach(present.map(({ type }) => type)).map(([type, orgUnits]) => ({ type, orgUnits })),
    trees: listChangeDays(units),
  };
}

function countEach<T extends string | number>(items: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** First days of a map of areas; facilities come and go without changing it. */
function listChangeDays(units: readonly OrgUnit[]): string[] {
  const days = units
    .filter(({ kind }) => kind === "area")
    .flatMap(({ placements }) =>
      placements.flatMap(({ from, to }) => [from ?? [], to ? addDays(to, 1) : []].flat()),
    );
  return [...new Set(days)].toSorted();
}
