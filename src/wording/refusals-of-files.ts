import type { Facts, Sentences } from "./refusals.ts";

const vi = ({ file, row }: Facts) => `${file}${row === undefined ? "" : `, dòng ${row}`}`;
const en = ({ file, row }: Facts) => `${file}${row === undefined ? "" : `, row ${row}`}`;

/** Why a file that was handed in cannot be used, and what to do. */
export const fileRefusals: Readonly<Record<string, Sentences>> = {
  "file-empty": {
    vi: (facts) => `${vi(facts)}: tệp rỗng. Kiểm tra lại tệp rồi nhập lại.`,
    en: (facts) => `${en(facts)}: the file is empty. Check it and import again.`,
  },
  "file-not-a-table": {
    vi: (facts) => `${vi(facts)}: không phải bảng .csv hoặc .xlsx. Lưu lại thành .xlsx hoặc .csv.`,
    en: (facts) => `${en(facts)}: not a .csv or .xlsx table. Save it as .xlsx or .csv.`,
  },
  "file-old-office": {
    vi: (facts) => `${vi(facts)}: định dạng cũ (${facts["format"]}). Mở bằng Office, lưu lại thành .xlsx/.docx rồi nhập lại.`,
    en: (facts) => `${en(facts)}: an old format (${facts["format"]}). Save it as .xlsx/.docx and import again.`,
  },
  "file-encrypted": {
    vi: (facts) => `${vi(facts)}: tệp có mật khẩu. Bỏ mật khẩu, lưu lại rồi nhập lại.`,
    en: (facts) => `${en(facts)}: the file has a password. Remove it, save and import again.`,
  },
  "file-truncated": {
    vi: (facts) => `${vi(facts)}: tệp bị cắt giữa chừng. Tải hoặc chép lại tệp đầy đủ.`,
    en: (facts) => `${en(facts)}: the file is cut off. Download or copy it again.`,
  },
  "file-damaged": {
    vi: (facts) => `${vi(facts)}: tệp hỏng, không đọc được. Mở bằng Excel và lưu thành tệp mới.`,
    en: (facts) => `${en(facts)}: the file is damaged. Open it in Excel and save it as a new file.`,
  },
  "file-has-doctype": {
    vi: (facts) => `${vi(facts)}: tệp chứa khai báo lạ (DOCTYPE) nên không nhận. Lưu lại từ Excel thành tệp mới.`,
    en: (facts) => `${en(facts)}: the file declares a DOCTYPE and is not accepted. Save it anew from Excel.`,
  },
  "file-too-large": {
    vi: (facts) => `${vi(facts)}: tệp quá lớn, giới hạn ${facts["limit"]} byte. Chia thành nhiều tệp.`,
    en: (facts) => `${en(facts)}: the file is too large; the limit is ${facts["limit"]} bytes. Split it.`,
  },
  "file-unpacks-too-large": {
    vi: (facts) => `${vi(facts)}: nội dung giải nén quá lớn, giới hạn ${facts["limit"]} byte. Chia thành nhiều tệp.`,
    en: (facts) => `${en(facts)}: it unpacks to more than ${facts["limit"]} bytes. Split it.`,
  },
  "too-many-rows": {
    vi: (facts) => `${vi(facts)}: quá nhiều hàng, giới hạn ${facts["limit"]}. Chia thành nhiều tệp.`,
    en: (facts) => `${en(facts)}: too many rows; the limit is ${facts["limit"]}. Split the file.`,
  },
  "too-many-columns": {
    vi: (facts) => `${vi(facts)}: quá nhiều cột, giới hạn ${facts["limit"]}.`,
    en: (facts) => `${en(facts)}: too many columns; the limit is ${facts["limit"]}.`,
  },
  "too-much-text": {
    vi: (facts) => `${vi(facts)}: quá nhiều chữ, giới hạn ${facts["limit"]} ký tự. Chia thành nhiều tệp.`,
    en: (facts) => `${en(facts)}: too much text; the limit is ${facts["limit"]} characters. Split the file.`,
  },
  "cell-too-long": {
    vi: (facts) => `${vi(facts)}: một ô dài quá ${facts["limit"]} ký tự. Kiểm tra dấu ngoặc kép trong tệp.`,
    en: (facts) => `${en(facts)}: a cell is longer than ${facts["limit"]} characters. Check the quotes.`,
  },
  "row-too-large": {
    vi: (facts) => `${vi(facts)}: một hàng dài quá ${facts["limit"]} ký tự. Kiểm tra dấu ngoặc kép trong tệp.`,
    en: (facts) => `${en(facts)}: a row is longer than ${facts["limit"]} characters. Check the quotes.`,
  },
  "quote-not-closed": {
    vi: (facts) => `${vi(facts)}: dấu ngoặc kép mở mà không đóng. Sửa rồi nhập lại.`,
    en: (facts) => `${en(facts)}: a quote is opened and never closed. Correct it and import again.`,
  },
  "table-empty": {
    vi: (facts) => `${vi(facts)}: bảng không có hàng nào.`,
    en: (facts) => `${en(facts)}: the table has no rows.`,
  },
  "columns-missing": {
    vi: (facts) => `${vi(facts)}: thiếu cột ${facts["missing"]}. Đọc được các cột: ${facts["read"]}. Mẫu đúng: npx tuyen figures --format csv.`,
    en: (facts) => `${en(facts)}: missing columns ${facts["missing"]}. Read: ${facts["read"]}. For the right form: npx tuyen figures --format csv.`,
  },
  "column-twice": {
    vi: (facts) => `${vi(facts)}: có hai cột cùng tên ${facts["column"]}. Giữ một cột.`,
    en: (facts) => `${en(facts)}: two columns are named ${facts["column"]}. Keep one.`,
  },
  "period-unreadable": {
    vi: (facts) => `${vi(facts)}, cột ${facts["column"]}: không hiểu kỳ “${facts["text"]}”. Viết một trong các dạng: ${facts["accepted"]}.`,
    en: (facts) => `${en(facts)}, column ${facts["column"]}: unknown period “${facts["text"]}”. Write one of: ${facts["accepted"]}.`,
  },
  "encoding-unknown": {
    vi: (facts) => `${vi(facts)}: không nhận ra bảng mã chữ. Lưu lại dạng “CSV UTF-8” rồi nhập lại.`,
    en: (facts) => `${en(facts)}: the text encoding is unknown. Save it as “CSV UTF-8” and import again.`,
  },
  "encoding-ambiguous": {
    vi: (facts) => `${vi(facts)}: chữ có thể thuộc nhiều bảng mã. Lưu lại dạng “CSV UTF-8” rồi nhập lại.`,
    en: (facts) => `${en(facts)}: the text fits several encodings. Save it as “CSV UTF-8” and import again.`,
  },
}; // prettier-ignore
