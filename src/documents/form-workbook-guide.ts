import type ExcelJS from "exceljs";
import { formatDay } from "#wording/period.ts";
import { sheetFont } from "./form-workbook-style.ts";
import type { FormToPrint } from "./form-workbook.ts";

/** The sheet beside the form: how to fill it in and send it back, in plain words. */
export function printFormGuide(sheet: ExcelJS.Worksheet, { dueOn }: FormToPrint): void {
  const lines = [
    "Chỉ nhập vào các ô nền vàng nhạt. Ô nền xám tự tính, không cần nhập.",
    "Gõ số trơn, ví dụ 1234. Máy đặt tiếng Việt viết phần lẻ bằng dấu phẩy (12,5); máy đặt tiếng Anh bằng dấu chấm (12.5).",
    "Ô trống nghĩa là chưa có số. Không phát sinh trường hợp nào thì ghi 0.",
    "Số kỳ trước và cùng kỳ năm trước đứng bên cạnh để so sánh; không sửa được.",
    "Không chèn, xóa hàng hay cột, không đổi tệp của đơn vị này thành của đơn vị khác: mỗi tệp chỉ nhận lại đúng phiếu đã tải.",
    "Lưu dạng .xlsx, không đặt mật khẩu. Trên trang phiếu, bấm “Nhập từ Excel” rồi chọn tệp.",
    `Hạn nộp: ${formatDay(dueOn)}.`,
  ];
  sheet.getColumn(1).width = 100;
  sheet.addRow(["Cách điền và gửi lại tệp này"]).font = { ...sheetFont, size: 14, bold: true };
  for (const [index, line] of lines.entries()) {
    const row = sheet.addRow([`${index + 1}. ${line}`]);
    row.font = sheetFont;
    row.alignment = { wrapText: true, vertical: "top" };
  }
} // prettier-ignore
