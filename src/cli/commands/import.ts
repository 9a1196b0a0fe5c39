import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { Refusal } from "#domain/refusal.ts";
import { fileToImport, importFigures, type ImportOutcome } from "#operations/import-figures.ts";
import { findingText } from "#wording/findings.ts";
import { readArgs, UsageError } from "../usage.ts";
import { progress, withInstallation } from "../with-installation.ts";

const help = `npx tuyen import TỆP [--dry-run] [--decimal comma|point] [--format text|json]

  Nhập số liệu từ .csv hoặc .xlsx có các cột như “npx tuyen figures --format csv” in ra.
  --dry-run   chỉ xem sẽ thay đổi gì, không nhập
  --decimal   trả lời khi cách viết số không rõ: comma (1.234,5) hoặc point (1234.5)
`;

/** `tuyen import`: figures from a file; exit 1 when findings keep them out. */
export async function importFile(args: string[]): Promise<number> {
  const options = {
    "dry-run": { type: "boolean" },
    decimal: { type: "string" },
    format: { type: "string" },
  } as const;
  const { values, positionals } = readArgs(args, options, help);
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new UsageError(`Cần đúng một tệp.\n\n${help}`);
  const notation = (["comma", "point"] as const).find((each) => each === values.decimal);
  if (values.decimal !== undefined && !notation)
    throw new UsageError(`--decimal nhận comma hoặc point.\n\n${help}`);
  const sha256 = await hashOf(path);
  const dryRun = values["dry-run"] ?? false;
  const outcome = await withInstallation((context) =>
    importFigures(context, { source: fileToImport(path), sha256, dryRun, ...(notation && { notation }) }),
  );
  if (values.format === "json") process.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`);
  else print(outcome, dryRun);
  return outcome.isBlocked ? 1 : 0;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path), hash);
  } catch {
    throw new Refusal("file-not-found", { file: path });
  }
  return hash.digest("hex");
}

function print(outcome: ImportOutcome, dryRun: boolean): void {
  for (const finding of outcome.findings)
    progress(`${finding.severity === "blocking" ? "✗" : "!"} ${findingText(finding)}`);
  if (outcome.isBlocked) {
    process.stdout.write(`Chưa nhập gì. Sửa ${outcome.findings.filter(({ severity }) => severity === "blocking").length} chỗ trên rồi nhập lại.\n`); // prettier-ignore
    return;
  }
  if (dryRun) {
    for (const { key, breakdown, period, orgUnit, from, to } of outcome.changes) {
      process.stdout.write(
        `${key}${breakdown && ` (${breakdown})`}, ${period}, ${orgUnit}: ${from ?? "trống"} → ${to}\n`,
      );
    }
  }
  const { inserted, changed, unchanged, computed, blank } = outcome;
  const kept = dryRun ? "Sẽ nhập" : "Đã nhập";
  process.stdout.write(
    `${kept} ${inserted} số mới, sửa ${changed} số; giữ nguyên ${unchanged}, số tính ra ${computed}, ô trống ${blank}.\n`,
  );
}
