import type { Finding, Place } from "#domain/finding.ts";
import { formSentences } from "./findings-of-forms.ts";
import { valueSentences } from "./findings-of-values.ts";
import { workbookSentences } from "./findings-of-workbooks.ts";
import type { Language } from "./refusals.ts";

type Facts = Finding["facts"];
type Sentences = Record<Language, (facts: Facts) => string>;

/** A finding in words: where it is, what it is, what to do. */
export function findingText({ code, facts, place }: Finding, language: Language = "vi"): string {
  const where = place === undefined ? "" : placeText(place, language);
  const said = findings[code]?.[language](facts) ?? `${code} ${JSON.stringify(facts)}`;
  return where === "" ? said : `${where}: ${said}`;
}

/** "so-lieu.csv, trang Tháng 6, dòng 12, cột F". */
export function placeText({ file, sheet, row, column }: Place, language: Language = "vi"): string {
  const words = language === "vi" ? { sheet: "trang", row: "dòng", column: "cột" } : { sheet: "sheet", row: "row", column: "column" };
  return [
    file,
    sheet === undefined ? undefined : `${words.sheet} ${sheet}`,
    row === undefined ? undefined : `${words.row} ${row}`,
    column === undefined ? undefined : `${words.column} ${column}`,
  ]
    .filter((part) => part !== undefined)
    .join(", ");
} // prettier-ignore

/** The cell in words: "epi.mr_18m (age=…), kỳ 2023-S1, VN12". */
function cell({ key, breakdown, period, orgUnit }: Facts): string {
  return `${key}${breakdown ? ` (${breakdown})` : ""}, ${period}, ${orgUnit}`;
}

function similarTo(text: string | number | undefined, language: Language): string {
  if (text === undefined || text === "") return "";
  return language === "vi" ? ` Gần giống: ${text}.` : ` Similar: ${text}.`;
}

