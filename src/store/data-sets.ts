import type { DataSet } from "#domain/data-set.ts";
import type { WorkCalendar } from "#domain/working-days.ts";
import type { Queryable } from "./database.ts";

/** A day off, or one worked in exchange. */
export interface CalendarDay {
  readonly day: string;
  readonly works: boolean;
  readonly name: string;
}

/**
 * Saves one version in place of the one that begins on the same day. What people defined is left alone by the catalogue.
 */
export async function saveDataSet(
  db: Queryable,
  province: string,
  dataSet: DataSet,
  { origin, by }: { readonly origin: "catalogue" | "people"; readonly by: string },
): Promise<void> {
  const { id, validFrom, validTo, periodType } = dataSet;
  await db.query(
    `insert into data_set as now (province, id, valid_from, valid_to, period_type, body, origin, defined_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (province, id, valid_from) do update set
       valid_to = excluded.valid_to, period_type = excluded.period_type, body = excluded.body,
       origin = excluded.origin, defined_by = excluded.defined_by, defined_at = excluded.defined_at
     where excluded.origin = 'people' or now.origin = 'catalogue'`,
    [province, id, validFrom, validTo ?? null, periodType, JSON.stringify(dataSet), origin, by],
  );
}

/** All versions of all data sets, or of those named, each set's in the order of their first days. */
export async function listDataSetVersions(
  db: Queryable,
  province: string,
  ids?: readonly string[],
): Promise<DataSet[]> {
  const rows = await db.query<{ body: DataSet }>(
    `select body from data_set where province = $1 and ($2::text[] is null or id = any($2)) order by id, valid_from`,
    [province, ids ?? null],
  );
  return rows.map(({ body }) => body);
}

/** Saves days that differ from the week's order, in place of what was known of the same days. */
export async function saveCalendarDays(
  db: Queryable,
  province: string,
  days: readonly CalendarDay[],
): Promise<void> {
  await db.query(
    `insert into calendar_day (province, day, works, name)
     select $1, day, works, name from jsonb_to_recordset($2) as one (day date, works boolean, name text)
     on conflict (province, day) do update set works = excluded.works, name = excluded.name`,
    [province, JSON.stringify(days)],
  );
}

export async function getWorkCalendar(db: Queryable, province: string): Promise<WorkCalendar> {
  const days = await db.query<{ day: string; works: boolean }>(
    "select day, works from calendar_day where province = $1",
    [province],
  );
  const where = (works: boolean) =>
    new Set(days.filter((each) => each.works === works).map(({ day }) => day));
  return { holidays: where(false), workingDays: where(true) };
}
