import ExcelJS from "exceljs";

/** Test support: what a person does to a form's workbook in a spreadsheet program. */

export interface OpenWorkbook {
  readonly book: ExcelJS.Workbook;
  readonly sheet: ExcelJS.Worksheet;
  /** The box of a cell, found the way the product names it: hidden list, hidden column, hidden row. */
  readonly box: (cell: string) => ExcelJS.Cell;
  readonly save: () => Promise<Uint8Array>;
}

export async function openWorkbook(bytes: Uint8Array): Promise<OpenWorkbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer); // its types ask for what it copies from
  const sheet = book.getWorksheet("Phiếu")!;
  const listed: string[] = [];
  book.getWorksheet("tuyen-identity")!.eachRow((row) => {
    if (row.getCell(1).value === "cell") listed.push(row.getCell(2).text);
  });
  return { book, sheet, box: (cell) => boxOf(sheet, listed.indexOf(cell)), save: async () => new Uint8Array(await book.xlsx.writeBuffer()) }; // prettier-ignore
}

function boxOf(sheet: ExcelJS.Worksheet, place: number): ExcelJS.Cell {
  let found: ExcelJS.Cell | undefined;
  sheet.eachRow((row) => {
    const at = row.getCell(1).text.split(" ").indexOf(String(place));
    if (row.number === 1 || at === -1) return;
    sheet.getRow(1).eachCell((mark, column) => {
      if (mark.value === `value ${at + 1}`) found = row.getCell(column);
    });
  });
  if (!found) throw new Error(`no box ${place}`);
  return found;
}