const findings: Record<string, Sentences> = {
  ...formSentences,
  ...valueSentences,
  ...workbookSentences,
  "value-locked": {
    vi: (facts) => `${cell(facts)}: số đang có thuộc phiếu ${facts["dataSet"]} của ${facts["orgUnit"]}, đã được duyệt. Đề nghị ${facts["approver"]} mở lại phiếu để đơn vị sửa, hoặc bỏ dòng này khỏi tệp.`,
    en: (facts) => `${cell(facts)}: the value there belongs to the form ${facts["dataSetEn"]} of ${facts["orgUnit"]}, which has been approved. Ask ${facts["approverEn"]} to reopen it for correction, or take this row out of the file.`,
  },
  "encoding-converted": {
    vi: ({ encoding }) => `Tệp dùng bảng mã ${encoding}; đã chuyển sang Unicode. Hãy xem lại chữ có dấu.`,
    en: ({ encoding }) => `The file is in ${encoding}; converted to Unicode. Check the accents.`,
  },
  "title-rows-skipped": {
    vi: ({ count, text, header }) => `Bỏ qua ${count} dòng tiêu đề (“${text}”); tên cột ở dòng ${header}.`,
    en: ({ count, text, header }) => `Skipped ${count} title rows (“${text}”); the header is row ${header}.`,
  },
  "columns-ignored": {
    vi: ({ columns }) => `Không đọc các cột: ${columns}.`,
    en: ({ columns }) => `Columns not read: ${columns}.`,
  },
  "sheets-not-read": {
    vi: ({ sheets }) => `Chỉ đọc trang tính đầu; không đọc: ${sheets}.`,
    en: ({ sheets }) => `Only the first sheet is read; not read: ${sheets}.`,
  },
  "formulas-read": {
    vi: ({ count }) => `${count} hàng có công thức; đã lấy kết quả đang lưu trong tệp.`,
    en: ({ count }) => `${count} rows hold formulas; their stored results were used.`,
  },
  "hidden-rows-read": {
    vi: ({ count }) => `Đã đọc cả ${count} hàng ẩn; bỏ ẩn để kiểm tra.`,
    en: ({ count }) => `${count} hidden rows were read too; unhide them to check.`,
  },
  "decimal-comma-read": {
    vi: ({ text, value }) => `Cột ghi số theo lối Việt Nam: “${text}” đọc là ${value}.`,
    en: ({ text, value }) => `Numbers are written with a decimal comma: “${text}” is read as ${value}.`,
  },
  "number-read-as": {
    vi: ({ text, value, count, settledBy, settledRow }) => `“${text}” và ${count} ô cùng loại được đọc theo “${settledBy}” ở dòng ${settledRow}: ${value}.`,
    en: ({ text, value, count, settledBy, settledRow }) => `“${text}” (${count} such cells) is read as ${value} because of “${settledBy}” in row ${settledRow}.`,
  },
  "decimal-point-asked": {
    vi: ({ text, value }) => `“${text}” có phải là ${value} với dấu chấm thập phân không? Trả lời bằng --decimal point hoặc sửa lại số; chưa nhập gì.`,
    en: ({ text, value }) => `Is “${text}” ${value} with a decimal point? Answer with --decimal point or rewrite it; nothing was imported.`,
  },
  "notation-undecided": {
    vi: ({ text, comma, point, count }) => `“${text}” (${count} ô) là ${comma} hay ${point}? Không ô nào khác trong cột cho biết. Trả lời bằng --decimal comma hoặc --decimal point; chưa nhập gì.`,
    en: ({ text, comma, point, count }) => `Is “${text}” (${count} cells) ${comma} or ${point}? No other cell settles it. Answer with --decimal comma or --decimal point; nothing was imported.`,
  },
  "notation-mixed": {
    vi: ({ text, otherText, otherRow }) => `Cột vừa có “${text}” vừa có “${otherText}” (dòng ${otherRow}). Sửa về một cách viết rồi nhập lại.`,
    en: ({ text, otherText, otherRow }) => `The column holds both “${text}” and “${otherText}” (row ${otherRow}). Use one notation and import again.`,
  },
  "number-not-in-notation": {
    vi: ({ text, notation }) => `“${text}” không đúng cách viết ${notation === "comma" ? "dấu phẩy thập phân" : "dấu chấm thập phân"} của cột. Sửa rồi nhập lại.`,
    en: ({ text, notation }) => `“${text}” is not in the column's notation (decimal ${notation}). Correct it and import again.`,
  },
  "separators-misplaced": {
    vi: ({ text, plausible }) => `“${text}” đặt sai dấu phân cách; có thể là ${plausible}. Sửa rồi nhập lại.`,
    en: ({ text, plausible }) => `Separators are misplaced in “${text}”; perhaps ${plausible}. Correct it and import again.`,
  },
  "unit-glued": {
    vi: ({ text, unit }) => `“${text}” dính đơn vị “${unit}” vào số. Chỉ ghi số rồi nhập lại.`,
    en: ({ text, unit }) => `“${text}” has the unit “${unit}” glued to it. Write the number only and import again.`,
  },
  "number-unreadable": {
    vi: ({ text }) => `“${text}” không phải là số. Ghi 0 nếu không phát sinh, để trống nếu chưa báo cáo.`,
    en: ({ text }) => `“${text}” is not a number. Write 0 for none; leave it empty if not reported.`,
  },
  "percent-sign-unexpected": {
    vi: ({ text, unit }) => `“${text}”: dấu % không hợp với đơn vị “${unit}”.`,
    en: ({ text, unit }) => `“${text}”: a percent sign does not fit the unit “${unit}”.`,
  },
  "count-not-whole": {
    vi: ({ text }) => `“${text}”: số đếm phải là số nguyên.`,
    en: ({ text }) => `“${text}”: a count must be a whole number.`,
  },
  "cell-error": {
    vi: ({ text }) => `Ô báo lỗi hoặc công thức chưa có kết quả (“${text}”). Mở bằng Excel, tính lại, lưu rồi nhập lại.`,
    en: ({ text }) => `The cell shows an error or a formula without result (“${text}”). Recalculate in Excel, save and import again.`,
  },
  "row-width": {
    vi: ({ read, expected }) => `Hàng có ${read} ô, cần ${expected}. Số có dấu phẩy phải để trong ngoặc kép.`,
    en: ({ read, expected }) => `The row has ${read} cells, ${expected} expected. Put numbers with commas in quotes.`,
  },
  "key-blank": {
    vi: () => "Thiếu mã chỉ tiêu (có thể do gộp ô). Bỏ gộp ô và ghi mã ở mọi hàng.",
    en: () => "The key is missing (merged cells?). Unmerge and write the key in every row.",
  },
  "key-unknown": {
    vi: ({ text, similar }) => `Không có mã chỉ tiêu “${text}” trong danh mục.${similarTo(similar, "vi")}`,
    en: ({ text, similar }) => `There is no key “${text}” in the catalogue.${similarTo(similar, "en")}`,
  },
  "role-unknown": {
    vi: ({ text, known }) => `Không có vai trò “${text}”. Dùng: ${known}.`,
    en: ({ text, known }) => `There is no role “${text}”. Use: ${known}.`,
  },
  "role-not-for-key": {
    vi: ({ key, role, roles }) => `${key} không nhận vai trò “${role}”; chỉ nhận: ${roles}.`,
    en: ({ key, role, roles }) => `${key} does not take the role “${role}”; only: ${roles}.`,
  },
  "org-unit-unknown": {
    vi: ({ text, similar }) => `Không có đơn vị “${text}”.${similarTo(similar, "vi")}`,
    en: ({ text, similar }) => `There is no org unit “${text}”.${similarTo(similar, "en")}`,
  },
  "org-unit-not-open": {
    vi: ({ orgUnit, name, period }) => `${name} (${orgUnit}) không hoạt động trong kỳ ${period}. Kiểm tra lại đơn vị.`,
    en: ({ orgUnit, name, period }) => `${name} (${orgUnit}) was not open in ${period}. Check the unit.`,
  },
  "breakdown-unreadable": {
    vi: ({ text, allowed }) => `Không đọc được phân tổ “${text}”; viết dạng type=…;age=….${similarTo(allowed, "vi")}`,
    en: ({ text, allowed }) => `Cannot read the breakdown “${text}”; write type=…;age=….${similarTo(allowed, "en")}`,
  },
  "breakdown-unknown": {
    vi: ({ key, text, allowed }) => `${key ?? "Chỉ tiêu"} không có phân tổ “${text}”; dùng: ${allowed}.`,
    en: ({ key, text, allowed }) => `${key ?? "The element"} has no breakdown “${text}”; use: ${allowed}.`,
  },
  "unit-differs": {
    vi: ({ text, expected }) => `Đơn vị tính ghi “${text}”, danh mục dùng “${expected}”. Sửa đơn vị hoặc đổi số cho đúng đơn vị.`,
    en: ({ text, expected }) => `The unit is “${text}”, the catalogue uses “${expected}”. Correct the unit or convert the number.`,
  },
  "date-unreadable": {
    vi: ({ text }) => `“${text}” không phải là ngày; viết dạng 2023-06-30.`,
    en: ({ text }) => `“${text}” is not a day; write 2023-06-30.`,
  },
  "period-not-month": {
    vi: ({ period }) => `Số trong tháng phải ghi kỳ tháng (ví dụ 2023-06), không phải ${period}.`,
    en: ({ period }) => `A figure in the month needs a month (e.g. 2023-06), not ${period}.`,
  },
  "cumulative-without-period": {
    vi: ({ period }) => `Lũy kế đến hết ${period} không thành một kỳ báo cáo. Gửi số của từng tháng.`,
    en: ({ period }) => `Cumulative to the end of ${period} is no reporting period. Send monthly figures.`,
  },
  "cell-twice": {
    vi: (facts) => `Trùng với dòng ${facts["firstRow"]} (${cell(facts)}). Giữ một dòng.`,
    en: (facts) => `The same cell as row ${facts["firstRow"]} (${cell(facts)}). Keep one.`,
  },
  "cell-twice-differs": {
    vi: (facts) => `Trùng với dòng ${facts["firstRow"]} mà số khác: ${facts["firstValue"]} và ${facts["value"]} (${cell(facts)}). Giữ một dòng.`,
    en: (facts) => `The same cell as row ${facts["firstRow"]} with another number: ${facts["firstValue"]} and ${facts["value"]} (${cell(facts)}). Keep one.`,
  },
  "part-above-whole": {
    vi: (facts) => `Phần ${facts["part"]} lớn hơn tổng ${facts["whole"]} (${cell(facts)}). Kiểm tra lại hai số.`,
    en: (facts) => `The part ${facts["part"]} exceeds the whole ${facts["whole"]} (${cell(facts)}). Check both numbers.`,
  },
  "parts-above-whole": {
    vi: (facts) => `Các phần cộng lại ${facts["part"]}, lớn hơn tổng ${facts["whole"]} (${cell(facts)}). Kiểm tra lại các số.`,
    en: (facts) => `The parts add up to ${facts["part"]}, more than the whole ${facts["whole"]} (${cell(facts)}). Check the numbers.`,
  },
  "negative-count": {
    vi: (facts) => `Số đếm âm: ${facts["value"]} (${cell(facts)}). Số đếm không thể nhỏ hơn 0.`,
    en: (facts) => `A negative count: ${facts["value"]} (${cell(facts)}). A count cannot be below 0.`,
  },
  "percent-out-of-range": {
    vi: (facts) => `Tỷ lệ ngoài khoảng 0–100: ${facts["value"]} (${cell(facts)}). Kiểm tra mẫu số.`,
    en: (facts) => `A percentage outside 0–100: ${facts["value"]} (${cell(facts)}). Check the denominator.`,
  },
  "period-future": {
    vi: (facts) => `Kỳ chưa tới: bắt đầu ${facts["from"]}, hôm nay là ${facts["today"]} (${cell(facts)}).`,
    en: (facts) => `The period has not begun: it starts ${facts["from"]}, today is ${facts["today"]} (${cell(facts)}).`,
  },
  "figure-computed": {
    vi: (facts) => `${cell(facts)} được tính ra là ${facts["computed"]} (${facts["formula"]}), tệp ghi ${facts["value"]}. Sửa các số dùng để tính, không sửa số tính ra.`,
    en: (facts) => `${cell(facts)} is computed as ${facts["computed"]} (${facts["formula"]}), the file says ${facts["value"]}. Correct the numbers it is made of.`,
  },
  "headers-left-aside": {
    vi: () => "Không đọc đầu trang và chân trang.",
    en: () => "Headers and footers were not read.",
  },
  "page-margins-left-aside": {
    vi: ({ count }) => `Bỏ qua ${count} dòng đầu trang, chân trang và số trang lặp lại.`,
    en: ({ count }) => `${count} repeated lines at the top and bottom of pages were left aside.`,
  },
  "tracked-changes-accepted": {
    vi: ({ count }) => `Văn bản còn ${count} chỗ theo dõi thay đổi; đọc như đã chấp nhận hết.`,
    en: ({ count }) => `${count} tracked changes were read as accepted.`,
  },
  "hidden-text-left-aside": {
    vi: ({ characters }) => `Không đọc ${characters} ký tự chữ ẩn.`,
    en: ({ characters }) => `${characters} hidden characters were not read.`,
  },
  "embedded-files-not-read": {
    vi: ({ count }) => `Không đọc ${count} tệp nhúng trong văn bản.`,
    en: ({ count }) => `${count} embedded files were not read.`,
  },
  "hidden-sheets-left-aside": {
    vi: ({ sheets }) => `Không đọc trang tính ẩn: ${sheets}.`,
    en: ({ sheets }) => `Hidden sheets were not read: ${sheets}.`,
  },
  "more-findings": {
    vi: ({ count }) => `Còn ${count} phát hiện nữa chưa liệt kê. Sửa những chỗ trên rồi nhập lại.`,
    en: ({ count }) => `${count} more findings are not listed. Mend the ones above and import again.`,
  },
}; // prettier-ignore
