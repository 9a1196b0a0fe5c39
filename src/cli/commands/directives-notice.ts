import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { Refusal } from "#domain/refusal.ts";
import { letterFormats, printNotice } from "#operations/print-notice.ts";
import { UsageError } from "../usage.ts";
import { progress, withInstallation } from "../with-installation.ts";

/** `tuyen directives notice`: the Thông báo kết luận of a conference as a file. */
export async function writeNotice(
  { conference: id, out }: { readonly conference?: string | undefined; readonly out?: string | undefined },
  help: string,
): Promise<number> {
  if (id === undefined || out === undefined) throw new UsageError(help);
  const format = letterFormats.find((each) => `.${each}` === extname(out).toLowerCase());
  if (!format)
    throw new Refusal("unknown-format", { format: extname(out), formats: letterFormats.join(", ") });
  const { bytes } = await withInstallation((context) => printNotice(context, { id, format }));
  await writeFile(out, bytes).catch((error: unknown) => {
    throw new Refusal("cannot-write", { file: out, cause: error instanceof Error ? error.message : String(error) }); // prettier-ignore
  });
  progress(`Đã ghi ${out} (${Math.ceil(bytes.length / 1024)} KB).`);
  return 0;
}
