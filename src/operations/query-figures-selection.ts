import { optionCombo, type Disaggregation } from "#domain/breakdown.ts";
import type { DataElement } from "#domain/data-element.ts";
import { placementOn, subtreeOn, type OrgUnit } from "#domain/org-unit.ts";
import { isPeriod, periodEnd, type Period } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import type { TreeChoice } from "#domain/tree-comparison.ts";

/** Which units a table shows: all that fit every condition given, or just those named. */
export interface OrgUnitChoice {
  readonly uids?: readonly string[];
  /** 1 province, 2 district, 3 commune; areas only. */
  readonly level?: number;
  /** xa, phuong, huyen, health-station… */
  readonly type?: string;
  /** At or below one of these units. */
  readonly within?: readonly string[];
}

/** One thing counted, or one cell of it. */
export interface ItemChoice {
  readonly key: string;
  readonly breakdown?: Disaggregation;
}

/** One row of a table before its periods and roles are spread out. */
export interface Item {
  readonly key: string;
  readonly breakdown: Disaggregation;
}

/** More than this nobody reads and no page shows; it would only keep others waiting. */
export const mostCells = 1_000_000;
/** Cells of one answer. */
export const mostCellsAtOnce = 100_000;

/** Refuses (`unknown-key`, `no-items`) what is not in the catalogue; the same cell asked twice is answered once. */
export function chooseItems(choices: readonly ItemChoice[], elements: readonly DataElement[]): Item[] {
  if (choices.length === 0) throw new Refusal("no-items");
  const keys = new Set(elements.map(({ key }) => key));
  const items = choices.map(({ key, breakdown = {} }) => ({ key, breakdown }));
  const stranger = items.find(({ key }) => !keys.has(key));
  if (stranger) throw new Refusal("unknown-key", { key: stranger.key });
  return distinct(items, ({ key, breakdown }) => `${key}|${optionCombo(breakdown)}`);
}

/** Refuses (`unknown-period`, `no-periods`). */
export function choosePeriods(periods: readonly string[]): Period[] {
  if (periods.length === 0) throw new Refusal("no-periods");
  const stranger = periods.find((period) => !isPeriod(period));
  if (stranger !== undefined) throw new Refusal("unknown-period", { period: stranger });
  return [...new Set(periods)];
}

/**
 * The units chosen, in the order of the catalogue, or in that of the list given. Levels and places in the tree are
 * those of the tree's day, or of any of the periods. Refuses `unknown-org-unit` and `no-org-units`.
 */
export function chooseOrgUnits(
  choice: OrgUnitChoice,
  units: readonly OrgUnit[],
  tree: TreeChoice,
  periods: readonly Period[],
): OrgUnit[] {
  const byUid = new Map(units.map((unit) => [unit.uid, unit]));
  const stranger = [...(choice.uids ?? []), ...(choice.within ?? [])].find((uid) => !byUid.has(uid));
  if (stranger !== undefined) throw new Refusal("unknown-org-unit", { orgUnit: stranger });
  const days = tree === "as-it-stood" ? [...new Set(periods.map((period) => periodEnd(period)))] : [tree];
  const named = choice.uids ? [...new Set(choice.uids)].map((uid) => byUid.get(uid)!) : units;
  const chosen = named.filter((unit) => fits(unit, choice, units, days));
  if (chosen.length === 0) throw new Refusal("no-org-units");
  return chosen;
}

function fits(
  unit: OrgUnit,
  choice: OrgUnitChoice,
  units: readonly OrgUnit[],
  days: readonly string[],
): boolean {
  const { level, type, within } = choice;
  if (type !== undefined && unit.type !== type) return false;
  if (level === undefined && within === undefined) return true;
  return days.some(
    (day) =>
      (level === undefined || (unit.kind === "area" && placementOn(unit, day)?.level === level)) &&
      (within === undefined || subtreesOn(units, within, day).has(unit.uid)),
  );
}

const known = new WeakMap<readonly OrgUnit[], Map<string, Set<string>>>();

function subtreesOn(units: readonly OrgUnit[], roots: readonly string[], day: string): Set<string> {
  const found = known.get(units) ?? new Map<string, Set<string>>();
  known.set(units, found);
  const name = `${day}|${roots.join()}`;
  let below = found.get(name);
  if (!below) {
    below = new Set(roots.flatMap((root) => [...subtreeOn(units, root, day)]));
    found.set(name, below);
  }
  return below;
}

/** Which cells of a table an answer holds, and where the next one begins. */
export interface Page {
  readonly total: number;
  readonly offset: number;
  readonly end: number;
}

/** Refuses `too-many-cells` (a table nobody can read) and `page-too-long`. */
export function choosePage(
  counts: {
    readonly items: number;
    readonly orgUnits: number;
    readonly periods: number;
    readonly roles: number;
  },
  { offset = 0, limit = 10_000 }: { readonly offset?: number; readonly limit?: number },
): Page {
  const total = counts.items * counts.orgUnits * counts.periods * counts.roles;
  if (total > mostCells) throw new Refusal("too-many-cells", { ...counts, cells: total, limit: mostCells });
  if (limit > mostCellsAtOnce) throw new Refusal("page-too-long", { cells: limit, limit: mostCellsAtOnce });
  return { total, offset: Math.min(offset, total), end: Math.min(offset + limit, total) };
}

function distinct<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return [...new Map(items.toReversed().map((item) => [nameOf(item), item])).values()].toReversed();
}
