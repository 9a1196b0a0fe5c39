import type { Facts, Sentences } from "./refusals.ts";

const ownServer = "đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL";
const ownServerEn = "set DATABASE_URL to a PostgreSQL server";
const log = ({ log: lines }: Facts) => (lines ? `\n${lines}` : "");

/** Why the database cannot be used, and what to do. */
export const databaseRefusals: Readonly<Record<string, Sentences>> = {
  "database-address-invalid": {
    vi: () => "DATABASE_URL không đúng dạng. Ví dụ: postgresql://nguoi-dung@may-chu:5432/tuyen.",
    en: () => "DATABASE_URL is not an address. Example: postgresql://user@server:5432/tuyen.",
  },
  "database-unreachable": {
    vi: ({ reason }) => `Không kết nối được cơ sở dữ liệu: ${reason}. Kiểm tra địa chỉ, tài khoản và máy chủ.`,
    en: ({ reason }) => `The database cannot be reached: ${reason}. Check address, account and server.`,
  },
  "database-too-old": {
    vi: ({ found, needed }) => `Máy chủ PostgreSQL phiên bản ${found}; cần từ ${needed} trở lên.`,
    en: ({ found, needed }) => `The PostgreSQL server is version ${found}; ${needed} or newer is needed.`,
  },
  "database-not-utf8": {
    vi: () => "Cơ sở dữ liệu không dùng UTF-8. Tạo lại với encoding UTF8.",
    en: () => "The database is not in UTF-8. Create it anew with encoding UTF8.",
  },
  "database-newer": {
    vi: ({ found, known }) => `Cơ sở dữ liệu (${found}) mới hơn chương trình (${known}). Cập nhật chương trình; chưa thay đổi gì.`,
    en: ({ found, known }) => `The database (${found}) is newer than the program (${known}). Update the program; nothing was changed.`,
  },
  "migration-altered": {
    vi: ({ name }) => `Bước nâng cấp ${name} đã chạy nhưng tệp của nó bị sửa. Khôi phục tệp gốc.`,
    en: ({ name }) => `Migration ${name} was applied but its file has changed. Restore the original file.`,
  },
  "database-no-binaries": {
    vi: ({ platform }) => `Chưa có PostgreSQL kèm theo cho ${platform}. Hãy ${ownServer}.`,
    en: ({ platform }) => `No PostgreSQL comes with the product for ${platform}. Please ${ownServerEn}.`,
  },
  "database-binaries-unusable": {
    vi: ({ platform }) => `PostgreSQL kèm theo không chạy được trên ${platform}. Chạy npm ci lại, hoặc ${ownServer}.`,
    en: ({ platform }) => `The PostgreSQL that comes along does not run on ${platform}. Run npm ci again, or ${ownServerEn}.`,
  },
  "database-directory-not-writable": {
    vi: ({ directory, reason }) => `Không ghi được vào ${directory} (${reason}). Cấp quyền ghi hoặc đặt TUYEN_DATA sang thư mục khác.`,
    en: ({ directory, reason }) => `Cannot write to ${directory} (${reason}). Allow writing or set TUYEN_DATA to another folder.`,
  },
  "database-directory-closed": {
    vi: ({ directory, uid }) => `Người dùng ${uid} không vào được ${directory}. Đặt TUYEN_DATA sang thư mục mở hơn.`,
    en: ({ directory, uid }) => `User ${uid} cannot enter ${directory}. Set TUYEN_DATA to a folder open to it.`,
  },
  "database-disk-full": {
    vi: ({ directory }) => `Đĩa chứa ${directory} đã đầy. Dọn đĩa rồi chạy lại.`,
    en: ({ directory }) => `The disk of ${directory} is full. Make room and run again.`,
  },
  "database-root-alone": {
    vi: () => `Đang chạy bằng root mà máy không có người dùng thường nào cho PostgreSQL. Chạy bằng người dùng thường, hoặc ${ownServer}.`,
    en: () => `Running as root and the machine has no ordinary user for PostgreSQL. Run as an ordinary user, or ${ownServerEn}.`,
  },
  "database-user-unknown": {
    vi: ({ uid }) => `Người dùng số ${uid} không có trong danh sách người dùng của máy; PostgreSQL cần có. Chạy bằng người dùng khác, hoặc ${ownServer}.`,
    en: ({ uid }) => `User number ${uid} is not in the machine's list of users, which PostgreSQL needs. Run as another, or ${ownServerEn}.`,
  },
  "database-not-initialised": {
    vi: (facts) => `Không tạo được cơ sở dữ liệu.${log(facts)}`,
    en: (facts) => `The database could not be created.${log(facts)}`,
  },
  "database-not-started": {
    vi: (facts) => `Cơ sở dữ liệu không khởi động được.${log(facts)}`,
    en: (facts) => `The database did not start.${log(facts)}`,
  },
  "database-not-answering": {
    vi: ({ pid, reason }) => `Cơ sở dữ liệu đang chạy (tiến trình ${pid}) nhưng không trả lời: ${reason}. Dừng tiến trình đó rồi chạy lại.`,
    en: ({ pid, reason }) => `The database runs (process ${pid}) but does not answer: ${reason}. Stop that process and run again.`,
  },
  "database-start-busy": {
    vi: ({ directory }) => `Chương trình khác đang khởi động cơ sở dữ liệu trong ${directory}. Đợi một phút rồi chạy lại.`,
    en: ({ directory }) => `Another program is starting the database in ${directory}. Wait a minute and run again.`,
  },
  "database-other-version": {
    vi: ({ found, needed }) => `Dữ liệu do PostgreSQL ${found} tạo; chương trình dùng ${needed}. Xuất dữ liệu bằng bản cũ rồi nhập vào bản mới.`,
    en: ({ found, needed }) => `The data were made by PostgreSQL ${found}; this program brings ${needed}. Export with the old version and import here.`,
  },
  "database-password-lost": {
    vi: ({ file }) => `Không đọc được mật khẩu nội bộ của cơ sở dữ liệu (${file}). Khôi phục tệp này từ bản sao lưu.`,
    en: ({ file }) => `The database's own password (${file}) cannot be read. Restore the file from a backup.`,
  },
  "unknown-data-element": {
    vi: ({ dataElement }) => `Chỉ tiêu ${dataElement} không có trong danh mục; chưa lưu gì.`,
    en: ({ dataElement }) => `Data element ${dataElement} is not in the catalogue; nothing was saved.`,
  },
  "unknown-org-unit": {
    vi: ({ orgUnit }) => `Đơn vị ${orgUnit} không có trong danh mục; chưa lưu gì.`,
    en: ({ orgUnit }) => `Org unit ${orgUnit} is not in the catalogue; nothing was saved.`,
  },
  "duplicate-data-value": {
    vi: ({ element, period, orgUnit }) => `Hai số cho cùng một ô (${element}, ${period}, ${orgUnit}); chưa lưu gì.`,
    en: ({ element, period, orgUnit }) => `Two values for one cell (${element}, ${period}, ${orgUnit}); nothing was saved.`,
  },
  "placements-overlap": {
    vi: ({ orgUnit }) => `Đơn vị ${orgUnit} có hai vị trí trùng thời gian trong cây tổ chức.`,
    en: ({ orgUnit }) => `Org unit ${orgUnit} stands in two places of the tree at once.`,
  },
}; // prettier-ignore
