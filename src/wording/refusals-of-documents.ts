import type { Sentences } from "./refusals.ts";

/** Why a finished document cannot be checked, and what to do. */
export const documentRefusals: Readonly<Record<string, Sentences>> = {
  "document-without-text": {
    vi: ({ file, pages }) => `${file}: không đọc được chữ nào${pages === undefined ? "" : ` trong ${pages} trang`}; có thể là bản quét. Dùng tệp Word gốc, hoặc nhận dạng chữ trước.`,
    en: ({ file }) => `${file}: cannot be read: no text; it may be a scan. Use the original Word file or recognise the text first.`,
  },
  "document-damaged": {
    vi: ({ file }) => `${file}: tệp hỏng hoặc không đúng định dạng. Mở bằng Office và lưu thành tệp mới.`,
    en: ({ file }) => `${file}: the file is damaged or not what its name says. Open it in Office and save it as a new file.`,
  },
  "document-has-doctype": {
    vi: ({ file }) => `${file}: tệp chứa khai báo lạ (DOCTYPE) nên không đọc. Lưu lại từ Word thành tệp mới.`,
    en: ({ file }) => `${file}: the file declares a DOCTYPE and is not read. Save it anew from Word.`,
  },
  "document-too-deep": {
    vi: ({ file, limit }) => `${file}: cấu trúc lồng nhau quá ${limit} lớp. Lưu lại từ Word thành tệp mới.`,
    en: ({ file, limit }) => `${file}: nested more than ${limit} levels deep. Save it anew from Word.`,
  },
  "document-too-many-parts": {
    vi: ({ file, limit }) => `${file}: có quá nhiều thành phần, giới hạn ${limit}. Chép nội dung sang tệp mới.`,
    en: ({ file, limit }) => `${file}: too many parts; the limit is ${limit}. Copy the content into a new file.`,
  },
  "document-too-many-pages": {
    vi: ({ file, limit }) => `${file}: quá nhiều trang, giới hạn ${limit}. Chia thành nhiều tệp.`,
    en: ({ file, limit }) => `${file}: too many pages; the limit is ${limit}. Split the file.`,
  },
  "document-table-too-large": {
    vi: ({ file, limit }) => `${file}: có bảng quá lớn, giới hạn ${limit} ô. Tách bảng ra khỏi văn bản.`,
    en: ({ file, limit }) => `${file}: a table is too large; the limit is ${limit} cells. Take it out of the document.`,
  },
  "document-kind-unknown": {
    vi: ({ file, formats }) => `${file}: không phải loại văn bản đọc được. Dùng: ${formats}.`,
    en: ({ file, formats }) => `${file}: not a kind of document that can be read. Use: ${formats}.`,
  },
  "document-encoding-unknown": {
    vi: ({ file }) => `${file}: không nhận ra bảng mã chữ. Lưu lại dạng Unicode (UTF-8).`,
    en: ({ file }) => `${file}: the text encoding is unknown. Save it as Unicode (UTF-8).`,
  },
  "annotate-needs-docx": {
    vi: ({ file }) => `${file}: chỉ ghi chú được vào tệp Word (.docx).`,
    en: ({ file }) => `${file}: only a Word file (.docx) can be annotated.`,
  },
  "memory-unreadable": {
    vi: ({ entry }) => entry === 0 ? "Tệp ghi nhớ không đọc được. Dùng tệp do chính chương trình lưu." : `Tệp ghi nhớ có mục thứ ${entry} không đọc được. Xóa mục đó rồi thử lại.`,
    en: ({ entry }) => entry === 0 ? "The memory file cannot be read. Use one that the program saved." : `Entry ${entry} of the memory file cannot be read. Remove it and try again.`,
  },
}; // prettier-ignore
