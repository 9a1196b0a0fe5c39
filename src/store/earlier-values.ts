import type { DataValue } from "#domain/data-value.ts";
import type { Queryable } from "./database.ts";
import { keyColumns, readDataValue, selectedColumns, type DataValueRow } from "./data-value-columns.ts";

/**
 * Of the given values, those that their cell held before with just this number and day: as they were then, with source
 * and citation. A number that is put back to what a document says is that document's number again.
 */
export async function listEarlierValues(
  db: Queryable,
  province: string,
  values: readonly DataValue[],
): Promise<DataValue[]> {
  const cells = values.map(({ element, period, orgUnit, optionCombo, source, value, asOf }) => ({
    element,
    period_given: period,
    unit: orgUnit,
    combo: optionCombo,
    source_given: source,
    number: value.toFixed(),
    day: asOf ?? null,
  }));
  const rows = await db.query<DataValueRow>(
    `with given as (
       select * from jsonb_to_recordset($2) as given (element text, period_given text, unit text, combo text,
                                                      source_given text, number numeric, day date)
     )
     select distinct on (${keyColumns}) ${selectedColumns}
     from data_value_version
     join given on data_element = element and period = period_given and org_unit = unit and option_combo = combo
               and source = source_given and value = number and as_of is not distinct from day
     where province = $1
     order by ${keyColumns}, version desc`,
    [province, JSON.stringify(cells)],
  );
  return rows.map(readDataValue);
}
