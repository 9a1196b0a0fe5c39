import type ExcelJS from "exceljs";
import type { FormCell, LayoutRow, LayoutSection } from "#domain/form.ts";
import type { CellName, CellValues } from "#domain/form-cell.ts";
import { formatDay } from "#wording/period.ts";
import { illustrativeNotice } from "#wording/furniture.ts";
import { sumFormula, type Address } from "./form-workbook-formula.ts";
import { sheetMark } from "./form-workbook-identity.ts";
import { cellPlaces, columnMark, rowMark, sheetColumns, type SheetColumns } from "./form-workbook-layout.ts";
import {
  computedFill, entryFill, grid, headFill, numberFormat, sheetFont, validationOf, wrongFill,
} from "./form-workbook-style.ts"; // prettier-ignore
import type { FormToPrint } from "./form-workbook.ts";
import { safeText } from "./printed-table.ts";

/** Excel keeps fifteen digits of a number; longer ones stay text, so that none is lost unseen. */
const mostDigits = 15;

interface SheetInMaking {
  readonly sheet: ExcelJS.Worksheet;
  readonly form: FormToPrint;
  readonly columns: SheetColumns;
  readonly places: ReadonlyMap<CellName, number>;
  readonly cells: ReadonlyMap<CellName, FormCell>;
  readonly addresses: Map<CellName, Address>;
}

/** The sheet that is filled in. */
export async function printFormSheet(book: ExcelJS.Workbook, form: FormToPrint): Promise<void> {
  const columns = sheetColumns(form.sections, Object.keys(form.denominators).length > 0);
  const sheet = book.addWorksheet("Phiếu", {
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- A4; the enum exists in the types alone
    pageSetup: { paperSize: 9, orientation: columns.width > 2 ? "landscape" : "portrait", fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins: { left: 0.6, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 } },
    headerFooter: { oddFooter: "&RTrang &P/&N" },
    properties: { defaultRowHeight: 18 },
  }); // prettier-ignore
  const making: SheetInMaking = {
    sheet,
    form,
    columns,
    places: cellPlaces(form),
    cells: new Map(form.cells.map((cell) => [cell.cell, cell])),
    addresses: new Map(),
  };
  printMarks(making);
  printTitles(making);
  const head = printBlockHeads(making);
  for (const section of form.sections) printSection(making, section);
  printTotals(making);
  printSignatures(making);
  setWidths(making);
  sheet.views = [{ state: "frozen", xSplit: columns.unit, ySplit: head, activeCell: firstEntry(making) }];
  sheet.pageSetup.printTitlesRow = `${head}:${head}`;
  await sheet.protect("", { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true }); // prettier-ignore
}

function printMarks({ sheet, columns }: SheetInMaking): void {
  const marks = sheet.getRow(1);
  marks.getCell(columns.mark).value = sheetMark;
  for (let index = 0; index < columns.width; index += 1) {
    marks.getCell(columns.entry + index).value = columnMark(index);
  }
  marks.hidden = true;
  sheet.getColumn(columns.mark).hidden = true;
}

function printTitles({ sheet, form, columns }: SheetInMaking): void {
  const { title, orgUnit, superior, period, dueOn, isIllustrative, basis } = form;
  const across = (text: string, font: Partial<ExcelJS.Font>, horizontal: "left" | "center" = "left") => {
    const row = sheet.addRow([]);
    row.getCell(columns.name).value = safeText(text);
    row.getCell(columns.name).font = { ...sheetFont, ...font };
    row.getCell(columns.name).alignment = { horizontal, vertical: "middle", wrapText: true };
    sheet.mergeCells(row.number, columns.name, row.number, columns.last);
  };
  if (superior !== undefined) across(superior, {});
  across(orgUnit, { bold: true });
  across(title.toLocaleUpperCase("vi"), { size: 14, bold: true }, "center");
  across(`Kỳ báo cáo: ${period}. Hạn nộp: ${formatDay(dueOn)}.`, { italic: true }, "center");
  if (isIllustrative) across(`${illustrativeNotice}: biểu do hệ thống lập từ danh mục, chưa phải biểu mẫu chính thức.`, { bold: true, color: { argb: "FF9C3A2E" } }, "center"); // prettier-ignore
  if (basis !== undefined) across(`Căn cứ: ${basis}`, { size: 11, italic: true });
  across("Chỉ nhập ô nền vàng; ô nền xám tự tính. Ô trống là chưa có số; không phát sinh thì ghi 0.", { size: 11 }); // prettier-ignore
}

