import type { PublishedOrgUnit } from "#contract/org-unit.ts";
import { foldWords } from "../figures/fold-words.ts";

/** What a unit named in a document may be. */
export type UnitMatch =
  | { readonly kind: "one"; readonly uid: string }
  | { readonly kind: "several"; readonly uids: readonly string[] }
  | { readonly kind: "unknown" };

type NamedUnit = Pick<PublishedOrgUnit, "uid" | "name" | "fullName" | "aliases" | "isThere" | "type">;

/** Words that name the person at the head where the unit is meant, and "phòng", which writers leave out. */
const heads = /^(?:giam doc|pho giam doc|truong|chanh|lanh dao)\s+/u;
const offices = /^phong\s+/u;

/**
 * Finds units by the names that documents print, whatever the capitals, marks and dashes. A name that fits several
 * units gives all of them: a person chooses. Units that are there come before those that ended.
 */
export function unitMatcher(units: readonly NamedUnit[]): (printed: string) => UnitMatch {
  const byName = new Map<string, NamedUnit[]>();
  for (const unit of units)
    for (const name of new Set([unit.name, unit.fullName, ...unit.aliases].flatMap(waysToWrite)))
      byName.set(name, [...(byName.get(name) ?? []), unit]);
  return (printed) => {
    for (const name of waysToWrite(printed)) {
      const found = byName.get(name) ?? [];
      const there = found.filter(({ isThere }) => isThere);
      const uids = (there.length > 0 ? there : found).map(({ uid }) => uid);
      if (uids.length === 1) return { kind: "one", uid: uids[0]! };
      if (uids.length > 1) return { kind: "several", uids };
    }
    return { kind: "unknown" };
  };
}

/** The whole name first, then without the head of the unit and without "phòng". */
function waysToWrite(name: string): string[] {
  const whole = foldWords(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const unit = whole.replace(heads, "");
  return [...new Set([whole, unit, unit.replace(offices, "")])].filter((each) => each !== "");
}

/** Units whose name has every typed word, those that are there first; at most so many. */
export function findUnits<Unit extends NamedUnit>(
  units: readonly Unit[],
  typed: string,
  most: number,
): readonly Unit[] {
  const pieces = foldWords(typed).split(/[^\p{L}\p{N}]+/u).filter(Boolean); // prettier-ignore
  const fits = (unit: Unit) => {
    const names = foldWords([unit.fullName, ...unit.aliases].join(" "));
    return pieces.every((piece) => names.includes(piece));
  };
  return units.filter((unit) => unit.isThere && fits(unit)).slice(0, most);
}
