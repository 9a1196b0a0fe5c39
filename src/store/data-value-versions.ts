import type { Citation, DataValue } from "#domain/data-value.ts";
import { decimal, type Decimal } from "#domain/decimal.ts";
import { readCitation } from "./citations.ts";
import type { DataValueRow } from "./data-value-columns.ts";
import type { DataValueKey } from "./data-values.ts";
import type { Queryable, Transaction } from "./database.ts";
import { withoutNulls } from "./nulls.ts";

/** What a cell held at one time, with all that was said about it; without a value where it was deleted. */
export interface CellVersion extends Omit<
  DataValue,
  "element" | "optionCombo" | "period" | "orgUnit" | "source" | "value" | "enteredBy" | "enteredAt"
> {
  readonly value?: Decimal;
  readonly citation?: Citation;
  readonly by: string;
  /** ISO moment in UTC. */
  readonly at: string;
  readonly reason?: string;
  readonly batch?: string;
  readonly fileName?: string;
  /** In force now. */
  readonly isCurrent: boolean;
}

type Row = Omit<DataValueRow, "element" | "optionCombo" | "period" | "orgUnit" | "source" | "value" | "enteredBy" | "enteredAt"> & {
  readonly value: string | null;
  readonly by: string;
  readonly at: string;
  readonly reason: string | null;
  readonly batch: string | null;
  readonly fileName: string | null;
  readonly isCurrent: boolean;
}; // prettier-ignore

const columns = `province, value, as_of, qualifier, estimate, derived, note, reported_by, basis,
  citation_document, citation_section, citation_quote, version, entered_by, entered_at, batch, reason`;
const ofCell =
  "province = $1 and data_element = $2 and period = $3 and org_unit = $4 and option_combo = $5 and source = $6";

/** Everything that ever happened to one cell, newest first, with the names of the files it came with. */
export async function listCellVersions(
  db: Queryable,
  province: string,
  cell: DataValueKey,
): Promise<CellVersion[]> {
  const rows = await db.query<Row>(
    `select value, as_of as "asOf", qualifier, nullif(estimate, false) as estimate, nullif(derived, false) as derived,
            note, reported_by as "reportedBy", basis, citation_document, citation_section, citation_quote,
            entered_by as by, entered_at as at, reason, batch, file_name as "fileName", "isCurrent"
     from (select ${columns}, false as "isCurrent" from data_value_version where ${ofCell}
           union all
           select ${columns}, true from data_value where ${ofCell}) as versions
     left join import_batch on import_batch.province = versions.province and import_batch.id = versions.batch
     order by entered_at desc, version desc`,
    [province, ...parametersOf(cell)],
  );
  return rows.map(readVersion);
}

/** Keeps other corrections of a cell waiting until the transaction ends, and whoever would write its value. */
export async function lockCell(tx: Transaction, province: string, cell: DataValueKey): Promise<void> {
  const name = JSON.stringify([province, ...parametersOf(cell)]);
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [name]);
  await tx.query(`select 1 from data_value where ${ofCell} for update`, [province, ...parametersOf(cell)]);
}

function parametersOf({ element, period, orgUnit, optionCombo, source }: DataValueKey): string[] {
  return [element, period, orgUnit, optionCombo, source];
}

function readVersion({ value, citation_document, citation_section, citation_quote, ...rest }: Row): CellVersion {
  const citation = readCitation({ citation_document, citation_section, citation_quote });
  return {
    ...withoutNulls(rest),
    ...(value !== null && { value: decimal(value) }),
    ...(citation && { citation }),
  };
} // prettier-ignore
