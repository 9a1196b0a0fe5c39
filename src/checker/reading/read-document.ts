import { type Finding } from "#domain/finding.ts";
import { Refusal } from "#domain/refusal.ts";
import { documentLimits } from "./document-limits.ts";
import { documentKindOf, type DocumentKind } from "./document-kind.ts";
import { type SourceSpan } from "./text-source.ts";

/** A finished document as text: what the checker reads, and the way back to the file. */
export interface ReadDocument {
  readonly name: string;
  readonly kind: DocumentKind;
  /** In Unicode NFC: paragraphs are lines, the cells of a table row are parted by tabs. */
  readonly text: string;
  /** What was read in another way than it looks: converted fonts, accepted changes, parts left aside. */
  readonly findings: readonly Finding[];
  /** Where the text stands in a Word file, in the order of the text; empty for other kinds. */
  readonly spans: readonly SourceSpan[];
}

/** What a reader of one kind of document returns. */
export type ReadContent = Pick<ReadDocument, "text" | "findings" | "spans">;

/**
 * Reads a .docx, .pdf, .xlsx, .html, .md or .txt file into text; what it is, its bytes tell. Works in the browser
 * as well. Refuses what cannot be read, and what is larger than `documentLimits`.
 */
export async function readDocument(name: string, bytes: Uint8Array): Promise<ReadDocument> {
  if (bytes.length > documentLimits.fileBytes)
    throw new Refusal("file-too-large", { file: name, limit: documentLimits.fileBytes });
  const kind = documentKindOf(name, bytes);
  const content = await readContent(kind, name, bytes);
  if (content.text.length > documentLimits.characters)
    throw new Refusal("too-much-text", { file: name, limit: documentLimits.characters });
  if (content.text.trim() === "") throw new Refusal("document-without-text", { file: name });
  return { name, kind, ...content };
}

/** Readers are loaded when their first file comes: nobody who checks a Word file waits for the PDF library. */
async function readContent(kind: DocumentKind, name: string, bytes: Uint8Array): Promise<ReadContent> {
  switch (kind) {
    case "docx":
      return (await import("./read-docx.ts")).readDocx(name, bytes);
    case "xlsx":
      return (await import("./read-xlsx.ts")).readXlsx(name, bytes);
    case "pdf":
      return (await import("./read-pdf.ts")).readPdf(name, bytes);
    case "html":
      return (await import("./read-html.ts")).readHtml(name, bytes);
    default:
      return (await import("./read-plain-text.ts")).readPlainText(name, bytes);
  }
}
