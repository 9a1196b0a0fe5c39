import { decimalFirst, readNumber } from "./number-readings.ts";
import { fold } from "./normalise.ts";
import { type Quantity } from "./quantities.ts";
import { type Cell, type Table } from "./tables.ts";
import { noUnit } from "./units.ts";

/** One line of numbers with its label. */
export interface GridRow {
  readonly label: string;
  /** "I", "1", "a": the numbering in front of the label, or "". */
  readonly number: string;
  /** One entry for each column; `undefined` for blank cells and words. */
  readonly values: readonly (Quantity | undefined)[];
}

/** A table read as numbers under headers. Columns of labels and serial numbers are left out. */
export interface Grid {
  readonly headers: readonly string[];
  readonly rows: readonly GridRow[];
}

/** A number with its sign, and "%" or the counted noun: "-23", "94,5%", "4.218 trẻ". */
const numberCell =
  /^([+−-]?)\s?(\d[\d.,\u00a0\u202f]*|\d{1,3}(?: \d{3})+(?:,\d+)?)\s?(%|‰|\p{L}{1,12}(?:[ .]\p{L}{1,12}){0,2})?$/u;
const serialHeader = /^(?:tt|stt|số tt|số thứ tự|#|no\.?)$/i;

/** Reads the cells of a table; tables of fewer than two rows or one column of numbers have nothing to check. */
export function readGrid(table: Table): Grid | undefined {
  const width = commonWidth(table);
  const rows = table.rows.flatMap((row) => fitted(row, width));
  const read = rows.map((row) => row.map(readCell));
  const first = read.findIndex((row, index) => isDataRow(row, rows[index]!));
  if (first < 0) return undefined;
  const headers = headerTexts(rows.slice(0, first), width);
  const columns = numericColumns(read.slice(first), headers);
  if (columns.length === 0) return undefined;
  const body = rows.slice(first).map((row, index) => toGridRow(row, read[first + index]!, columns));
  return {
    headers: columns.map((column) => headers[column]!),
    rows: body.filter((row) => row.values.some((value) => value !== undefined)),
  };
}

function commonWidth(table: Table): number {
  const counts = new Map<number, number>();
  for (const row of table.rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

function readCell(cell: Cell): Quantity | undefined {
  const match = numberCell.exec(cell.text);
  if (!match) return undefined;
  const [, sign, digits, unit] = match;
  const kind = unit === "%" ? "percent" : unit === "‰" ? "permille" : "count";
  const readings = readNumber(digits!.replace(/[.,]$/, ""));
  return {
    index: -2, block: -1, sentence: 0, bracket: -1, depth: 0, start: cell.start, end: cell.end, text: cell.text,
    readings: kind === "count" ? readings : decimalFirst(readings), scale: 1, kind, per: 0, unit: noUnit, unitEnd: cell.end,
    isPerOther: false, approximate: false, sign: sign === "+" ? 1 : sign ? -1 : 0, role: "plain", direction: 0, changeWord: "",
    lead: "", trail: "", isGlued: false,
  }; // prettier-ignore
}

/** A label (or a class, a month: a short number) and at least one number, and not the line that numbers the columns. */
function isDataRow(values: readonly (Quantity | undefined)[], cells: readonly Cell[]): boolean {
  const numbers = values.flatMap((value) => value?.readings[0]!.value ?? []);
  const isColumnNumbering =
    numbers.length >= 2 &&
    numbers.every((value, index) => index === 0 || value === numbers[index - 1]! + 1) &&
    cells.every((cell) => cell.text.length <= 3);
  const isYears = numbers.length > 0 && numbers.every((value) => value >= 1990 && value <= 2100);
  return (
    numbers.length > 0 &&
    !isColumnNumbering &&
    !isYears &&
    (cells.some((cell, index) => !values[index] && /\p{L}/u.test(cell.text)) ||
      (numbers.length >= 3 && /^\d{1,2}$/.test(cells[0]!.text)))
  );
}

/** A row of the common width; a total whose label runs over the first columns is put back under its numbers. */
function fitted(row: readonly Cell[], width: number): readonly (readonly Cell[])[] {
  const last = row.at(-1);
  // A column of remarks that most rows leave blank.
  if (row.length === width + 1 && last && !numberCell.test(last.text)) return [row.slice(0, width)];
  if (row.length === width) return [row];
  const [label, ...rest] = row;
  const missing = width - row.length;
  if (!label || missing < 0 || missing > 2 || rest.length < 2) return [];
  if (!totalLabel.test(label.text.toLowerCase()) || !rest.every((cell) => numberCell.test(cell.text)))
    return [];
  const blank: Cell = { start: label.end, end: label.end, text: "" };
  return [[label, ...Array.from({ length: missing }, () => blank), ...rest]];
}

/** The headers above the first row of data, joined column by column; one that runs over several columns counts for each. */
function headerTexts(above: readonly (readonly Cell[])[], width: number): readonly string[] {
  return Array.from({ length: width }, (_, column) =>
    above
      .map((row, level) => headerAt(row, above[level + 1], column))
      .join(" ")
      .trim(),
  );
}

function headerAt(row: readonly Cell[], below: readonly Cell[] | undefined, column: number): string {
  const isSpanned = (at: number) => row[at]!.text === "" && below !== undefined && below[at]!.text !== "";
  let at = column;
  while (at > 0 && isSpanned(at)) at -= 1;
  return fold(row[at]!.text);
}

function numericColumns(
  body: readonly (readonly (Quantity | undefined)[])[],
  headers: readonly string[],
): readonly number[] {
  return headers.flatMap((header, column) => {
    if (serialHeader.test(header)) return [];
    const numbers = body.flatMap((row) => row[column] ?? []);
    const isSerial =
      column === 0 &&
      numbers.every((each, index) => each.readings[0]!.value === index + 1 || each.readings[0]!.value < 100);
    return numbers.length > 0 && !isSerial ? [column] : [];
  });
}

function toGridRow(
  cells: readonly Cell[],
  values: readonly (Quantity | undefined)[],
  columns: readonly number[],
): GridRow {
  const kept = new Set(columns);
  const words = cells.filter((_, column) => !kept.has(column)).map((cell) => cell.text);
  const number = words.find((word) => /^(?:[IVX]{1,5}|\d{1,3}(?:\.\d+)*|[A-Za-zđ])[.)]?$/.test(word)) ?? "";
  const label = words.find((word) => word !== number && /\p{L}{2}/u.test(word)) ?? "";
  return { label: fold(label), number, values: columns.map((column) => values[column]) };
}

/** The same numbers with rows and columns in each other's place. */
export function transposed({ headers, rows }: Grid): Grid {
  return {
    headers: rows.map(({ label }) => label),
    rows: headers.map((label, column) => ({
      label,
      number: "",
      values: rows.map(({ values }) => values[column]),
    })),
  };
}

/** "Mắc/100.000 dân", "HS/lớp", but not "Đạt/Trung bình". */
const perUnitHeader =
  /\/\s?(?:1[0.]|vạn|dân|người|lớp|trường|giường|xã|hộ|ha|km|năm|tháng|ngày|lượt|ca|trẻ|cơ sở|đơn vị|bệnh nhân|học sinh|lao động)/;

/** A column whose cells cannot be added up: rates, averages, changes in percent. */
export function isRateColumn(grid: Grid, column: number): boolean {
  const header = grid.headers[column]!;
  if (
    /%|‰|tỷ lệ|tỉ lệ|tỷ suất|bình quân|trung bình|(?:^|\s)tb(?:\s|$)|mật độ|năng suất|hệ số|tốc độ|chỉ số|điểm|đơn giá|giá bán|vạn dân|so sánh|so với|tăng|giảm|công suất|xếp hạng|thứ hạng|năm (?:sinh|thành lập)|mã|số hiệu/.test(
      header,
    ) ||
    perUnitHeader.test(header)
  )
    return true;
  const values = grid.rows.flatMap((row) => row.values[column] ?? []);
  return values.some((value) => value.kind !== "count");
}

const totalLabel =
  /^(?:tổng(?: số| cộng| chung)?(?!\p{L})|cộng(?!\p{L})|toàn (?:bộ|tỉnh|huyện|ngành|xã|quốc|thành phố|thị xã|tp|trường|đơn vị|viện|khu vực|vùng|nền)|chung(?!\p{L})|cả (?:nước|tỉnh|huyện|năm|xã|trường)|total)/u;

export function isTotalRow(row: GridRow): boolean {
  return totalLabel.test(row.label);
}
