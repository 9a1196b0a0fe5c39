import type { PublishedOrgUnit } from "#contract/org-unit.ts";
import { matchesWords } from "./fold-words.ts";

/** The units of one day as a tree that can be walked and searched. */
export interface UnitTree {
  readonly root: PublishedOrgUnit | undefined;
  readonly find: (uid: string) => PublishedOrgUnit | undefined;
  /** Areas directly below, in the order of the catalogue. */
  readonly areasBelow: (uid: string) => readonly PublishedOrgUnit[];
  /** Facilities and offices directly below. */
  readonly othersBelow: (uid: string) => readonly PublishedOrgUnit[];
  /** From the province down to the unit itself. */
  readonly pathTo: (uid: string) => readonly PublishedOrgUnit[];
  readonly levels: readonly { readonly level: number; readonly count: number }[];
  readonly types: readonly { readonly type: string; readonly count: number }[];
  /** By name, old name or code, without marks; at most so many. */
  readonly search: (typed: string, most: number) => readonly PublishedOrgUnit[];
}

export function buildUnitTree(units: readonly PublishedOrgUnit[]): UnitTree {
  const byUid = new Map(units.map((unit) => [unit.uid, unit]));
  const there = units.filter(({ isThere }) => isThere);
  const below = new Map<string, PublishedOrgUnit[]>();
  for (const unit of there) {
    if (unit.parent !== null) below.set(unit.parent, [...(below.get(unit.parent) ?? []), unit]);
  }
  const areas = there.filter(({ kind }) => kind === "area");
  const childrenOf = (uid: string) => below.get(uid) ?? [];
  return {
    root: areas.find(({ level }) => level === 1),
    find: (uid) => byUid.get(uid),
    areasBelow: (uid) => childrenOf(uid).filter(({ kind }) => kind === "area"),
    othersBelow: (uid) => childrenOf(uid).filter(({ kind }) => kind !== "area"),
    pathTo: (uid) => pathTo(byUid, uid),
    levels: countEach(areas.flatMap(({ level }) => level ?? [])).map(([level, count]) => ({ level, count })),
    types: countEach(there.map(({ type }) => type)).map(([type, count]) => ({ type, count })),
    search: (typed, most) => searchUnits(there, typed, most),
  };
}

/** Ends also when the catalogue should hold a circle. */
function pathTo(byUid: ReadonlyMap<string, PublishedOrgUnit>, uid: string): PublishedOrgUnit[] {
  const path: PublishedOrgUnit[] = [];
  for (let unit = byUid.get(uid); unit && !path.includes(unit); unit = byUid.get(unit.parent ?? "")) {
    path.unshift(unit);
  }
  return path;
}

function searchUnits(units: readonly PublishedOrgUnit[], typed: string, most: number): PublishedOrgUnit[] {
  if (typed.trim() === "") return [];
  const fits = ({ fullName, aliases, code }: PublishedOrgUnit) =>
    [fullName, ...aliases].some((name) => matchesWords(name, typed)) || code === typed.trim();
  const rank = ({ kind, level }: PublishedOrgUnit) => (kind === "area" ? (level ?? 9) : 10);
  return units
    .filter(fits)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, most);
}

function countEach<T extends string | number>(items: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
