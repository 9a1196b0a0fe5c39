import ExcelJS from "exceljs";
import { printNoteSheet } from "./print-table-xlsx-notes.ts";
import { absentMarks, safeText, type PrintedCell, type PrintedTable } from "./printed-table.ts";

const font = "Times New Roman";
/** Excel keeps fifteen digits of a number; longer ones stay text, so that none is lost unseen. */
const mostDigits = 15;
const grey = { type: "pattern", pattern: "solid", fgColor: { argb: "FFEFEFEA" } } as const;
const thin = { style: "thin", color: { argb: "FFBFBFB8" } } as const;
const grid = { top: thin, left: thin, bottom: thin, right: thin };

/**
 * The table as a workbook: numbers are numbers, shown with the separators of the reader's computer (2.633 in Vietnam);
 * the head stays while one scrolls; a second sheet says what has to be said about single numbers.
 */
export async function printTableXlsx(table: PrintedTable): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.created = book.modified = new Date(`${table.madeOn}T00:00:00Z`);
  book.title = safeText(table.title);
  const sheet = book.addWorksheet("Số liệu", {
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- A4; the enum exists in the types alone
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  printTitles(sheet, table);
  const headFrom = printHead(sheet, table);
  for (const row of table.rows) {
    const printed = sheet.addRow([...row.labels.map(safeText), ...row.cells.map(numberOf)]);
    printed.font = { name: font, size: 12 };
    for (const [index, cell] of row.cells.entries()) dress(printed.getCell(row.labels.length + index + 1), cell); // prettier-ignore
    for (const index of row.labels.keys()) printed.getCell(index + 1).border = grid;
  }
  setWidths(sheet, table);
  const headTo = headFrom + table.headLines.length - 1;
  sheet.views = [{ state: "frozen", xSplit: frozenColumns(sheet, table), ySplit: headTo }];
  sheet.pageSetup.printTitlesRow = `${headFrom}:${headTo}`;
  printNoteSheet(book.addWorksheet("Ghi chú"), table, font);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function printTitles(sheet: ExcelJS.Worksheet, { title, lines }: PrintedTable): void {
  sheet.addRow([safeText(title)]).font = { name: font, size: 14, bold: true };
  for (const line of lines) sheet.addRow([safeText(line)]).font = { name: font, size: 12, italic: true };
  sheet.addRow([]);
}

/** Prints the lines of the head, equal neighbours as one cell; answers the number of its first row. */
function printHead(sheet: ExcelJS.Worksheet, { rowHeads, headLines }: PrintedTable): number {
  const from = sheet.rowCount + 1;
  for (const [index, labels] of headLines.entries()) {
    const row = sheet.addRow([...rowHeads, ...labels].map(safeText));
    row.font = { name: font, size: 12, bold: true };
    row.alignment = { vertical: "middle", horizontal: "center", wrapText: true };
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.fill = grey;
      cell.border = grid;
    });
    if (index < headLines.length - 1) mergeEqual(sheet, row.number, rowHeads.length + 1, headLines.slice(0, index + 1)); // prettier-ignore
  }
  if (headLines.length > 1) for (const index of rowHeads.keys()) sheet.mergeCells(from, index + 1, from + headLines.length - 1, index + 1); // prettier-ignore
  return from;
}

/** Neighbours are one cell where this line and all above it say the same. */
function mergeEqual(
  sheet: ExcelJS.Worksheet,
  row: number,
  firstColumn: number,
  lines: readonly (readonly string[])[],
): void {
  const count = lines[0]!.length;
  const isSame = (a: number, b: number) => lines.every((labels) => labels[a] === labels[b]);
  for (let from = 0; from < count;) {
    let to = from;
    while (to + 1 < count && isSame(from, to + 1)) to += 1;
    if (to > from) sheet.mergeCells(row, firstColumn + from, row, firstColumn + to);
    from = to + 1;
  }
}

function numberOf({ value, state }: PrintedCell): number | string {
  if (value === undefined)
    return absentMarks[state === "impossible" || state === "hidden" ? state : "missing"];
  return digitsOf(value) > mostDigits && !value.includes(".") ? value : Number(value);
}

function digitsOf(value: string): number {
  return value.replace(/^-?0*/, "").replace(".", "").length;
}

/** Two decimals at most, as the report prints; the cell itself keeps all. */
function dress(cell: ExcelJS.Cell, { value, unit, state }: PrintedCell): void {
  cell.border = grid;
  cell.alignment = { horizontal: value === undefined ? "center" : "right" };
  if (state === "provisional") cell.font = { name: font, size: 12, italic: true };
  if (value === undefined) return;
  const decimals = Math.min(2, value.split(".")[1]?.length ?? 0);
  const sign = /^[%‰]/.exec(unit)?.[0];
  cell.numFmt = `#,##0${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}${sign ? `"${sign}"` : ""}`;
}

/** The names stay in sight while one scrolls, unless they would leave no room for numbers beside them. */
function frozenColumns(sheet: ExcelJS.Worksheet, { rowHeads }: PrintedTable): number {
  const width = rowHeads.reduce((sum, _, index) => sum + (sheet.getColumn(index + 1).width ?? 0), 0);
  return width <= 100 ? rowHeads.length : 1;
}

/** Wide enough for most names, narrow enough for a page. */
function setWidths(sheet: ExcelJS.Worksheet, { rowHeads, headLines, rows }: PrintedTable): void {
  for (const [index, head] of rowHeads.entries()) {
    const longest = rows.reduce(
      (most, { labels }) => Math.max(most, labels[index]?.length ?? 0),
      head.length,
    );
    sheet.getColumn(index + 1).width = Math.min(48, longest + 3);
  }
  for (const [index, label] of (headLines.at(-1) ?? []).entries()) {
    sheet.getColumn(rowHeads.length + index + 1).width = Math.min(24, Math.max(13, label.length * 0.7));
  }
}
