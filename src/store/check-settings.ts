import { defaultCheckSettings, type CheckSettings } from "#domain/check-values/settings.ts";
import type { Queryable } from "./database.ts";

/** The thresholds of the province: its own where it set some, else the program's. */
export async function getCheckSettings(db: Queryable, province: string): Promise<CheckSettings> {
  const rows = await db.query<{ name: string; value: number }>(
    "select name, value::float8 as value from check_setting where province = $1",
    [province],
  );
  const own = rows.filter(({ name }) => Object.hasOwn(defaultCheckSettings, name));
  return { ...defaultCheckSettings, ...Object.fromEntries(own.map(({ name, value }) => [name, value])) };
}

/** Sets thresholds of the province; `null` goes back to the program's. */
export async function saveCheckSettings(
  db: Queryable,
  province: string,
  changes: Readonly<Partial<Record<keyof CheckSettings, number | null>>>,
  by: string,
): Promise<void> {
  await db.query(
    `with incoming as (select key as name, value::numeric as value from jsonb_each_text($2)),
     gone as (
       delete from check_setting where province = $1 and name in (select name from incoming where value is null)
     )
     insert into check_setting (province, name, value, set_by)
     select $1, name, value, $3 from incoming where value is not null
     on conflict (province, name) do update set value = excluded.value, set_by = excluded.set_by, set_at = now()`,
    [province, JSON.stringify(changes), by],
  );
}
