import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { Refusal } from "#domain/refusal.ts";
import {
  annotateChecked, checkDocument, formatSarif, listDocuments, listKnownFigures, readBytes, readMemory, readText,
  type CheckAgainst, type CheckedDocument, type CheckedFile, type Verdict,
} from "#operations/check-document.ts"; // prettier-ignore
import { findingText } from "#wording/findings.ts";
import { refusalText, type Language } from "#wording/refusals.ts";
import { printChecked } from "../print-checked.ts";
import { readArgs, readPeriod, UsageError } from "../usage.ts";
import { progress, withInstallation } from "../with-installation.ts";

const help = `npx tuyen check TỆP… [tùy chọn]

  Tính lại mọi tổng, tỷ lệ, tăng giảm trong văn bản đã viết (.docx .pdf .txt .md .html .xlsx, nhiều tệp hoặc thư mục).

  --format text|json|sarif   mặc định text
  --with-text                kèm toàn văn trong json
  --fail-on wrong|suspect|note   mức nào thì mã thoát là 1 (mặc định wrong)
  --annotate TỆP.docx        ghi bản Word có ghi chú đúng chỗ
  --previous TỆP             so với số phát hành kỳ trước
  --against 2023-S1          so với số liệu trong kho
  --memory TỆP.json          dùng các bỏ qua, sửa cách đọc đã lưu
  --lang vi|en
`;

const options = {
  format: { type: "string" },
  "with-text": { type: "boolean" },
  "fail-on": { type: "string" },
  annotate: { type: "string" },
  previous: { type: "string" },
  against: { type: "string" },
  memory: { type: "string" },
  lang: { type: "string" },
} as const;

/** What reaches each level, gravest first. */
const failing: Readonly<Record<string, readonly Verdict[]>> = {
  wrong: ["wrong"],
  suspect: ["wrong", "suspect"],
  note: ["wrong", "suspect", "note"],
};

/** `tuyen check`: exit 0 clean, 1 when the level of `--fail-on` is reached, 2 when a file cannot be read. */
export async function check(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, options, help);
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (positionals.length === 0) throw new UsageError(`Cần ít nhất một tệp hoặc thư mục.\n\n${help}`);
  const language = oneOf(["vi", "en"] as const, values.lang ?? "vi", "--lang");
  const format = oneOf(["text", "json", "sarif"] as const, values.format ?? "text", "--format");
  const failOn =
    failing[oneOf(["wrong", "suspect", "note"] as const, values["fail-on"] ?? "wrong", "--fail-on")] ?? [];
  const paths = await listDocuments(positionals);
  if (values.annotate !== undefined && paths.length !== 1)
    throw new UsageError("--annotate cần đúng một tệp .docx.");
  const against = await readAgainst(values);
  const { checked, unread } = await checkAll(paths, against, language);
  print(checked.map((file) => file.checked), format, language, values["with-text"] ?? false, positionals.length > 1 || paths.length > 1); // prettier-ignore
  if (values.annotate !== undefined && checked[0])
    await writeAnnotated(values.annotate, checked[0], language);
  if (unread > 0) return 2;
  return checked.some(({ checked: { counts } }) => failOn.some((verdict) => counts[verdict] > 0)) ? 1 : 0;
}

/** What the documents are held against besides themselves. */
async function readAgainst(values: {
  previous?: string;
  against?: string;
  memory?: string;
}): Promise<CheckAgainst> {
  const period = values.against === undefined ? undefined : readPeriod(values.against, help);
  const figures = period && (await withInstallation((context) => listKnownFigures(context, period)));
  const previous = values.previous === undefined ? undefined : await readText(values.previous);
  const memory = values.memory === undefined ? undefined : await readMemory(values.memory);
  return {
    ...(previous !== undefined && { previous }),
    ...(figures && { figures }),
    ...(memory && { memory }),
  };
}

/** Goes on with the other files when one cannot be read. */
async function checkAll(
  paths: readonly string[],
  against: CheckAgainst,
  language: Language,
): Promise<{ checked: CheckedFile[]; unread: number }> {
  const checked: CheckedFile[] = [];
  let unread = 0;
  for (const path of paths) {
    try {
      const bytes = await readBytes(path);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const file = await checkDocument({ ...against, name: basename(path), bytes, sha256 });
      for (const finding of file.read.findings)
        progress(`! ${findingText({ ...finding, place: { file: path } }, language)}`);
      if (file.setAside > 0)
        progress(`! ${path}: ${file.setAside} phát hiện đã được bỏ qua theo tệp ghi nhớ.`);
      checked.push(file);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      progress(refusalText(error.code, { ...error.facts, file: path }, language));
      unread += 1;
    }
  }
  return { checked, unread };
}

function print(
  documents: readonly CheckedDocument[],
  format: "text" | "json" | "sarif",
  language: Language,
  withText: boolean,
  isList: boolean,
): void {
  if (format === "sarif") {
    process.stdout.write(`${JSON.stringify(formatSarif(documents), null, 2)}\n`);
  } else if (format === "json") {
    const objects = documents.map(({ text, ...rest }) => (withText ? { ...rest, text } : rest));
    process.stdout.write(`${JSON.stringify(isList ? objects : (objects[0] ?? null), null, 2)}\n`);
  } else {
    process.stdout.write(documents.map((document) => printChecked(document, language)).join("\n"));
  }
}

async function writeAnnotated(path: string, file: CheckedFile, language: Language): Promise<void> {
  const bytes = annotateChecked(file, language);
  try {
    await writeFile(path, bytes);
  } catch (error) {
    throw new Refusal("cannot-write", {
      file: path,
      cause: error instanceof Error ? error.message : String(error),
    });
  }
  progress(`Đã ghi ${path}.`);
}

function oneOf<T extends string>(allowed: readonly T[], given: string, option: string): T {
  const found = allowed.find((each) => each === given);
  if (!found) throw new UsageError(`${option} nhận: ${allowed.join(", ")}.\n\n${help}`);
  return found;
}
