import { resolve } from "node:path";
import { readConfig } from "#operations/config.ts";
import { openStore } from "#operations/open-store.ts";
import { restore as restoreInto } from "#operations/restore.ts";
import { readArgs, UsageError } from "../usage.ts";
import { progress } from "../with-installation.ts";

const help = `npx tuyen restore TỆP

  Khôi phục bản sao lưu vào một cài đặt trống: thư mục mới (TUYEN_DATA) hoặc cơ sở dữ liệu mới (DATABASE_URL).
  Hoặc khôi phục trọn vẹn, hoặc không thay đổi gì. Mọi người phải đăng nhập lại.
`;

/** `tuyen restore`: a backup into an empty installation, whole or not at all. */
export async function restore(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, {} as const, help);
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError(`Cần đúng một tên tệp.\n\n${help}`);
  const store = await openStore(readConfig(), progress);
  try {
    const { header, upgraded } = await restoreInto(store.db, resolve(path), progress);
    const rows = header.tables.reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(`Đã khôi phục ${header.tables.length} bảng, ${rows.toLocaleString("vi")} dòng, sao lưu lúc ${header.madeAt}.\n`); // prettier-ignore
    if (upgraded.length > 0) progress(`Đã nâng cấp từ phiên bản cũ: ${upgraded.join(", ")}.`);
  } finally {
    await store.close();
  }
  return 0;
}
