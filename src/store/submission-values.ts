import type { DataValue } from "#domain/data-value.ts";
import { decimal } from "#domain/decimal.ts";
import type { CellValues } from "#domain/form-cell.ts";
import { parseCellName } from "#domain/form-cell.ts";
import type { SubmissionKey } from "#domain/submission.ts";
import type { Queryable, Transaction } from "./database.ts";
import { incomingColumns, incomingRow } from "./data-value-columns.ts";
import { changeParameters, deleteDataValues, upsertFrom } from "./data-values.ts";

/** How the values of a submission and the figures that are made of them come together. */
export interface WrittenValues {
  readonly before: CellValues;
  readonly after: CellValues;
  /** The id of the hand-in, which every value carries as its batch. */
  readonly handIn: string;
  readonly by: string;
  readonly reason: string;
  /** Nobody has to look at it any more. */
  readonly isConfirmed: boolean;
}

/**
 * Brings a hand-in into the figures. A value counts from this moment on, marked as an estimate, and with it every
 * figure it is part of shows as provisional, until the last tier has approved. A cell made blank is not reported any
 * more. What the cell held before stays in its history.
 */
export async function writeSubmissionValues(
  tx: Transaction,
  province: string,
  key: SubmissionKey,
  { before, after, handIn, by, reason, isConfirmed }: WrittenValues,
): Promise<void> {
  const change = { by, batch: handIn, reason };
  const values = Object.entries(after).map(([cell, value]): DataValue => ({
    ...placeOf(key, cell),
    source: "reported",
    value: decimal(value),
    estimate: !isConfirmed,
    reportedBy: key.orgUnit,
  }));
  // Elements and unit were just read with the form; what `saveDataValues` would ask again is known.
  await tx.query(upsertFrom(`jsonb_to_recordset($5) as incoming (${incomingColumns})`), [
    ...changeParameters(province, change),
    JSON.stringify(values.map(incomingRow)),
  ]);
  const gone = Object.keys(before).filter((cell) => !Object.hasOwn(after, cell));
  if (gone.length === 0) return;
  const keys = gone.map((cell) => ({ ...placeOf(key, cell), source: "reported" as const }));
  await deleteDataValues(tx, province, keys, change);
}

/**
 * Marks the values of a version as confirmed, or as provisional again. A value that something else has changed since
 * (an import) is not what was looked at, and stays as it is.
 */
export async function confirmSubmissionValues(
  tx: Transaction,
  province: string,
  key: SubmissionKey,
  {
    values,
    isConfirmed,
    by,
    reason,
  }: {
    readonly values: CellValues;
    readonly isConfirmed: boolean;
    readonly by: string;
    readonly reason: string;
  },
): Promise<void> {
  const cells = Object.entries(values).map(([cell, value]) => ({ ...placeOf(key, cell), value }));
  await tx.query(
    `update data_value as now set estimate = $2, version = now.version + 1, entered_by = $3,
       entered_at = statement_timestamp(), reason = $4
     from jsonb_to_recordset($5)
       as seen (element text, period text, "orgUnit" text, "optionCombo" text, value numeric)
     where now.province = $1 and now.data_element = seen.element and now.period = seen.period
       and now.org_unit = seen."orgUnit" and now.option_combo = seen."optionCombo" and now.source = 'reported'
       and now.value = seen.value and now.estimate <> $2 and now.reported_by = seen."orgUnit"`,
    [province, !isConfirmed, by, reason, JSON.stringify(cells)],
  );
}

function placeOf({ period, orgUnit }: SubmissionKey, cell: string) {
  const parsed = parseCellName(cell);
  if (!parsed) throw new Error(`not a cell: ${cell}`);
  return { ...parsed, period, orgUnit };
}

/** A value as a form shows it. */
export interface CellValue {
  readonly element: string;
  readonly optionCombo: string;
  readonly period: string;
  readonly value: string;
}

/** What a unit reported of some elements in some periods, however it came in. */
export function listCellValues(
  db: Queryable,
  province: string,
  {
    elements,
    periods,
    orgUnit,
  }: {
    readonly elements: readonly string[];
    readonly periods: readonly string[];
    readonly orgUnit: string;
  },
): Promise<CellValue[]> {
  return db.query(
    `select data_element as element, option_combo as "optionCombo", period, value from data_value
     where province = $1 and data_element = any($2) and period = any($3) and org_unit = $4 and source = 'reported'`,
    [province, elements, periods, orgUnit],
  );
}
