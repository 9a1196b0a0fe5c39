import type { OrgUnit, Placement, Succession } from "#domain/org-unit.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Queryable, Transaction } from "./database.ts";
import { withoutNulls } from "./nulls.ts";

/**
 * Saves units with all their placements; units that are not mentioned stay as they are.
 * Refuses with `placements-overlap` and, for a parent that is nowhere, `unknown-org-unit`.
 */
export async function saveOrgUnits(
  tx: Transaction,
  province: string,
  units: readonly OrgUnit[],
): Promise<void> {
  for (const unit of units) requireSeparatePlacements(unit);
  await tx.query(
    `insert into org_unit
       (province, uid, code, name, full_name, type, kind, opened_on, closed_on, aliases, generated, note)
     select $1, uid, code, name, "fullName", type, kind, "openedOn", "closedOn", aliases, coalesce(generated, false), note
     from jsonb_to_recordset($2) as unit (uid text, code text, name text, "fullName" text, type text, kind text,
       "openedOn" date, "closedOn" date, aliases text[], generated boolean, note text)
     on conflict (province, uid) do update set
       code = excluded.code, name = excluded.name, full_name = excluded.full_name, type = excluded.type,
       kind = excluded.kind, opened_on = excluded.opened_on, closed_on = excluded.closed_on,
       aliases = excluded.aliases, generated = excluded.generated, note = excluded.note`,
    [province, JSON.stringify(units)],
  );
  await replacePlacements(tx, province, units);
}

async function replacePlacements(
  tx: Transaction,
  province: string,
  units: readonly OrgUnit[],
): Promise<void> {
  const placements = units.flatMap(({ uid, placements: all }) => all.map((one) => ({ uid, ...one })));
  await requireOrgUnits(tx, province, placements.flatMap(({ parent }) => parent ?? [])); // prettier-ignore
  await tx.query("delete from org_unit_placement where province = $1 and org_unit = any($2)", [
    province,
    units.map(({ uid }) => uid),
  ]);
  await tx.query(
    `insert into org_unit_placement (province, org_unit, parent, level, valid_from, valid_to)
     select $1, uid, parent, level, "from", "to"
     from jsonb_to_recordset($2) as placement (uid text, parent text, level smallint, "from" date, "to" date)`,
    [province, JSON.stringify(placements)],
  );
}

function requireSeparatePlacements({ uid, placements }: OrgUnit): void {
  const inOrder = placements.toSorted((a, b) => begin(a).localeCompare(begin(b)));
  const overlaps = inOrder.some((next, index) => {
    const before = inOrder[index - 1];
    return before !== undefined && begin(next) <= (before.to ?? "9999-12-31");
  });
  if (overlaps) throw new Refusal("placements-overlap", { orgUnit: uid });
}

function begin({ from }: Placement): string {
  return from ?? "0001-01-01";
}

/** Refuses with `unknown-org-unit` when one of the units is not in the catalogue. */
export async function requireOrgUnits(
  db: Queryable,
  province: string,
  uids: Iterable<string>,
): Promise<void> {
  const [missing] = await db.query<{ uid: string }>(
    `select wanted.uid from unnest($2::text[]) as wanted (uid)
     where not exists (select 1 from org_unit known where known.province = $1 and known.uid = wanted.uid) limit 1`,
    [province, [...new Set(uids)]],
  );
  if (missing) throw new Refusal("unknown-org-unit", { orgUnit: missing.uid });
}

/** All units or these, closed ones included, in the order of their uids; placements in the order of time. */
export async function listOrgUnits(
  db: Queryable,
  province: string,
  uids?: readonly string[],
): Promise<OrgUnit[]> {
  const rows = await db.query<OrgUnitRow>(
    `select uid, code, name, full_name as "fullName", type, kind, opened_on as "openedOn", closed_on as "closedOn",
            aliases, nullif(generated, false) as generated, note,
            (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                      'parent', parent, 'level', level, 'from', valid_from, 'to', valid_to))
                      order by valid_from nulls first), '[]')
             from org_unit_placement placement
             where placement.province = org_unit.province and placement.org_unit = org_unit.uid) as placements
     from org_unit where province = $1 and ($2::text[] is null or uid = any($2)) order by uid`,
    [province, uids ?? null],
  );
  return rows.map(withoutNulls);
}

interface OrgUnitRow {
  readonly uid: string;
  readonly code: string | null;
  readonly name: string;
  readonly fullName: string;
  readonly type: string;
  readonly kind: OrgUnit["kind"];
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly aliases: readonly string[];
  readonly generated: boolean | null;
  readonly note: string | null;
  readonly placements: readonly Placement[];
}

/** Saves what became of units that ended; others stay as they are. Refuses with `unknown-org-unit`. */
export async function saveSuccessions(
  tx: Transaction,
  province: string,
  successions: readonly Succession[],
): Promise<void> {
  await requireOrgUnits(tx, province, successions.flatMap(({ predecessor, successor }) => [predecessor, successor])); // prettier-ignore
  await tx.query(
    `insert into succession (province, predecessor, successor, effective_on, share, decree)
     select $1, predecessor, successor, "on", share, decree
     from jsonb_to_recordset($2)
       as one (predecessor text, successor text, "on" date, share numeric, decree text)
     on conflict (province, predecessor, successor, effective_on) do update set
       share = excluded.share, decree = excluded.decree`,
    [province, JSON.stringify(successions)],
  );
}

/** All successions in the order of time. */
export async function listSuccessions(db: Queryable, province: string): Promise<Succession[]> {
  const rows = await db.query<Omit<Succession, "decree"> & { readonly decree: string | null }>(
    `select predecessor, successor, effective_on as "on", share::float8 as share, decree
     from succession where province = $1 order by effective_on, predecessor, successor`,
    [province],
  );
  return rows.map(withoutNulls);
}