/** Heads of the three blocks; answers the number of their row. */
function printBlockHeads({ sheet, form, columns }: SheetInMaking): number {
  const row = sheet.addRow([]);
  row.getCell(columns.name).value = "Chỉ tiêu";
  row.getCell(columns.unit).value = "Đơn vị tính";
  if (columns.denominator) row.getCell(columns.denominator).value = "Đối tượng năm";
  for (const [from, name] of [
    [columns.entry, form.period],
    [columns.lastPeriod, form.lastPeriodName],
    [columns.lastYear, form.lastYearName],
  ] as const) {
    row.getCell(from).value = safeText(name.charAt(0).toLocaleUpperCase("vi") + name.slice(1));
    if (columns.width > 1) sheet.mergeCells(row.number, from, row.number, from + columns.width - 1);
  }
  for (let column = columns.name; column <= columns.last; column += 1) dressHead(row.getCell(column));
  row.height = 34;
  return row.number;
}

function dressHead(cell: ExcelJS.Cell): void {
  cell.font = { ...sheetFont, bold: true };
  cell.fill = headFill;
  cell.border = grid;
  cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
}

function printSection(making: SheetInMaking, section: LayoutSection): void {
  const { sheet, columns } = making;
  const title = sheet.addRow([]);
  title.getCell(columns.name).value = safeText(section.title.vi + (section.note ? ` (${section.note.vi})` : ""));
  for (let column = columns.name; column <= columns.last; column += 1) {
    const cell = title.getCell(column);
    cell.font = { ...sheetFont, bold: true };
    cell.border = grid;
    cell.alignment = { vertical: "middle", wrapText: column >= columns.entry, ...(column >= columns.entry && { horizontal: "center" }) }; // prettier-ignore
  }
  for (const from of [columns.entry, columns.lastPeriod, columns.lastYear]) {
    for (const [index, { vi }] of section.columns.entries()) title.getCell(from + index).value = safeText(vi);
  }
  for (const row of section.rows) printRow(making, row);
} // prettier-ignore

function printRow(making: SheetInMaking, layout: LayoutRow): void {
  const { sheet, form, columns, places } = making;
  const row = sheet.addRow([]);
  row.getCell(columns.mark).value = rowMark(layout, places);
  row.getCell(columns.name).value = safeText(layout.name.vi);
  row.getCell(columns.name).alignment = { indent: layout.indent, wrapText: true, vertical: "middle" };
  row.getCell(columns.unit).value = safeText(layout.unit);
  row.getCell(columns.unit).alignment = { horizontal: "center", vertical: "middle", wrapText: true };
  if (columns.denominator) {
    const many = form.denominators[layout.cells.find((cell) => cell !== null) ?? ""];
    if (many !== undefined) row.getCell(columns.denominator).value = numberOrText(many);
    row.getCell(columns.denominator).numFmt = "#,##0";
  }
  for (let column = columns.name; column <= columns.last; column += 1) {
    row.getCell(column).font = sheetFont;
    row.getCell(column).border = grid;
  }
  for (const [index, name] of layout.cells.entries()) {
    const cell = name === null ? undefined : making.cells.get(name);
    if (!cell) continue;
    making.addresses.set(cell.cell, { row: row.number, column: columns.entry + index });
    if (cell.kind === "entry") printEntry(row.getCell(columns.entry + index), cell, form);
    printEarlier(row.getCell(columns.lastPeriod + index), cell, form.lastPeriod);
    printEarlier(row.getCell(columns.lastYear + index), cell, form.lastYear);
  }
}

