import type ExcelJS from "exceljs";
import { absentMarks, safeText, type PrintedTable } from "./printed-table.ts";

/** The sheet beside the numbers: what the signs mean, and what has to be said about single numbers. */
export function printNoteSheet(
  sheet: ExcelJS.Worksheet,
  { title, notes }: PrintedTable,
  font: string,
): void {
  const plain = { name: font, size: 12 };
  sheet.addRow([`Ghi chú: ${safeText(title)}`]).font = { ...plain, size: 14, bold: true };
  sheet.addRow([`${absentMarks.missing}  chưa có số: chưa báo cáo, hoặc chưa tính được (lý do ở dưới)`]);
  sheet.addRow([`${absentMarks.impossible}  không tính được trên bản đồ đã chọn`]);
  sheet.addRow([`${absentMarks.hidden}  số nhỏ, không hiển thị ngoài chương trình`]);
  sheet.addRow(["Số in nghiêng là số tạm tính: còn đơn vị hoặc kỳ chưa báo cáo, ước tính, hoặc chia theo tỷ lệ"]);
  for (const { title: name, head, rows } of notes) {
    sheet.addRow([]);
    sheet.addRow([name]).font = { ...plain, bold: true };
    sheet.addRow([...head]).font = { ...plain, bold: true };
    for (const row of rows) sheet.addRow(row.map(safeText));
  }
  for (let column = 1; column <= 9; column += 1) sheet.getColumn(column).width = column <= 2 ? 40 : 22;
} // prettier-ignore
