import { resolve } from "node:path";
import { backUp } from "#operations/backup.ts";
import { readConfig } from "#operations/config.ts";
import { openStore } from "#operations/open-store.ts";
import { readArgs, UsageError } from "../usage.ts";
import { progress } from "../with-installation.ts";

const help = `npx tuyen backup TỆP [--force]

  Sao lưu toàn bộ số liệu, phiếu, tài khoản, nhật ký và danh mục vào một tệp. Mọi người vẫn làm việc bình thường.
  Tệp có mật khẩu (đã băm) và số liệu: chỉ người có quyền mới được giữ.
  --force   thay tệp đã có
`;

/** `tuyen backup`: everything in one file, as it is at one moment. */
export async function backup(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, { force: { type: "boolean" } } as const, help);
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError(`Cần đúng một tên tệp.\n\n${help}`);
  const file = resolve(path);
  const store = await openStore(readConfig(), progress);
  try {
    const options = { file, force: values.force ?? false, log: progress, now: new Date() };
    const { tables, bytes, sha256 } = await backUp(store.url, options);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(
      `Đã sao lưu ${tables.length} bảng, ${rows.toLocaleString("vi")} dòng vào ${file} (${megabytes(bytes)} MB)\n`,
    );
    process.stdout.write(`SHA-256 của nội dung: ${sha256}\n`);
  } finally {
    await store.close();
  }
  return 0;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toLocaleString("vi", { maximumFractionDigits: 1 });
}
