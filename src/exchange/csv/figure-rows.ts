import type { ImportedList, Imported } from "#domain/check-import-cell.ts";
import { FindingList } from "#domain/check-import-findings.ts";
import type { DataElement } from "#domain/data-element.ts";
import type { DataValue, Target } from "#domain/data-value.ts";
import type { Finding } from "#domain/finding.ts";
import type { ColumnNotation, NumberNotation } from "#domain/number-reading.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { Refusal } from "#domain/refusal.ts";
import { FigureList, targetOf, valueOf, type SettledRow } from "./figure-list.ts";
import { figureColumnOrder, type FigureCell, type FigureTable, type FigureTableRow } from "./figure-row.ts";
import { NumberColumn, type CellFault } from "./number-column.ts";
import { indexCatalogue, placeOf, type CellFinding } from "./read-figure-cells.ts";
import { readFigureRow, type RowDraft, type RowResult } from "./read-figure-row.ts";
import type { NumberNeed } from "./read-figure-value.ts";

export interface FigureCatalogue {
  readonly elements: readonly DataElement[];
  readonly orgUnits: readonly OrgUnit[];
}

/** What a file of figures says; nothing of it is to be kept when a finding is blocking. */
export interface FigureImport {
  readonly values: ImportedList<DataValue>;
  readonly targets: readonly Imported<Target>[];
  /** Rows that hold anything. */
  readonly rows: number;
  /** Rows of computed figures, left out. */
  readonly passedOver: number;
  /** Rows without a value: not reported, so nothing changes. */
  readonly blank: number;
  readonly findings: readonly Finding[];
}

/** All rows of a file are held to be checked against one another, a million in some 100 MB. */
export const mostFigureRows = 2_000_000;

/**
 * Maps the rows of a table to values and targets. `notation` is a person's answer to which sign marks decimals;
 * without it the column decides, or the answer is asked for. Refuses a period it cannot read (`period-unreadable`).
 */
export async function readFigureRows(
  table: FigureTable,
  catalogue: FigureCatalogue,
  { notation }: { readonly notation?: NumberNotation | undefined } = {},
): Promise<FigureImport> {
  const index = indexCatalogue(catalogue);
  const reading = startReading(table);
  for await (const batch of table.batches()) {
    if ((reading.rows += batch.length) > mostFigureRows)
      throw new Refusal("too-many-rows", { file: table.file, limit: mostFigureRows });
    for (const row of batch) {
      noteRow(reading, row);
      noteResult(reading, readFigureRow(row, index, table), row);
    }
  }
  return finish(reading, notation);
}

/** What has been read so far. */
interface Reading {
  readonly table: FigureTable;
  readonly column: NumberColumn;
  readonly values: RowDraft[];
  readonly targets: RowDraft[];
  readonly findings: FindingList;
  rows: number;
  passedOver: number;
  blank: number;
  readonly formulas: { count: number; row: number };
  readonly hidden: { count: number; row: number };
}

function startReading(table: FigureTable): Reading {
  return {
    table,
    column: new NumberColumn(),
    values: [],
    targets: [],
    findings: new FindingList(),
    rows: 0,
    passedOver: 0,
    blank: 0,
    formulas: { count: 0, row: 0 },
    hidden: { count: 0, row: 0 },
  };
}

function noteRow({ formulas, hidden }: Reading, { row, isHidden, cells }: FigureTableRow): void {
  if (isHidden && (hidden.count += 1) === 1) hidden.row = row;
  if (hasFormula(cells) && (formulas.count += 1) === 1) formulas.row = row;
}

function hasFormula(cells: FigureTableRow["cells"]): boolean {
  for (const column of figureColumnOrder) if (cells[column]?.isFormula && !cells[column].isError) return true;
  return false;
}

/** Every row of the column is evidence of its notation, also those that are passed over. */
function noteResult(reading: Reading, result: RowResult, { row, cells }: FigureTableRow): void {
  if (result.kind === "draft") noteDraft(reading, result.draft, cells.value);
  else if (cells.value) reading.column.note(cells.value, row, { wholeOnly: false, unit: "" });
  if (result.kind === "passedOver" || result.kind === "blank") reading[result.kind] += 1;
  else for (const finding of result.findings) add(reading, finding, row);
}

function noteDraft(reading: Reading, draft: RowDraft, cell: FigureCell = { text: "" }): void {
  const number = reading.column.note(cell, draft.row, needOf(draft));
  if (!take(reading, draft, number ?? cell.text)) return;
  if (draft.slot.role === "plan") reading.targets.push(draft);
  else reading.values.push(draft);
}

/** Gives a row its number; a fault in it is noted and the row left out. */
function take(reading: Reading, draft: RowDraft, number: RowDraft["number"] | CellFault): boolean {
  if (typeof number === "object" && "code" in number) {
    add(reading, { ...number, severity: "blocking", column: "value" }, draft.row);
    return false;
  }
  draft.number = number;
  return true;
}

function needOf({ slot }: RowDraft): NumberNeed {
  return { wholeOnly: slot.element.valueType === "integer", unit: slot.unit };
}

function finish(reading: Reading, answered: NumberNotation | undefined): FigureImport {
  const { table, column, findings, rows, passedOver, blank } = reading;
  if (answered === undefined)
    for (const { row, ...finding } of column.findings()) add(reading, { ...finding, column: "value" }, row);
  const notation = answered ?? column.notation();
  const values = new FigureList(settle(reading, reading.values, notation), valueOf);
  const targets = [...new FigureList(settle(reading, reading.targets, notation), targetOf)];
  return {
    values,
    targets,
    rows,
    passedOver,
    blank,
    findings: [...findings.listed(), ...summary(reading), ...findings.more(table)],
  };
}

/** The rows with a number, now that the notation of the column is known. */
function settle(reading: Reading, drafts: readonly RowDraft[], notation: ColumnNotation): SettledRow[] {
  return drafts.filter((draft): draft is SettledRow => {
    if (typeof draft.number !== "string") return true;
    const number = reading.column.settle(draft.number, needOf(draft), notation);
    return number !== undefined && take(reading, draft, number);
  });
}

function add({ table, findings }: Reading, { column, ...finding }: CellFinding, row: number): void {
  findings.add({ ...finding, place: placeOf(table, row, column) });
}

/** What is said once for the whole file. */
function summary({ table, formulas, hidden }: Reading): Finding[] {
  const findings: Finding[] = [];
  if (formulas.count > 0)
    findings.push({
      code: "formulas-read",
      severity: "warning",
      facts: { count: formulas.count },
      place: placeOf(table, formulas.row, "value"),
    });
  if (hidden.count > 0)
    findings.push({
      code: "hidden-rows-read",
      severity: "warning",
      facts: { count: hidden.count },
      place: placeOf(table, hidden.row, "key"),
    });
  return findings;
}
