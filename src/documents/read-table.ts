import type { Finding } from "#domain/finding.ts";
import { Refusal } from "#domain/refusal.ts";
import { openCsv } from "./read-csv.ts";
import { inBatches, oneByOne } from "./read-table-batches.ts";
import { columnLetters, type RawRow, type RawTable, type TableCell } from "./read-table-cell.ts";
import { findHeader, headerSearch, type Header } from "./read-table-header.ts";
import { tableKind } from "./read-table-kind.ts";
import { tableLimits, type TableSource } from "./read-table-source.ts";
import { openXlsx } from "./read-xlsx.ts";

export type { TableCell } from "./read-table-cell.ts";
export { bytesSource, fileSource, tableLimits, type TableSource } from "./read-table-source.ts";

/** A table that was handed in: its header is found, its rows are read as they are asked for. */
export interface Table<Column extends string> {
  readonly file: string;
  readonly sheet?: string;
  /** The letter of each column, as Excel shows it. */
  readonly columns: Readonly<Partial<Record<Column, string>>>;
  /** What was read in an unusual way and is said so: encoding, title rows, sheets and columns left aside. */
  readonly findings: readonly Finding[];
  /** May be called again; each call reads from the beginning. Blank rows are left out. */
  rows(): AsyncIterable<TableRow<Column>>;
  /** The same rows, many at a time: for files of a million. */
  batches(): AsyncIterable<readonly TableRow<Column>[]>;
}

export interface TableRow<Column extends string> {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<Column, TableCell>>>;
  readonly isHidden?: boolean;
  /** A row of a text file with more or fewer cells than the header: its cells may stand in wrong columns. */
  readonly width?: { readonly read: number; readonly expected: number };
}

/** The columns to look for. */
export interface TableColumns<Column extends string> {
  readonly required: readonly Column[];
  readonly optional: readonly Column[];
}

/**
 * Opens a CSV file or the first visible sheet of an XLSX file, in bounded memory. Refuses what cannot be read
 * as such a table (see `tableKind`), a header without a required column, and a file beyond `tableLimits`.
 */
export async function readTable<Column extends string>(
  source: TableSource,
  { required, optional }: TableColumns<Column>,
): Promise<Table<Column>> {
  const wanted = [...required, ...optional];
  const raw =
    (await tableKind(source)) === "workbook" ? await openXlsx(source) : await openCsv(source, wanted);
  const sheet = raw.sheet === undefined ? {} : { sheet: raw.sheet };
  const header = await headerOf(raw, source.name, required, wanted);
  const positions = wanted.flatMap((column) => {
    const position = header.positions.get(column);
    return position === undefined ? [] : [[column, position] as const];
  });
  const batches = () => dataRows(raw, header, positions, source.name);
  return {
    file: source.name,
    ...sheet,
    columns: pick(positions, columnLetters),
    findings: [...raw.findings, ...headerFindings(header, { file: source.name, ...sheet })],
    rows: () => oneByOne(batches()),
    batches,
  };
}

async function headerOf(raw: RawTable, file: string, required: readonly string[], wanted: readonly string[]) {
  const rows: RawRow[] = [];
  for await (const row of raw.rows()) if (rows.push(row) > headerSearch) break;
  const header = findHeader(rows, wanted);
  const missing = required.filter((column) => !header?.positions.has(column));
  const where = { file, ...(raw.sheet === undefined ? {} : { sheet: raw.sheet }) };
  if (rows.length === 0) throw new Refusal("table-empty", where);
  if (!header || missing.length > 0) {
    const read = (header ? [...header.positions.keys(), ...header.others] : textsOf(rows[0]))
      .join(", ")
      .slice(0, 200);
    throw new Refusal("columns-missing", {
      ...where,
      row: header?.row ?? rows[0]?.row ?? 1,
      missing: missing.join(", "),
      read,
    });
  }
  if (header.twice.length > 0)
    throw new Refusal("column-twice", { ...where, row: header.row, column: header.twice.join(", ") });
  return header;
}

function headerFindings(header: Header, place: { file: string; sheet?: string }): Finding[] {
  const [title] = header.titles;
  const findings: Finding[] = [];
  if (title) {
    const facts = {
      count: header.titles.length,
      text: textsOf(title).join(" ").slice(0, 100),
      header: header.row,
    };
    findings.push({
      code: "title-rows-skipped",
      severity: "warning",
      facts,
      place: { ...place, row: title.row },
    });
  }
  if (header.others.length > 0) {
    const facts = { columns: header.others.join(", ").slice(0, 200) };
    findings.push({
      code: "columns-ignored",
      severity: "warning",
      facts,
      place: { ...place, row: header.row },
    });
  }
  return findings;
}

async function* dataRows<Column extends string>(
  raw: RawTable,
  header: Header,
  positions: readonly (readonly [Column, number])[],
  file: string,
): AsyncIterable<readonly TableRow<Column>[]> {
  const lastNeeded = Math.max(...positions.map(([, position]) => position)) + 1;
  const fewest = Math.min(lastNeeded, header.width);
  const read = ({ row, cells, isHidden }: RawRow): TableRow<Column> => {
    const found = { row, cells: pick(positions, (position) => cells[position]) };
    const isWrong = raw.hasWidth && (cells.length > header.width || cells.length < fewest);
    if (!isHidden && !isWrong) return found;
    const width = { read: cells.length, expected: header.width };
    return { ...found, ...(isHidden ? { isHidden } : {}), ...(isWrong ? { width } : {}) };
  };
  for await (const batch of raw.batches?.() ?? inBatches(raw.rows())) {
    const tooFar = batch.findIndex(({ row }) => row > tableLimits.textRows);
    yield batch
      .slice(0, tooFar === -1 ? undefined : tooFar)
      .filter(({ row }) => row > header.row)
      .map(read);
    if (tooFar !== -1) throw new Refusal("too-many-rows", { file, limit: tableLimits.textRows });
  }
}

/** The columns with a value, by name. */
function pick<Column extends string, Value>(
  positions: readonly (readonly [Column, number])[],
  valueAt: (position: number) => Value | undefined,
): Partial<Record<Column, Value>> {
  const found: Partial<Record<Column, Value>> = {};
  for (const [column, position] of positions) {
    const value = valueAt(position);
    if (value !== undefined) found[column] = value;
  }
  return found;
}

function textsOf(row: RawRow | undefined): string[] {
  return (row?.cells ?? []).flatMap((cell) => (cell === undefined ? [] : [cell.text]));
}
