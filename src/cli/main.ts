#!/usr/bin/env node
import { Refusal } from "#domain/refusal.ts";
import { refusalText } from "#wording/refusals.ts";
import { backup } from "./commands/backup.ts";
import { check } from "./commands/check.ts";
import { validate } from "./commands/check-values.ts";
import { directives } from "./commands/directives.ts";
import { doctor } from "./commands/doctor.ts";
import { figures } from "./commands/figures.ts";
import { importFile } from "./commands/import.ts";
import { importMetadataFile } from "./commands/import-metadata.ts";
import { outlines } from "./commands/outlines.ts";
import { remind } from "./commands/remind.ts";
import { report } from "./commands/report.ts";
import { restore } from "./commands/restore.ts";
import { serve } from "./commands/serve.ts";
import { UsageError } from "./usage.ts";
import { user } from "./commands/user.ts";

/** Does one thing and answers with the exit code: 0 fine, 1 findings or refusals, 2 unusable input. */
export type Command = (args: string[]) => Promise<number>;

const commands: Record<string, Command> = {
  serve,
  report,
  figures,
  import: importFile,
  "import-metadata": importMetadataFile,
  check,
  validate,
  directives,
  outlines,
  user,
  remind,
  backup,
  restore,
  doctor,
};

const help = `Tuyến: báo cáo và điều hành của Sở Y tế

  npx tuyen serve                                 mở ứng dụng web tại http://127.0.0.1:8080
  npx tuyen report  --period 2023-S1 --out TỆP    báo cáo chính thức (.docx, .pdf, .html, .json)
  npx tuyen figures --period 2023-S1              mọi số liệu của báo cáo (--format table|json|csv)
  npx tuyen import  TỆP [--dry-run]               nhập số liệu từ .csv hoặc .xlsx
  npx tuyen import-metadata TỆP.json              nhập siêu dữ liệu xuất từ DHIS2
  npx tuyen check   TỆP…                          tính lại mọi con số trong văn bản đã viết
  npx tuyen validate --period 2023-06             số liệu đã báo cáo: chỗ sai, chỗ lạ
  npx tuyen directives read TỆP                   đề xuất việc cần làm từ thông báo kết luận, báo cáo
  npx tuyen outlines load TỆP --on 2025-07-01     nạp ranh giới đơn vị cho bản đồ (GeoJSON, TopoJSON)
  npx tuyen user    VIỆC…                          tài khoản: tạo, cấp vai trò, đặt lại mật khẩu
  npx tuyen remind  [--dry-run]                   nhắc đơn vị có phiếu sắp đến hạn, quá hạn
  npx tuyen backup  TỆP                           sao lưu toàn bộ vào một tệp, không cần dừng
  npx tuyen restore TỆP                           khôi phục vào một cài đặt trống
  npx tuyen doctor                                kiểm tra cài đặt và cách khắc phục

Thêm --help sau mỗi lệnh để xem cách dùng. Kết quả ra stdout, tiến trình ra stderr.
Mã thoát: 0 tốt; 1 có phát hiện hoặc từ chối; 2 dữ liệu vào không dùng được.
`;

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    process.stdout.write(help);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stderr.write(`Không có lệnh “${name}”. Các lệnh: ${Object.keys(commands).join(", ")}.\n`);
    return 2;
  }
  return command(args);
}

/** Refusals about what was handed in mean unusable input; the rest are refusals of the request. */
function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  if (error instanceof Refusal) {
    process.stderr.write(`${refusalText(error.code, error.facts)}\n`);
    return 2;
  }
  process.stderr.write(`Lỗi ngoài dự kiến. Chạy “npx tuyen doctor” để kiểm tra cài đặt.\n`);
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0); // the reader has seen enough: `tuyen figures | head`
  throw error;
});

process.exitCode = await main(process.argv.slice(2)).catch(exitCodeOf);
