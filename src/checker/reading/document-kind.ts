import { Refusal } from "#domain/refusal.ts";
import { openPackage } from "./read-package.ts";

export type DocumentKind = "docx" | "pdf" | "xlsx" | "html" | "markdown" | "text";

/** The endings that people know these documents by. */
export const documentFormats = [".docx", ".pdf", ".xlsx", ".html", ".md", ".txt"] as const;

/** Tells by its bytes how to read a document, by its name only how text is marked up; refuses what cannot be read. */
export function documentKindOf(file: string, bytes: Uint8Array): DocumentKind {
  if (bytes.length === 0) throw new Refusal("file-empty", { file });
  const head = latin1(bytes.subarray(0, 1024));
  if (/^PK(?:\x03\x04|\x05\x06)/.test(head)) return officeKind(file, bytes); // oxlint-disable-line no-control-regex
  if (head.includes("%PDF-")) return "pdf";
  if (head.startsWith("\xd0\xcf\x11\xe0")) throw compoundFile(file, bytes);
  const extension = extensionOf(file);
  if (["docx", "xlsx", "pdf"].includes(extension)) throw new Refusal("document-damaged", { file });
  if (isForeign(head, bytes)) throw unknownKind(file);
  if (/^(?:html?|xhtml)$/.test(extension) || looksLikeHtml(bytes)) return "html";
  return /^(?:md|markdown)$/.test(extension) ? "markdown" : "text";
}

/** Word and Excel files are packages of parts; other packages are not read. */
function officeKind(file: string, bytes: Uint8Array): DocumentKind {
  const { names } = openPackage(bytes, file);
  if (names.includes("xl/workbook.xml")) return "xlsx";
  if (names.includes("_rels/.rels") && names.some((name) => /^word\/[^/]+\.xml$/.test(name))) return "docx";
  if (["docx", "xlsx"].includes(extensionOf(file))) throw new Refusal("document-damaged", { file });
  throw unknownKind(file);
}

/** Old Office files and encrypted new ones share one container; the names inside tell which it is. */
function compoundFile(file: string, bytes: Uint8Array): Refusal {
  // In two bytes a letter, so that a plain search for the bytes finds them wherever they begin.
  const content = latin1(bytes);
  const names = (name: string): boolean => content.includes(name.split("").join("\0"));
  if (names("EncryptedPackage")) return new Refusal("file-encrypted", { file });
  const isWord = names("WordDocument") || (!names("Workbook") && extensionOf(file) !== "xls");
  return new Refusal("file-old-office", { file, format: isWord ? ".doc" : ".xls" });
}

function unknownKind(file: string): Refusal {
  return new Refusal("document-kind-unknown", { file, formats: documentFormats.join(", ") });
}

/** Pictures, archives, RTF, programs. */
const foreign = [
  "\x89PNG",
  "\xff\xd8\xff",
  "GIF8",
  "\x1f\x8b",
  "Rar!",
  "7z\xbc\xaf",
  "{\\rtf",
  "II*",
  "MM\0",
  "MZ",
  "\x7fELF",
];

/** Foreign files, and anything with zero bytes that is not UTF-16. */
function isForeign(head: string, bytes: Uint8Array): boolean {
  if (foreign.some((signature) => head.startsWith(signature))) return true;
  const start = bytes.subarray(0, 65_536);
  const zeros = start.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (zeros === 0) return false;
  const isWide =
    /^(?:\xff\xfe|\xfe\xff)/.test(head) || (zeros > start.length * 0.2 && !head.includes("\0\0"));
  return !isWide;
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?\s*(?:<!--[^]{0,500}?-->\s*)?(?:<\?xml[^>]{0,100}\?>\s*)?<(?:!doctype html|html|head|body|table)\b/i.test(
    latin1(bytes.subarray(0, 1024)),
  );
}

function latin1(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join("");
}

function extensionOf(file: string): string {
  return /\.([^./\\]*)$/.exec(file)?.[1]?.toLowerCase() ?? "";
}
