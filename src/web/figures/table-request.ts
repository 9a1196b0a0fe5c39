import { periodEnd, type Period } from "#domain/period.ts";
import type { Dimension, UnitChoice, ViewChoice } from "./view-choice.ts";

/** What is asked of `/api/analytics`, a page at a time. */
export interface TableRequest {
  readonly items: readonly string[];
  readonly periods: readonly string[];
  readonly orgUnits?: readonly string[];
  readonly level?: number;
  readonly type?: string;
  readonly within?: readonly string[];
  readonly roles: readonly string[];
  readonly tree: string;
  readonly against?: string;
  readonly illustrative: boolean;
  readonly offset?: number;
  readonly limit?: number;
}

/** Few enough to show at once, many enough that most tables come whole. */
export const pageSize = 5_000;
/** Of what follows, while people already read. */
export const laterPageSize = 20_000;

/** The question of a choice; `undefined` while it lacks an item, a period, a unit or a role. */
export function tableRequest(choice: ViewChoice, periods: readonly Period[], units = choice.units): TableRequest | undefined {
  const { items, roles, tree, against, isIllustrative } = choice;
  if (items.length === 0 || periods.length === 0 || roles.length === 0 || !hasUnits(units)) return undefined;
  const { level, type, within, uids } = units;
  return {
    items,
    periods,
    roles,
    tree,
    illustrative: isIllustrative,
    limit: pageSize,
    ...(uids.length > 0 && { orgUnits: uids }),
    ...(level !== undefined && { level }),
    ...(type !== undefined && { type }),
    ...(within.length > 0 && { within }),
    ...(against !== undefined && { against }),
  };
} // prettier-ignore

export function hasUnits({ level, type, within, uids }: UnitChoice): boolean {
  return level !== undefined || type !== undefined || within.length + uids.length > 0;
}

/** The question as an address: lists with commas. */
export function tableAddress(path: string, request: object): string {
  const words = Object.entries(request).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(",") : String(value)]],
  );
  return `${path}?${new URLSearchParams(words)}`;
}

/** Too long for an address, or with a comma inside an item, where the address puts commas between items. */
export function needsBody(request: TableRequest): boolean {
  return request.items.some((item) => item.includes(",")) || tableAddress("", request).length > 6_000;
}

/** The whole table as a file, laid out as on the page. */
export function fileAddress(
  ending: "csv" | "xlsx",
  { limit: _limit, offset: _offset, ...request }: TableRequest,
  layout: {
    readonly rows: readonly Dimension[];
    readonly columns: readonly Dimension[];
    readonly title: string;
  },
): string {
  return tableAddress(`/api/analytics.${ending}`, { ...request, ...layout });
}

/** The day whose tree the units of a choice stand in: of the map chosen, or of the end of the last period. */
export function treeDay(tree: string, periods: readonly Period[], today: string): string {
  if (tree !== "as-it-stood") return tree;
  const ends = periods.map((period) => periodEnd(period)).toSorted();
  return ends.at(-1) ?? today;
}
