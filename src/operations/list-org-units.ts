import type { OrgUnitsQuery, OrgUnitTree, PublishedOrgUnit } from "#contract/org-unit.ts";
import { placementOn, type OrgUnit } from "#domain/org-unit.ts";
import { listOrgUnits as listStored, listSuccessions } from "#store/org-units.ts";
import type { Context } from "./context.ts";

/** The tree of a day as a flat list, with what became of units that ended; with `all` also units of other days. */
export async function listOrgUnits(
  { db, province, today }: Context,
  { on = today, all }: OrgUnitsQuery,
): Promise<OrgUnitTree> {
  const [units, successions] = await Promise.all([listStored(db, province), listSuccessions(db, province)]);
  const shown = all ? units : units.filter((unit) => placementOn(unit, on));
  return {
    on,
    orgUnits: shown.map((unit) => publishOrgUnit(unit, on)),
    successions: successions.map((one) => ({ ...one })),
  };
}

/** A unit where it stands on a day, or else where it stood last. */
function publishOrgUnit(unit: OrgUnit, on: string): PublishedOrgUnit {
  const there = placementOn(unit, on);
  const { parent = null, level = null } = there ?? unit.placements.at(-1) ?? {};
  const { placements: _, note: __, aliases, ...plain } = unit;
  return { ...plain, aliases: [...aliases], parent, level, isThere: there !== undefined };
}