function printEntry(box: ExcelJS.Cell, cell: FormCell, { values, unread, notes }: FormToPrint): void {
  const raw = unread.get(cell.cell);
  const value = values[cell.cell];
  if (raw !== undefined) box.value = safeText(raw);
  else if (value !== undefined) box.value = numberOrText(value);
  box.numFmt = numberFormat(cell);
  box.fill = entryFill;
  box.protection = { locked: false };
  box.dataValidation = validationOf(cell);
  box.alignment = { horizontal: "right", vertical: "middle" };
  note(box, notes.get(cell.cell));
}

function note(box: ExcelJS.Cell, notes: readonly string[] | undefined): void {
  if (!notes || notes.length === 0) return;
  box.fill = wrongFill;
  box.note = { texts: [{ text: safeText(notes.join("\n")) }], margins: { insetmode: "auto" } };
}

function printEarlier(box: ExcelJS.Cell, cell: FormCell, values: CellValues): void {
  const value = values[cell.cell];
  if (value !== undefined) box.value = numberOrText(value);
  box.numFmt = numberFormat(cell);
  box.font = { ...sheetFont, color: { argb: "FF5C5C57" } };
  box.alignment = { horizontal: "right", vertical: "middle" };
}

/** After all rows stand: a total may add up rows below it. */
function printTotals({ sheet, form, addresses }: SheetInMaking): void {
  for (const cell of form.cells) {
    const at = addresses.get(cell.cell);
    if (cell.kind !== "computed" || !at) continue;
    const box = sheet.getCell(at.row, at.column);
    const parts = (cell.sumOf ?? []).map((part) => addresses.get(part)).filter((each) => each !== undefined);
    const total = form.values[cell.cell];
    const result = total === undefined ? "" : numberOrText(total);
    if (parts.length > 0) box.value = { formula: sumFormula(parts), result };
    box.numFmt = numberFormat(cell);
    box.fill = computedFill;
    box.alignment = { horizontal: "right", vertical: "middle" };
    note(box, form.notes.get(cell.cell));
  }
}

/** Who filled it in and who answers for it, by hand on paper. */
function printSignatures({ sheet, form, columns }: SheetInMaking): void {
  const right = Math.max(columns.entry, columns.last - 1);
  sheet.addRow([]);
  const year = form.madeOn.slice(0, 4);
  const lines = [
    ["", `${form.orgUnit}, ngày …… tháng …… năm ${year}`, { italic: true }],
    ["Người lập biểu", "Thủ trưởng đơn vị", { bold: true }],
    ["(Ký, ghi rõ họ tên)", "(Ký, đóng dấu, ghi rõ họ tên)", { italic: true }],
  ] as const;
  for (const [left, signer, font] of lines) {
    const row = sheet.addRow([]);
    row.getCell(columns.name).value = left;
    row.getCell(columns.unit).value = safeText(signer);
    sheet.mergeCells(row.number, columns.unit, row.number, Math.max(right, columns.last));
    for (const column of [columns.name, columns.unit]) {
      row.getCell(column).font = { ...sheetFont, ...font };
      row.getCell(column).alignment = { horizontal: "center", wrapText: true };
    }
  }
  for (let space = 0; space < 4; space += 1) sheet.addRow([]);
}

function setWidths({ sheet, columns }: SheetInMaking): void {
  sheet.getColumn(columns.name).width = columns.width > 4 ? 36 : 46;
  sheet.getColumn(columns.unit).width = 14;
  for (let column = columns.unit + 1; column <= columns.last; column += 1) sheet.getColumn(column).width = 14;
}

function firstEntry({ form, addresses, sheet }: SheetInMaking): string {
  const at = addresses.get(form.cells.find(({ kind }) => kind === "entry")?.cell ?? "");
  return at ? sheet.getCell(at.row, at.column).address : "A1";
}

function numberOrText(value: string): number | string {
  const digits = value.replace(/^-?0*/, "").replace(".", "").length;
  return digits > mostDigits ? value : Number(value);
}
