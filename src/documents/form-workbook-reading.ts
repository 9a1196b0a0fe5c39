import type { CellName } from "#domain/form-cell.ts";
import { Refusal } from "#domain/refusal.ts";
import { identityMark, parseIdentity, sheetMark, type WorkbookIdentity } from "./form-workbook-identity.ts";
import { parseColumnMark, parseRowMark } from "./form-workbook-layout.ts";
import { formWorkbookLimits, openFormPackage } from "./form-workbook-package.ts";
import { columnLetters, type RawRow, type TableCell } from "./read-table-cell.ts";
import { sheetRows } from "./read-xlsx-sheet.ts";
import { readWorkbook } from "./read-xlsx-workbook.ts";

/** One box of the sheet with what stands in it; absent content: blank. */
export interface FilledBox {
  readonly content?: TableCell;
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
}

export interface FilledWorkbook {
  readonly identity: WorkbookIdentity;
  /** Every cell that the workbook listed when it was made. */
  readonly boxes: ReadonlyMap<CellName, FilledBox>;
}

/**
 * Reads a form's workbook that somebody has filled in, in bounded time and memory: cell contents and nothing else
 * (validations, merges, drawings and macros are never looked at). Rows and columns are found by their hidden marks, so
 * that moved ones stay right. Refuses with `workbook-not-ours`, `workbook-identifiers-changed`, `workbook-rows-changed`
 * and as `openFormPackage`.
 */
export async function readFormSheets(bytes: Uint8Array, file: string): Promise<FilledWorkbook> {
  const parts = await openFormPackage(bytes, file);
  const workbook = readWorkbook(parts, file);
  if (workbook.sheets.length > formWorkbookLimits.sheets) throw new Refusal("workbook-not-ours", { file });
  let identity: RawRow[] | undefined;
  const forms: { name: string; rows: RawRow[] }[] = [];
  for (const { name, part } of workbook.sheets) {
    const rows = readMarked(sheetRows(parts.read(part), { file, name: part }, workbook, { hasUnicode: true }));
    const mark = rows[0]?.cells[0]?.text;
    if (mark === identityMark) identity ??= rows;
    if (mark === sheetMark) forms.push({ name, rows });
  }
  const [form, ...more] = forms;
  if (!form || !identity) throw new Refusal(forms.length === 0 && !identity ? "workbook-not-ours" : "workbook-identifiers-changed", { file });
  if (more.length > 0) throw new Refusal("workbook-sheet-twice", { file, first: form.name, second: more[0]?.name ?? "" });
  const known = parseIdentity(identity.map(({ cells }) => [0, 1, 2].map((at) => cells[at]?.text ?? "")));
  if (!known) throw new Refusal("workbook-identifiers-changed", { file });
  return { identity: known, boxes: boxesOf(form, known, file) };
} // prettier-ignore

/** Reads on only where the first cell says that it is one of ours. */
function readMarked(rows: Iterable<RawRow>): RawRow[] {
  const kept: RawRow[] = [];
  for (const row of rows) {
    const mark = row.cells[0]?.text;
    if (kept.length === 0 && mark !== identityMark && mark !== sheetMark) return [];
    kept.push(row);
    if (kept.length > formWorkbookLimits.rows) break;
  }
  return kept;
}

function boxesOf(
  { name: sheet, rows }: { readonly name: string; readonly rows: readonly RawRow[] },
  { cells: listed }: WorkbookIdentity,
  file: string,
): Map<CellName, FilledBox> {
  const columns = valueColumns(rows[0]);
  const boxes = new Map<CellName, FilledBox>();
  const twice = new Set<CellName>();
  for (const { row, cells } of rows.slice(1)) {
    const mark = cells[0]?.text;
    if (mark === undefined) continue;
    const places = parseRowMark(mark);
    if (!places) throw new Refusal("workbook-identifiers-changed", { file });
    for (const [index, place] of places.entries()) {
      if (place === undefined) continue;
      const name = listed[place];
      const position = columns.get(index);
      if (name === undefined || position === undefined) throw new Refusal("workbook-identifiers-changed", { file }); // prettier-ignore
      if (boxes.has(name)) twice.add(name);
      const content = cells[position];
      boxes.set(name, { sheet, row, column: columnLetters(position), ...(content && { content }) });
    }
  }
  const missing = listed.filter((name) => !boxes.has(name));
  if (missing.length + twice.size > 0) {
    const [example = ""] = [...missing, ...twice];
    throw new Refusal("workbook-rows-changed", { file, missing: missing.length, twice: twice.size, example });
  }
  return boxes;
}

/** The positions of the columns of values, by their marks in the hidden first row. */
function valueColumns(row: RawRow | undefined): Map<number, number> {
  const found = new Map<number, number>();
  for (const [position, cell] of (row?.cells ?? []).entries()) {
    const index = parseColumnMark(cell?.text ?? "");
    if (index !== undefined && !found.has(index)) found.set(index, position);
  }
  return found;
}
