import type { DataElement } from "#domain/data-element.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Queryable } from "./database.ts";
import { withoutNulls, type WithoutNulls } from "./nulls.ts";

/** Saves data elements; those that are not mentioned stay as they are. */
export async function saveDataElements(
  db: Queryable,
  province: string,
  elements: readonly DataElement[],
): Promise<void> {
  await db.query(
    `insert into data_element
       (province, id, key, only_roles, name_vi, name_en, unit, value_type, time_nature, org_nature, collected,
        programme, level, owner, breakdowns, units_by_option, formula, plan_of)
     select $1, id, key, "onlyRoles", name ->> 'vi', name ->> 'en', unit, "valueType", "timeNature", "orgNature",
            collected, programme, level, owner, breakdowns, "unitsByOption", formula, "planOf"
     from jsonb_to_recordset($2) as element (id text, key text, "onlyRoles" text[], name jsonb, unit text,
       "valueType" text, "timeNature" text, "orgNature" text, collected text, programme text, level text,
       owner text, breakdowns jsonb, "unitsByOption" jsonb, formula jsonb, "planOf" text)
     on conflict (province, id) do update set
       key = excluded.key, only_roles = excluded.only_roles, name_vi = excluded.name_vi, name_en = excluded.name_en,
       unit = excluded.unit, value_type = excluded.value_type, time_nature = excluded.time_nature,
       org_nature = excluded.org_nature, collected = excluded.collected, programme = excluded.programme,
       level = excluded.level, owner = excluded.owner, breakdowns = excluded.breakdowns,
       units_by_option = excluded.units_by_option, formula = excluded.formula, plan_of = excluded.plan_of`,
    [province, JSON.stringify(elements)],
  );
}

/** Nullable where `DataElement` has an optional property. */
type Row = {
  [Key in keyof Required<DataElement>]:
    DataElement[Key] | (undefined extends DataElement[Key] ? null : never);
};

/** All data elements, or those with these ids, in the order of their ids. */
export async function listDataElements(
  db: Queryable,
  province: string,
  ids?: readonly string[],
): Promise<DataElement[]> {
  const rows = await db.query<Row>(
    `select id, key, only_roles as "onlyRoles", jsonb_build_object('vi', name_vi, 'en', name_en) as name, unit,
            value_type as "valueType", time_nature as "timeNature", org_nature as "orgNature", collected, programme,
            level, owner, breakdowns, units_by_option as "unitsByOption", formula, plan_of as "planOf"
     from data_element where province = $1 and ($2::text[] is null or id = any($2)) order by id`,
    [province, ids ?? null],
  );
  return rows.map((row): WithoutNulls<Row> => withoutNulls(row));
}

/** Refuses with `unknown-data-element` when one of the ids is not in the catalogue. */
export async function requireDataElements(
  db: Queryable,
  province: string,
  ids: Iterable<string>,
): Promise<void> {
  const [missing] = await db.query<{ id: string }>(
    `select wanted.id from unnest($2::text[]) as wanted (id)
     where not exists (select 1 from data_element known where known.province = $1 and known.id = wanted.id) limit 1`,
    [province, [...new Set(ids)]],
  );
  if (missing) throw new Refusal("unknown-data-element", { dataElement: missing.id });
}
