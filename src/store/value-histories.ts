import type { DataSource } from "#domain/data-value.ts";
import type { Queryable } from "./database.ts";

export interface HistoryFilter {
  readonly province: string;
  readonly source: DataSource;
  readonly elements: readonly string[];
  /** In the order in which the values are to come. */
  readonly periods: readonly string[];
  readonly orgUnits?: readonly string[] | undefined;
}

/** One cell over the periods asked for: exact values, `undefined` where it was blank. */
export interface ValueHistory {
  readonly element: string;
  readonly optionCombo: string;
  readonly orgUnit: string;
  readonly values: readonly (string | undefined)[];
}

interface Row {
  readonly element: string;
  readonly optionCombo: string;
  readonly orgUnit: string;
  readonly values: string;
}

/**
 * What the cells of elements held in each of the periods, in the order of element, unit and option combo. One text per
 * cell travels, not one row per value: a province of millions of values is read in seconds.
 */
export async function listValueHistories(db: Queryable, filter: HistoryFilter): Promise<ValueHistory[]> {
  const { province, source, elements, periods, orgUnits } = filter;
  if (elements.length === 0) return [];
  const rows = await db.query<Row>(
    `select data_element as element, option_combo as "optionCombo", org_unit as "orgUnit",
            string_agg(place || ':' || value, ' ') as values
     from data_value
     join unnest($4::text[]) with ordinality as asked (period, place) using (period)
     where province = $1 and source = $2 and data_element = any($3) and period = any($4)
       and ($5::text[] is null or org_unit = any($5))
     group by data_element, org_unit, option_combo
     order by data_element, org_unit, option_combo`,
    [province, source, elements, periods, orgUnits ?? null],
  );
  return rows.map(({ values, ...cell }) => ({ ...cell, values: spread(values, periods.length) }));
}

function spread(text: string, length: number): (string | undefined)[] {
  const values = Array.from<string | undefined>({ length });
  for (const piece of text.split(" ")) {
    const at = piece.indexOf(":");
    values[Number(piece.slice(0, at)) - 1] = piece.slice(at + 1);
  }
  return values;
}

/** How many cells hold a value in each of the periods. */
export async function countValues(
  db: Queryable,
  { province, source, elements, periods, orgUnits }: HistoryFilter,
): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select count(*)::int as count from data_value
     where province = $1 and source = $2 and data_element = any($3) and period = any($4)
       and ($5::text[] is null or org_unit = any($5))`,
    [province, source, elements, periods, orgUnits ?? null],
  );
  return row?.count ?? 0;
}

/** The same for a few cells: of findings that are shown. */
export async function listCellHistories(
  db: Queryable,
  { province, source, periods }: Pick<HistoryFilter, "province" | "source" | "periods">,
  cells: readonly { readonly element: string; readonly optionCombo: string; readonly orgUnit: string }[],
): Promise<ValueHistory[]> {
  const rows = await db.query<Row>(
    `select element, combo as "optionCombo", unit as "orgUnit", string_agg(place || ':' || value, ' ') as values
     from (select distinct * from unnest($3::text[], $4::text[], $5::text[]) as cell (element, combo, unit)) as cell
     cross join unnest($6::text[]) with ordinality as asked (period, place)
     join data_value on data_value.province = $1 and source = $2 and data_element = element
      and data_value.period = asked.period and org_unit = unit and option_combo = combo
     group by element, combo, unit`,
    [
      province,
      source,
      cells.map(({ element }) => element),
      cells.map(({ optionCombo }) => optionCombo),
      cells.map(({ orgUnit }) => orgUnit),
      periods,
    ],
  );
  return rows.map(({ values, ...cell }) => ({ ...cell, values: spread(values, periods.length) }));
}
