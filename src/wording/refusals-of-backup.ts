import type { Sentences } from "./refusals.ts";

/** Why a backup was not made or not put back, and what to do. */
export const backupRefusals: Readonly<Record<string, Sentences>> = {
  "backup-exists": {
    vi: ({ file }) => `Tệp ${file} đã có; chưa ghi gì. Chọn tên khác, hoặc thêm --force để thay tệp cũ.`,
    en: ({ file }) => `${file} exists already; nothing was written. Choose another name, or add --force to replace it.`,
  },
  "backup-nothing": {
    vi: () => "Cơ sở dữ liệu còn trống, chưa có gì để sao lưu. Kiểm tra biến TUYEN_DATA hoặc DATABASE_URL.",
    en: () => "The database is empty: there is nothing to back up. Check TUYEN_DATA or DATABASE_URL.",
  },
  "backup-not-ours": {
    vi: ({ file }) => `Tệp ${file} không phải bản sao lưu của Tuyến (do lệnh npx tuyen backup ghi ra). Chưa thay đổi gì.`,
    en: ({ file }) => `${file} is not a backup made by npx tuyen backup. Nothing was changed.`,
  },
  "backup-damaged": {
    vi: ({ problem }) => `Bản sao lưu hỏng (${problem}). Chưa khôi phục gì: dùng bản sao khác, hoặc chép lại tệp từ nơi lưu.`,
    en: ({ problem }) => `The backup is damaged (${problem}). Nothing was restored: use another one, or copy the file again.`,
  },
  "backup-newer": {
    vi: ({ found, known }) => `Bản sao lưu được làm bằng chương trình mới hơn (${found}; chương trình này biết đến ${known}). Cập nhật chương trình rồi khôi phục. Chưa thay đổi gì.`,
    en: ({ found, known }) => `The backup was made by a newer program (${found}; this one knows up to ${known}). Update the program and restore. Nothing was changed.`,
  },
  "restore-not-empty": {
    vi: () => "Chỉ khôi phục vào nơi trống, mà cơ sở dữ liệu này đã có bảng. Chưa thay đổi gì. Dừng chương trình rồi chỉ tới thư mục mới, ví dụ TUYEN_DATA=./data-moi npx tuyen restore TỆP, hoặc DATABASE_URL của một cơ sở dữ liệu mới tạo; sau đó chạy npm start với cùng biến ấy.",
    en: () => "A backup is restored into an empty place only, and this database holds tables. Nothing was changed. Stop the program and name a new folder, e.g. TUYEN_DATA=./new-data npx tuyen restore FILE, or the DATABASE_URL of a new database; then run npm start with the same variable.",
  },
}; // prettier-ignore
