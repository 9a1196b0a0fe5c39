import { readBytesAsText } from "#domain/legacy-text-bytes.ts";
import { type Finding } from "#domain/finding.ts";
import { Refusal } from "#domain/refusal.ts";
import { documentLimits } from "./document-limits.ts";
import { type ReadContent } from "./read-document.ts";

/** Reads a text or Markdown file, in Unicode or one of the older Vietnamese encodings. */
export function readPlainText(file: string, bytes: Uint8Array): ReadContent {
  const { text, findings } = decodeText(file, bytes);
  return { text: plain(text), findings, spans: [] };
}

/** The characters of a text file; refuses what is in no encoding that Vietnamese text is written in. */
export function decodeText(
  file: string,
  bytes: Uint8Array,
): { readonly text: string; readonly findings: readonly Finding[] } {
  const reading = readBytesAsText(bytes);
  if (reading === undefined) throw new Refusal("document-encoding-unknown", { file });
  if (reading.text.length > documentLimits.characters)
    throw new Refusal("too-much-text", { file, limit: documentLimits.characters });
  const isUsual = reading.encoding.startsWith("utf");
  const facts = { encoding: reading.encoding };
  return {
    text: reading.text,
    findings: isUsual ? [] : [{ code: "encoding-converted", severity: "warning", facts }],
  };
}

/** One kind of line end, no characters that nobody sees. */
function plain(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029\f\v]/g, "\n")
    .replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .normalize("NFC");
}
