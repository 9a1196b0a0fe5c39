import { basename } from "node:path";
import { publishDirective } from "#contract/directive.ts";
import { readBytes } from "#operations/check-document.ts";
import { readConfig } from "#operations/config.ts";
import { listCatalogueNames } from "#operations/list-catalogue-names.ts";
import { readDirectivesOf } from "#operations/read-directives.ts";
import { directiveLines, remarkText } from "#wording/directives.ts";
import { readArgs, UsageError } from "../usage.ts";
import { progress } from "../with-installation.ts";
import { writeNotice } from "./directives-notice.ts";

const help = `npx tuyen directives read TỆP [--format text|json] [--lang vi|en]
npx tuyen directives notice --conference HỘI_NGHỊ --out TỆP

  Đọc thông báo kết luận hoặc báo cáo (.docx .pdf .txt .md .html) và đề xuất từng việc, từng khó khăn, từng kiến nghị:
  đơn vị, thời hạn, sản phẩm được nêu, và điều còn thiếu. Chỉ đề xuất từ chữ trong văn bản; người dùng quyết định.

  notice: ghi Thông báo kết luận của một hội nghị, ví dụ --conference hoi-nghi-2020-s1 --out thong-bao.docx
  (đuôi tệp chọn dạng: .docx .pdf .html).
`;

const options = {
  format: { type: "string" },
  lang: { type: "string" },
  conference: { type: "string" },
  out: { type: "string" },
} as const;

/** `tuyen directives read`: exit 0 when something was read, 1 when nothing is to be done in it, 2 unreadable. */
export async function directives(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, options, help);
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [verb, path, ...more] = positionals;
  if (verb === "notice" && path === undefined) return writeNotice(values, help);
  if (verb !== "read" || path === undefined || more.length > 0) throw new UsageError(help);
  const format = values.format ?? "text";
  const language = values.lang ?? "vi";
  if (format !== "text" && format !== "json") throw new UsageError(`--format: text hoặc json.\n\n${help}`);
  if (language !== "vi" && language !== "en") throw new UsageError(`--lang: vi hoặc en.\n\n${help}`);

  const indicators = await listCatalogueNames(readConfig().catalogueDirectory);
  const notice = await readDirectivesOf({ name: basename(path), bytes: await readBytes(path) }, indicators);
  for (const remark of notice.remarks) progress(`! ${remarkText(remark, language)}`);
  process.stdout.write(
    format === "json"
      ? `${JSON.stringify(notice.directives.map(publishDirective), null, 2)}\n`
      : notice.directives.map((directive) => directiveLines(directive, language)).join("\n"),
  );
  return notice.directives.length > 0 ? 0 : 1;
}
