import { Refusal } from "#domain/refusal.ts";

/** So large a file may be that shows what was done. */
export const mostEvidenceBytes = 20 * 2 ** 20;

const kinds = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  txt: "text/plain; charset=utf-8",
} as const;
export type EvidenceKind = keyof typeof kinds;

/**
 * What a file is, told by its bytes and not by its name. Refuses with `file-empty`, `evidence-too-large`,
 * `evidence-kind-unknown` and, when the name says another kind, `evidence-kind-differs`.
 */
export function evidenceKind(name: string, bytes: Uint8Array): { kind: EvidenceKind; mediaType: string } {
  if (bytes.length === 0) throw new Refusal("file-empty", { file: name });
  if (bytes.length > mostEvidenceBytes) throw new Refusal("evidence-too-large", { file: name, megabytes: mostEvidenceBytes / 2 ** 20 }); // prettier-ignore
  const kind = kindOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!kind) throw new Refusal("evidence-kind-unknown", { file: name });
  const ending = /\.([a-z0-9]+)$/iu.exec(name)?.[1]?.toLowerCase().replace("jpeg", "jpg");
  if (ending !== undefined && ending !== kind)
    throw new Refusal("evidence-kind-differs", { file: name, kind });
  return { kind, mediaType: kinds[kind] };
}

function kindOf(bytes: Buffer): EvidenceKind | undefined {
  const begins = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (bytes.subarray(0, 1024).includes("%PDF-")) return "pdf";
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (begins(0xff, 0xd8, 0xff)) return "jpg";
  if (begins(0x50, 0x4b, 0x03, 0x04)) return officeKind(bytes);
  return isText(bytes) ? "txt" : undefined;
}

/** Word and Excel files without programs in them; any other archive is none of ours. */
function officeKind(bytes: Buffer): EvidenceKind | undefined {
  if (!bytes.includes("[Content_Types].xml") || bytes.includes("vbaProject.bin")) return undefined;
  if (bytes.includes("word/document.xml")) return "docx";
  return bytes.includes("xl/workbook.xml") ? "xlsx" : undefined;
}

/** Unicode text; a page of a browser is none, because it could be opened as one. */
function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !/[^\P{Cc}\t\n\r\f]/u.test(text) && !/<\s*(?:!doctype|html|script|svg|\?xml)/iu.test(text);
  } catch {
    return false;
  }
}
