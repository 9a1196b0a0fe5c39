import type { AnalyticsDimensions } from "#contract/analytics.ts";
import type { OrgUnitTree, PublishedOrgUnit } from "#contract/org-unit.ts";
import type { SignedInUser } from "#contract/session.ts";
import { periodEnd } from "#domain/period.ts";
import { permissionsOf, type Permission } from "#domain/permission.ts";
import { findReach } from "#domain/reach.ts";
import { startingChoice } from "../figures/starting-choice.ts";
import { noUnits, writeChoice } from "../figures/view-choice.ts";
import type { SearchTexts } from "../texts/search-vi.ts";
import { writeAddress, type SearchEntry } from "./search-entry.ts";

/** What is known of units, and of whom it is that searches. */
export interface UnitSources {
  readonly tree: OrgUnitTree;
  readonly user: SignedInUser;
  /** Absent: the page of figures chooses the period by itself. */
  readonly dimensions?: Pick<AnalyticsDimensions, "periods" | "trees"> | undefined;
}

/**
 * Every unit by its name of today and its old ones. A unit of today leads to where the user works on it, Việc cần làm
 * or Theo dõi, and to its figures; a unit that ended leads to its figures and says what became of it.
 */
export function listUnitEntries(sources: UnitSources, texts: SearchTexts): SearchEntry[] {
  const { tree, user } = sources;
  const enters = reachOf(tree, user, "enter-values");
  const approves = reachOf(tree, user, "approve-values");
  const relatives = nameRelatives(tree);
  const byUid = new Map(tree.orgUnits.map((unit) => [unit.uid, unit]));
  return tree.orgUnits
    .filter(({ kind, isThere }) => kind !== "facility" || isThere) // a station that ended has the figures of its commune
    .flatMap((unit) => {
      const parent = unit.parent === null ? undefined : byUid.get(unit.parent)?.fullName;
      const entry = (place: string, address: string): SearchEntry => ({
        id: `unit ${unit.uid} ${place}`,
        kind: "unit",
        name: unit.fullName,
        hint: texts.unitHint({ place, parent, closedOn: unit.closedOn, successors: relatives.successors(unit.uid) }),
        isPast: !unit.isThere,
        also: [unit.name, ...unit.aliases],
        loosely: unit.isThere ? relatives.predecessors(unit.uid) : [],
        address,
      });
      const work: SearchEntry[] = [];
      if (unit.isThere && unit.kind === "facility" && enters.has(unit.uid))
        work.push(entry(texts.places.todo, writeAddress("/viec-can-lam", { unit: unit.uid })));
      if (unit.isThere && approves.has(unit.uid))
        work.push(entry(texts.places.monitor, writeAddress("/theo-doi", { trong: unit.uid })));
      return [...work, entry(texts.places.figures, figuresAddress(unit, sources))];
    });
} // prettier-ignore

/** The units that the user may do something at. */
function reachOf(
  { orgUnits, successions, on }: OrgUnitTree,
  user: SignedInUser,
  permission: Permission,
): ReadonlySet<string> {
  const granted = user.grants.filter(({ role }) => permissionsOf[role].includes(permission));
  if (granted.length === 0) return new Set();
  const units = orgUnits.map(({ parent, level, ...unit }) => ({
    ...unit,
    placements: [{ level: level ?? 0, ...(parent !== null && { parent }) }],
  }));
  const find = findReach(units, successions, on);
  return new Set(granted.flatMap(({ orgUnit }) => [...find(orgUnit).acts]));
}

/** Who came before and after a unit, by name. */
function nameRelatives({ orgUnits, successions }: OrgUnitTree) {
  const names = new Map(orgUnits.map(({ uid, name, fullName }) => [uid, { name, fullName }]));
  return {
    successors: (uid: string) =>
      successions.filter(({ predecessor }) => predecessor === uid).flatMap(({ successor }) => names.get(successor)?.fullName ?? []),
    predecessors: (uid: string) =>
      successions.filter(({ successor }) => successor === uid).flatMap(({ predecessor }) => names.get(predecessor)?.name ?? []),
  };
} // prettier-ignore

/** All counts of the unit for the period with most values; a younger unit on the newest map, where old values are put. */
function figuresAddress(unit: PublishedOrgUnit, { dimensions }: UnitSources): string {
  const choice = startingChoice({ periods: dimensions?.periods ?? [] });
  const [period] = choice.periods;
  const isYounger = period !== undefined && unit.openedOn !== undefined && periodEnd(period) < unit.openedOn;
  const newest = isYounger ? dimensions?.trees.toSorted().at(-1) : undefined;
  return writeAddress(
    "/so-lieu",
    writeChoice({
      ...choice,
      units: { ...noUnits, uids: [unit.uid] },
      ...(newest !== undefined && { tree: newest }),
      roles: ["actual"],
      sort: { column: "actual", isDescending: true },
      shown: "actual",
      picture: undefined,
    }),
  );
}
