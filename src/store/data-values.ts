import type { DataSource, DataValue } from "#domain/data-value.ts";
import { decimal, type Decimal } from "#domain/decimal.ts";
import { Refusal } from "#domain/refusal.ts";
import { requireDataElements } from "./data-elements.ts";
import type { Queryable } from "./database.ts";
import {
  contentColumns, incomingColumns, incomingRow, keyColumns, readDataValue, selectedColumns, type DataValueRow,
} from "./data-value-columns.ts"; // prettier-ignore
import { withoutNulls } from "./nulls.ts";
import { requireOrgUnits } from "./org-units.ts";

/** What came of saving values. */
export interface SaveCounts {
  readonly inserted: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Who changes values, with which import, and why. */
export interface Change {
  readonly by: string;
  readonly batch?: string;
  readonly reason?: string;
}

export interface DataValueFilter {
  readonly province: string;
  /** A list, not a range: a list is looked up, a range is searched. */
  readonly periods: readonly string[];
  readonly source: DataSource;
  readonly elements?: readonly string[];
  readonly orgUnits?: readonly string[];
  /** Without what was handed in and not approved by every tier; values that came in otherwise are not concerned. */
  readonly approvedOnly?: boolean;
}

/** The values reported for any of the periods, in the order of element, period, org unit and option combo. */
export async function listDataValues(db: Queryable, filter: DataValueFilter): Promise<DataValue[]> {
  const { province, periods, source, elements, orgUnits, approvedOnly = false } = filter;
  // All elements are named, because an index that begins with them is of no use otherwise before PostgreSQL 18.
  const rows = await db.query<DataValueRow>(
    `select ${selectedColumns} from data_value
     where province = $1 and period = any($2::text[]) and source = $3
       and data_element = any(coalesce($4::text[], array(select id::text from data_element where province = $1)))
       and ($5::text[] is null or org_unit = any($5))
       and not ($6 and estimate and exists (
         select from submission_version as version
         where version.province = data_value.province and version.hand_in = data_value.batch))
     order by ${keyColumns}`,
    [province, periods, source, elements ?? null, orgUnits ?? null, approvedOnly],
  );
  return rows.map(readDataValue);
}

/**
 * Saves values all or none; a real change becomes a version, saving the same again does not. With `onlyNew`, values
 * that are there already stay. Refuses with `unknown-data-element`, `unknown-org-unit` and, when two values claim
 * the same cell, `duplicate-data-value`.
 */
export async function saveDataValues(
  db: Queryable,
  province: string,
  values: readonly DataValue[],
  change: Change & { readonly onlyNew?: boolean },
): Promise<SaveCounts> {
  requireDistinct(values);
  await requireDataElements(db, province, values.map(({ element }) => element)); // prettier-ignore
  await requireOrgUnits(db, province, values.map(({ orgUnit }) => orgUnit)); // prettier-ignore
  const incoming = `jsonb_to_recordset($5) as incoming (${incomingColumns})`;
  const [counts] = await db.query<Omit<SaveCounts, "unchanged">>(upsertFrom(incoming, change.onlyNew), [
    ...changeParameters(province, change),
    JSON.stringify(values.map(incomingRow)),
  ]);
  if (counts === undefined) throw new Error("the counts are missing");
  return { ...counts, unchanged: values.length - counts.inserted - counts.changed };
}

/** $1 to $4 of the statements that change values. */
export function changeParameters(province: string, { by, batch, reason }: Change): (string | null)[] {
  return [province, by, batch ?? null, reason ?? null];
}

/**
 * The statement that brings rows in and counts what it did. Sorted, so that two writers lock the same cells in the
 * same order; the database keeps the versions that are replaced.
 */
export function upsertFrom(incoming: string, onlyNew = false): string {
  const columns = contentColumns.split(",").map((column) => column.trim());
  const all = (table: string) => columns.map((column) => `${table}.${column}`).join(", ");
  const update = `
    do update set ${columns.map((column) => `${column} = excluded.${column}`).join(", ")},
      version = now.version + 1, entered_by = excluded.entered_by, entered_at = excluded.entered_at,
      batch = excluded.batch, reason = excluded.reason
    where (${all("now")}) is distinct from (${all("excluded")})`;
  return `
    with written as (
      insert into data_value as now (province, ${keyColumns}, ${contentColumns}, entered_by, entered_at, batch, reason)
      select $1, ${keyColumns}, ${contentColumns}, $2, statement_timestamp(), $3, $4
      from ${incoming} order by ${keyColumns}
      on conflict (province, ${keyColumns}) ${onlyNew ? "do nothing" : update}
      returning version
    )
    select count(*) filter (where version = 1)::int as inserted, count(*) filter (where version > 1)::int as changed
    from written`;
}

function requireDistinct(values: readonly DataValue[]): void {
  const seen = new Set<string>();
  for (const { element, period, orgUnit, optionCombo, source } of values) {
    const key = JSON.stringify([element, period, orgUnit, optionCombo, source]);
    if (seen.has(key)) throw new Refusal("duplicate-data-value", { element, period, orgUnit, optionCombo });
    seen.add(key);
  }
}

/** One cell: where a value stands or could stand. */
export type DataValueKey = Pick<DataValue, "element" | "period" | "orgUnit" | "optionCombo" | "source">;

/** Deletes values, which become blank, not zero; their history stays. Answers how many there were. */
export async function deleteDataValues(
  db: Queryable,
  province: string,
  keys: readonly DataValueKey[],
  change: Change,
): Promise<number> {
  const [row] = await db.query<{ deleted: number }>(
    `with deleted as (
       delete from data_value value
       using jsonb_to_recordset($5)
         as gone (element text, period text, "orgUnit" text, "optionCombo" text, source text)
       where value.province = $1 and value.data_element = gone.element and value.period = gone.period
         and value.org_unit = gone."orgUnit" and value.option_combo = gone."optionCombo" and value.source = gone.source
       returning value.*
     ), recorded as (
       insert into data_value_version (province, ${keyColumns}, version, entered_by, entered_at, batch, reason)
       select province, ${keyColumns}, version + 1, $2, statement_timestamp(), $3, $4 from deleted
     )
     select count(*)::int as deleted from deleted`,
    [...changeParameters(province, change), JSON.stringify(keys)],
  );
  return row?.deleted ?? 0;
}

/** What a cell held since a moment; `value` is absent when it was deleted then, `previous` when it was blank before. */
export interface DataValueVersion {
  readonly value?: Decimal;
  readonly previous?: Decimal;
  readonly qualifier?: DataValue["qualifier"];
  readonly note?: string;
  readonly by: string;
  /** ISO moment in UTC. */
  readonly at: string;
  readonly batch?: string;
  readonly reason?: string;
}

interface VersionRow {
  readonly value: string | null;
  readonly previous: string | null;
  readonly qualifier: ">" | "<" | "≈" | null;
  readonly note: string | null;
  readonly by: string;
  readonly at: string;
  readonly batch: string | null;
  readonly reason: string | null;
}

export interface VersionFilter extends Omit<DataValueKey, "source"> {
  readonly source?: DataSource;
}

function versionsIn(table: "data_value" | "data_value_version"): string {
  return `
    select value, qualifier, note, version, entered_by, entered_at, batch, reason from ${table}
    where province = $1 and data_element = $2 and period = $3 and org_unit = $4 and option_combo = $5 and source = $6`;
}

/** Everything that ever happened to one cell, the first entry first and what counts now last. */
export async function listDataValueVersions(
  db: Queryable,
  province: string,
  { element, period, orgUnit, optionCombo, source = "reported" }: VersionFilter,
): Promise<DataValueVersion[]> {
  const rows = await db.query<VersionRow>(
    `select value, lag(value) over (order by entered_at, version) as previous, qualifier, note,
            entered_by as by, entered_at as at, batch, reason
     from (${versionsIn("data_value_version")} union all ${versionsIn("data_value")}) as versions
     order by entered_at, version`,
    [province, element, period, orgUnit, optionCombo, source],
  );
  return rows.map(({ value, previous, ...rest }) => ({
    ...withoutNulls(rest),
    ...(value !== null && { value: decimal(value) }),
    ...(previous !== null && { previous: decimal(previous) }),
  }));
}

/** The periods that have values of a source, each with how many. */
export async function listPeriodsWithValues(
  db: Queryable,
  province: string,
  source: DataSource,
): Promise<{ period: string; count: number }[]> {
  return db.query(
    `select period, count(*)::int as count from data_value
     where province = $1 and source = $2 group by period order by period`,
    [province, source],
  );
}
