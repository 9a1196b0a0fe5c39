import type { ReportedValue, ReportedValues, ValuesQuery } from "#contract/data-value.ts";
import { unitOf } from "#domain/figure-facts.ts";
import type { OrgUnit, Succession } from "#domain/org-unit.ts";
import {
  chooseValuesBehind, listPlacesBehind, type FigureBehind, type ValueBehind,
} from "#domain/reported-behind.ts"; // prettier-ignore
import { indexTrees } from "#domain/tree-comparison-tree.ts";
import { compareTrees } from "#domain/tree-comparison.ts";
import type { DataSource } from "#domain/data-value.ts";
import { listDataElements } from "#store/data-elements.ts";
import { listDataValues as listStored } from "#store/data-values.ts";
import { listOrgUnits, listSuccessions } from "#store/org-units.ts";
import { periodName } from "#wording/period.ts";
import { allow } from "./access.ts";
import { userName, type Context } from "./context.ts";
import { chooseCell, chooseOrgUnit } from "./data-value-cell.ts";
import { requireOpenCounts } from "./hide-small-counts.ts";

/** The reported values that a figure is made of, a page of them; refuses what is not in the catalogue. */
export async function listDataValues(context: Context, query: ValuesQuery): Promise<ReportedValues> {
  const { db, province } = context;
  const [elements, units, successions] = await Promise.all([
    listDataElements(db, province),
    listOrgUnits(db, province),
    listSuccessions(db, province),
  ]);
  const cell = chooseCell(query, elements);
  const orgUnit = chooseOrgUnit(query.within, units).uid;
  allow(context, "read-figures", { orgUnit });
  await requireOpenCounts(context, cell.element, orgUnit);
  const asked = { ...cell, orgUnit, tree: query.tree, yearToDate: cell.yearToDate || query.yearToDate };
  const found = await fetchBehind(context, asked, { units, successions, source: sourceOf(query) });

  const { offset, limit } = query;
  const names = new Map(units.map(({ uid, fullName }) => [uid, fullName]));
  return {
    total: found.length,
    offset,
    next: offset + limit < found.length ? offset + limit : null,
    unit: unitOf(cell.element, cell.breakdown),
    values: found.slice(offset, offset + limit).map((one) => publish(one, names)),
  };
}

/** Fetches the values behind a figure, with the tree of each native period. */
export async function fetchBehind(
  { db, province }: Context,
  asked: FigureBehind,
  of: {
    readonly units: readonly OrgUnit[];
    readonly successions: readonly Succession[];
    readonly source: DataSource;
  },
): Promise<ValueBehind[]> {
  const { element } = asked;
  if (element.formula?.kind === "org-unit-count") return [];
  const trees = indexTrees(of.units);
  const places = listPlacesBehind(asked, compareTrees(of.units, of.successions), trees);
  const orgUnits = [...new Set([...places.values()].flatMap((units) => [...units]))];
  const periods = [...places.keys()];
  const values = await listStored(db, { province, periods, source: of.source, elements: [element.id], orgUnits }); // prettier-ignore
  return chooseValuesBehind(asked, places, values, trees);
}

export function sourceOf({ illustrative }: { readonly illustrative: boolean }): DataSource {
  return illustrative ? "illustrative" : "reported";
}

function publish({ value: one, isCovered }: ValueBehind, names: ReadonlyMap<string, string>): ReportedValue {
  const { element, optionCombo, orgUnit, period, value, qualifier, asOf, estimate = false } = one;
  return {
    element,
    optionCombo,
    orgUnit,
    orgUnitName: names.get(orgUnit) ?? orgUnit,
    period,
    periodName: periodName(period),
    value: value.toFixed(),
    ...(qualifier && { qualifier }),
    ...(asOf !== undefined && { asOf }),
    isEstimate: estimate,
    isCovered,
    by: userName(one.enteredBy ?? ""),
    at: one.enteredAt ?? "",
  };
}
