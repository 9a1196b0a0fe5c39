import ExcelJS from "exceljs";
import type { FormLayout } from "#domain/form.ts";
import type { CellName, CellValues } from "#domain/form-cell.ts";
import { identityMark, identityRows, type WorkbookIdentity } from "./form-workbook-identity.ts";
import { printFormGuide } from "./form-workbook-guide.ts";
import { printFormSheet } from "./form-workbook-sheet.ts";

/** A form for one unit and period, with everything that is printed on it. */
export interface FormToPrint extends FormLayout {
  readonly identity: WorkbookIdentity;
  readonly title: string;
  readonly orgUnit: string;
  /** The body above the unit, for the head; none: the line is left out. */
  readonly superior?: string;
  /** In words: "tháng 6/2023". */
  readonly period: string;
  /** What the number beside it is of: "Tháng 5/2023". */
  readonly lastPeriodName: string;
  readonly lastYearName: string;
  readonly dueOn: string;
  readonly isIllustrative: boolean;
  /** Made by hand and never stored: the regulation behind the form. */
  readonly basis?: string;
  /** Rows that name how many there are to reach, by the name of their first cell. */
  readonly denominators: CellValues;
  readonly values: CellValues;
  readonly lastPeriod: CellValues;
  readonly lastYear: CellValues;
  /** What to say about a cell: why it was returned, or what is wrong with it. */
  readonly notes: ReadonlyMap<CellName, readonly string[]>;
  /** What stands in a cell that could not be read as a number, as it stood there. */
  readonly unread: ReadonlyMap<CellName, string>;
  /** ISO day. */
  readonly madeOn: string;
}

/**
 * The form as a workbook that can be filled in anywhere: labels and totals locked, cells to fill in open and guarded
 * by validation, the period before and last year beside, A4 with lines to sign on. What it is and what it held when it
 * was made stands on a hidden sheet, in a hidden column and a hidden row.
 */
export async function printFormWorkbook(form: FormToPrint): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.created = book.modified = new Date(`${form.madeOn}T00:00:00Z`);
  book.title = form.title;
  book.calcProperties.fullCalcOnLoad = true;
  await printFormSheet(book, form);
  printFormGuide(book.addWorksheet("Hướng dẫn"), form);
  printIdentity(book, form.identity);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** LibreOffice turns a very hidden sheet into a hidden one; nothing depends on which it is. */
function printIdentity(book: ExcelJS.Workbook, identity: WorkbookIdentity): void {
  const sheet = book.addWorksheet(identityMark.replace(":", "-"), { state: "veryHidden" });
  for (const row of identityRows(identity)) sheet.addRow(row).numFmt = "@";
}
