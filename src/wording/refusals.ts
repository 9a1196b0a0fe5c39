import { periodExamples } from "#domain/period.ts";
import { accountRefusals } from "./refusals-of-accounts.ts";
import { backupRefusals } from "./refusals-of-backup.ts";
import { databaseRefusals } from "./refusals-of-database.ts";
import { directiveRefusals } from "./refusals-of-directives.ts";
import { documentRefusals } from "./refusals-of-documents.ts";
import { fileRefusals } from "./refusals-of-files.ts";
import { indicatorRefusals } from "./refusals-of-indicators.ts";
import { outlineRefusals } from "./refusals-of-outlines.ts";
import { reminderRefusals } from "./refusals-of-reminders.ts";
import { submissionRefusals } from "./refusals-of-submissions.ts";
import { tableFileRefusals } from "./refusals-of-table-files.ts";
import { tableRefusals } from "./refusals-of-tables.ts";
import { validationRefusals } from "./refusals-of-validation.ts";
import { valueRefusals } from "./refusals-of-values.ts";
import { viewRefusals } from "./refusals-of-views.ts";
import { workbookRefusals } from "./refusals-of-workbooks.ts";

export type Language = "vi" | "en";
export type Facts = Readonly<Record<string, string | number>>;
/** One refusal in both languages. */
export type Sentences = Readonly<Record<Language, (facts: Facts) => string>>;

/** What happened, where, and what to do; a code without a sentence of its own is named as it is. */
export function refusalText(code: string, facts: Facts, language: Language = "vi"): string {
  const known = sentences[code];
  if (known) return known[language](facts);
  const list = Object.entries(facts).map(([name, value]) => `${name}: ${value}`).join("; "); // prettier-ignore
  return language === "vi" ? `Không thực hiện được (${code}). ${list}` : `Refused (${code}). ${list}`;
}

/** Whether a code has a sentence of its own. */
export function hasRefusalText(code: string): boolean {
  return Object.hasOwn(sentences, code);
}

const accepted = periodExamples.join(", ");

const sentences: Readonly<Record<string, Sentences>> = {
  ...accountRefusals,
  ...backupRefusals,
  ...databaseRefusals,
  ...directiveRefusals,
  ...documentRefusals,
  ...fileRefusals,
  ...indicatorRefusals,
  ...outlineRefusals,
  ...reminderRefusals,
  ...submissionRefusals,
  ...tableFileRefusals,
  ...tableRefusals,
  ...valueRefusals,
  ...viewRefusals,
  ...workbookRefusals,
  ...validationRefusals,
  "unknown-period": {
    vi: ({ period }) => `Không hiểu kỳ “${period}”. Viết một trong các dạng: ${accepted}.`,
    en: ({ period }) => `Unknown period “${period}”. Write one of: ${accepted}.`,
  },
  "unknown-key": {
    vi: ({ key }) => `Không có chỉ tiêu “${key}” trong danh mục. Xem tên đúng bằng: npx tuyen figures --format csv.`,
    en: ({ key }) => `There is no “${key}” in the catalogue. See the names with: npx tuyen figures --format csv.`,
  },
  "unreadable-breakdown": {
    vi: ({ breakdown }) => `Không đọc được phân tổ “${breakdown}”. Viết dạng type=…;age=….`,
    en: ({ breakdown }) => `Cannot read the breakdown “${breakdown}”. Write type=…;age=….`,
  },
  "no-template": {
    vi: ({ period }) => `Chưa có mẫu báo cáo cho kỳ ${period}. Mẫu hiện có dùng cho kỳ 6 tháng, ví dụ 2023-S1.`,
    en: ({ period }) => `There is no report template for ${period}. Templates exist for half-years, e.g. 2023-S1.`,
  },
  "no-values": {
    vi: ({ period }) => `Chưa có số liệu nào cho kỳ ${period}. Nhập số liệu bằng: npx tuyen import TỆP.`,
    en: ({ period }) => `There are no values for ${period} yet. Bring them in with: npx tuyen import FILE.`,
  },
  "unknown-format": {
    vi: ({ format, formats }) => `Không xuất được dạng “${format}”. Các dạng có: ${formats}.`,
    en: ({ format, formats }) => `Cannot write “${format}”. Formats: ${formats}.`,
  },
  "catalogue-missing": {
    vi: ({ folder }) => `Không tìm thấy danh mục trong ${folder}. Kiểm tra biến TUYEN_CATALOGUE.`,
    en: ({ folder }) => `There is no catalogue in ${folder}. Check TUYEN_CATALOGUE.`,
  },
  "catalogue-invalid": {
    vi: ({ file, entry, problem }) => `Danh mục có lỗi: tệp ${file}, mục ${entry}: ${problem}. Sửa tệp rồi chạy lại.`,
    en: ({ file, entry, problem }) => `The catalogue is wrong: file ${file}, entry ${entry}: ${problem}. Mend it and run again.`,
  },
  "template-invalid": {
    vi: ({ entry, problem }) => `Mẫu báo cáo có lỗi ở mục ${entry}: ${problem}.`,
    en: ({ entry, problem }) => `The report template is wrong at ${entry}: ${problem}.`,
  },
  "port-taken": {
    vi: ({ port }) => `Cổng ${port} đang được chương trình khác dùng. Chạy với cổng khác, ví dụ: PORT=8090 npm start.`,
    en: ({ port }) => `Port ${port} is in use by another program. Choose another, e.g. PORT=8090 npm start.`,
  },
  "file-not-found": {
    vi: ({ file }) => `Không mở được tệp ${file}. Kiểm tra tên và đường dẫn.`,
    en: ({ file }) => `Cannot open ${file}. Check its name and folder.`,
  },
  "cannot-write": {
    vi: ({ file, cause }) => `Không ghi được ${file}: ${cause}.`,
    en: ({ file, cause }) => `Cannot write ${file}: ${cause}.`,
  },
  "unknown-page": {
    vi: ({ address }) => `Không có trang ${address}.`,
    en: ({ address }) => `There is no page ${address}.`,
  },
  "unreadable-request": {
    vi: ({ problem }) => `Yêu cầu không đọc được: ${problem}.`,
    en: ({ problem }) => `The request cannot be read: ${problem}.`,
  },
  fault: {
    vi: () => "Máy chủ gặp lỗi. Thử lại; nếu vẫn lỗi, báo cho cán bộ công nghệ thông tin.",
    en: () => "The server met a fault. Try again; if it stays, tell the IT officer.",
  },
}; // prettier-ignore
