import type { OrgUnitGroup, OrgUnitGroupMember } from "#domain/indicator.ts";
import type { Queryable, Transaction } from "./database.ts";
import { requireOrgUnits } from "./org-units.ts";

/** Saves groups with all their members; groups that are not mentioned stay as they are. Refuses `unknown-org-unit`. */
export async function saveOrgUnitGroups(
  tx: Transaction,
  province: string,
  groups: readonly OrgUnitGroup[],
): Promise<void> {
  const members = groups.flatMap(({ key, members: all }) => all.map((member) => ({ key, ...member })));
  await requireOrgUnits(tx, province, members.map(({ orgUnit }) => orgUnit)); // prettier-ignore
  await tx.query(
    `insert into org_unit_group (province, key, name_vi, name_en)
     select $1, key, name ->> 'vi', name ->> 'en' from jsonb_to_recordset($2) as one (key text, name jsonb)
     on conflict (province, key) do update set name_vi = excluded.name_vi, name_en = excluded.name_en`,
    [province, JSON.stringify(groups)],
  );
  await tx.query("delete from org_unit_group_member where province = $1 and group_key = any($2)", [
    province,
    groups.map(({ key }) => key),
  ]);
  await tx.query(
    `insert into org_unit_group_member (province, group_key, org_unit, valid_from, valid_to)
     select $1, key, "orgUnit", "from", "to"
     from jsonb_to_recordset($2) as member (key text, "orgUnit" text, "from" date, "to" date)`,
    [province, JSON.stringify(members)],
  );
}

interface Row {
  readonly key: string;
  readonly vi: string;
  readonly en: string;
  readonly members: readonly OrgUnitGroupMember[];
}

/** All groups in the order of their keys, members in the order of their uids. */
export async function listOrgUnitGroups(db: Queryable, province: string): Promise<OrgUnitGroup[]> {
  const rows = await db.query<Row>(
    `select key, name_vi as vi, name_en as en,
            (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                      'orgUnit', org_unit, 'from', valid_from, 'to', valid_to)) order by org_unit, valid_from), '[]')
             from org_unit_group_member member
             where member.province = org_unit_group.province and member.group_key = org_unit_group.key) as members
     from org_unit_group where province = $1 order by key`,
    [province],
  );
  return rows.map(({ key, vi, en, members }) => ({ key, name: { vi, en }, members }));
}
