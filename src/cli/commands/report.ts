import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { Refusal } from "#domain/refusal.ts";
import { printReport, reportFormats } from "#operations/print-report.ts";
import { readArgs, readPeriod, UsageError } from "../usage.ts";
import { progress, withInstallation } from "../with-installation.ts";

const help = `npx tuyen report --period KỲ --out TỆP [--illustrative]

  --period        kỳ báo cáo, ví dụ 2023-S1
  --out           tên tệp; đuôi tệp chọn dạng: .docx .pdf .html .json
  --illustrative  dùng số liệu minh họa cấp xã; mọi trang ghi SỐ LIỆU MINH HỌA
`;

/** `tuyen report`: the official document of a period as a file. */
export async function report(args: string[]): Promise<number> {
  const options = {
    period: { type: "string" },
    out: { type: "string" },
    illustrative: { type: "boolean" },
  } as const;
  const { values } = readArgs(args, options, help);
  if (values.help) return showHelp();
  const period = readPeriod(values.period, help);
  if (values.out === undefined) throw new UsageError(`Thiếu --out, ví dụ --out bao-cao.docx.\n\n${help}`);
  const out = values.out;
  const format = reportFormats.find((each) => `.${each}` === extname(out).toLowerCase());
  if (!format)
    throw new Refusal("unknown-format", { format: extname(out), formats: reportFormats.join(", ") });
  const illustrative = values.illustrative ?? false;
  const printed = await withInstallation((context) => printReport(context, { period, format, illustrative }));
  try {
    await writeFile(out, printed.bytes);
  } catch (error) {
    throw new Refusal("cannot-write", {
      file: out,
      cause: error instanceof Error ? error.message : String(error),
    });
  }
  progress(`Đã ghi ${out} (${Math.ceil(printed.bytes.length / 1024)} KB).`);
  return 0;
}

function showHelp(): number {
  process.stdout.write(help);
  return 0;
}
