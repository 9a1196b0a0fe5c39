import type { DataSource } from "#domain/data-value.ts";
import type { Queryable } from "./database.ts";

/** One reported value as formulas read it that are not made of sums. */
export interface ReportRow {
  readonly element: string;
  readonly optionCombo: string;
  readonly orgUnit: string;
  readonly period: string;
  readonly value: string;
  readonly isEstimate: boolean;
}

/** Which reports are wanted: every element for every unit and period. */
export interface ReportsWanted {
  readonly source: DataSource;
  readonly elements: readonly string[];
  readonly orgUnits: readonly string[];
  readonly periods: readonly string[];
}

/** The values that units reported themselves. */
export async function listReports(
  db: Queryable,
  province: string,
  { source, elements, orgUnits, periods }: ReportsWanted,
): Promise<ReportRow[]> {
  if (elements.length === 0 || orgUnits.length === 0 || periods.length === 0) return [];
  return db.query<ReportRow>(
    `select data_element as element, option_combo as "optionCombo", org_unit as "orgUnit", period, value,
            estimate as "isEstimate"
     from data_value
     where province = $1 and source = $2 and data_element = any($3) and org_unit = any($4) and period = any($5)`,
    [province, source, elements, orgUnits, periods],
  );
}

/** The last period, in the order of its spelling, for which each element has values. */
export async function listLastPeriods(
  db: Queryable,
  province: string,
  elements: readonly string[],
): Promise<string[]> {
  const rows = await db.query<{ period: string }>(
    `select last.period from unnest($2::text[]) as wanted (id)
     cross join lateral (
       select period from data_value
       where province = $1 and data_element = wanted.id and source = 'reported'
       order by period desc limit 1
     ) as last`,
    [province, elements],
  );
  return rows.map(({ period }) => period);
}

/** The option combos of an element in its last period with values. */
export async function listCombosInUse(db: Queryable, province: string, element: string): Promise<string[]> {
  const rows = await db.query<{ combo: string }>(
    `select distinct option_combo as combo from data_value
     where province = $1 and data_element = $2 and period = (
       select period from data_value where province = $1 and data_element = $2 order by period desc limit 1)
     order by combo`,
    [province, element],
  );
  return rows.map(({ combo }) => combo);
}
