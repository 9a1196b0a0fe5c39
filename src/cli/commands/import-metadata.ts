import { readFile, stat } from "node:fs/promises";
import { mostMegabytes, tooLarge } from "#contract/dhis2-metadata.ts";
import { Refusal } from "#domain/refusal.ts";
import {
  importMetadata,
  metadataKinds,
  type MetadataKind,
  type MetadataOutcome,
} from "#operations/import-metadata.ts";
import { publishMetadataOutcome } from "#operations/import-metadata-publish.ts";
import { metadataRemarkText } from "#wording/metadata-remarks.ts";
import { readArgs, UsageError } from "../usage.ts";
import { progress, withInstallation } from "../with-installation.ts"; // prettier-ignore

const help = `npx tuyen import-metadata TỆP.json [--dry-run] [--format text|json]

  Nhập siêu dữ liệu xuất từ DHIS2: chỉ tiêu, phân loại, bộ báo cáo, chỉ số, quy tắc kiểm tra, hằng số, nhóm đơn vị.
  Nhập lại cùng một tệp không thay đổi gì. Mọi thứ không nhập được đều được nêu tên và lý do.
  --dry-run   chỉ xem sẽ thay đổi gì, không nhập
`;

/** `tuyen import-metadata`: metadata from DHIS2; exit 1 when something of it had to be left out. */
export async function importMetadataFile(args: string[]): Promise<number> {
  const options = { "dry-run": { type: "boolean" }, format: { type: "string" } } as const;
  const { values, positionals } = readArgs(args, options, help);
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError(`Cần đúng một tệp.\n\n${help}`);
  if (values.format !== undefined && values.format !== "text" && values.format !== "json") {
    throw new UsageError(`--format nhận text hoặc json.\n\n${help}`);
  }
  const json = await readJson(file);
  const dryRun = values["dry-run"] ?? false;
  const outcome = await withInstallation((context) => importMetadata(context, { json, file, dryRun }));
  if (values.format === "json") {
    process.stdout.write(`${JSON.stringify(publishMetadataOutcome(outcome), null, 2)}\n`);
  } else print(outcome);
  return outcome.remarks.some(({ isLeftOut, code }) => isLeftOut && code !== "part-not-kept") ? 1 : 0;
}

async function readJson(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > mostMegabytes * 1_000_000) throw tooLarge(size, file);
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("file-not-found", { file });
  }
}

const names: Readonly<Record<MetadataKind, string>> = {
  elements: "Chỉ tiêu nhập liệu",
  dataSets: "Bộ báo cáo",
  indicators: "Chỉ số",
  rules: "Quy tắc kiểm tra",
  constants: "Hằng số",
  groups: "Nhóm đơn vị",
  codes: "Mã DHIS2",
};

function print({ counts, remarks, isDryRun }: MetadataOutcome): void {
  for (const remark of remarks) progress(`${remark.isLeftOut ? "✗" : "!"} ${metadataRemarkText(remark)}`);
  process.stdout.write(isDryRun ? "Sẽ nhập:\n" : "Đã nhập:\n");
  for (const kind of metadataKinds) {
    const { inserted, changed, unchanged } = counts[kind];
    process.stdout.write(`  ${names[kind].padEnd(20)} ${inserted} mới, ${changed} sửa, ${unchanged} giữ nguyên\n`);
  }
} // prettier-ignore
