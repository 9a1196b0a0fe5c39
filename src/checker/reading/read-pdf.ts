import type { OPS, PDFDocumentProxy } from "pdfjs-dist";
import { type Finding } from "#domain/finding.ts";
import { Refusal } from "#domain/refusal.ts";
import { documentLimits } from "./document-limits.ts";
import { layOutText } from "./lay-out-text.ts";
import { convertLegacyFonts } from "./legacy-fonts.ts";
import { readChunks, type Page } from "./pdf-chunks.ts";
import { loadPdfLibrary } from "./pdf-library.ts";
import { findLines, hasWideGaps } from "./pdf-lines.ts";
import { withoutMargins } from "./pdf-margins.ts";
import { composeBlocks } from "./pdf-paragraphs.ts";
import { readRules } from "./pdf-rules.ts";
import { checkPdfStreams } from "./pdf-streams.ts";
import { type ReadContent } from "./read-document.ts";

/** Reads a PDF that holds text: lines, paragraphs and table rows by where the letters stand. */
export async function readPdf(file: string, bytes: Uint8Array): Promise<ReadContent> {
  const pages = await withPdf(file, bytes, (document, operations) => readPages(file, document, operations));
  if (pages.every(({ chunks }) => chunks.length === 0))
    throw new Refusal("document-without-text", { file, pages: pages.length });
  const body = withoutMargins(pages.map(findLines), pages);
  const { blocks, fonts } = convertLegacyFonts(composeBlocks(body.pages.flat()));
  const findings: Finding[] = fonts.map((encoding) => ({
    code: "encoding-converted",
    severity: "warning",
    facts: { encoding },
  }));
  if (body.dropped > 0)
    findings.push({ code: "page-margins-left-aside", severity: "warning", facts: { count: body.dropped } });
  return { ...layOutText(blocks, file), findings };
}

async function readPages(
  file: string,
  document: PDFDocumentProxy,
  operations: typeof OPS,
): Promise<readonly Page[]> {
  if (document.numPages > documentLimits.pages)
    throw new Refusal("document-too-many-pages", { file, limit: documentLimits.pages });
  const pages: Page[] = [];
  let characters = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await readPage(file, document, number, operations);
    characters += page.chunks.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > documentLimits.characters)
      throw new Refusal("too-much-text", { file, limit: documentLimits.characters });
    pages.push(page);
  }
  return pages;
}

async function readPage(
  file: string,
  document: PDFDocumentProxy,
  number: number,
  operations: typeof OPS,
): Promise<Page> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const chunks = await readChunks(page);
  if (chunks === undefined) throw new Refusal("too-much-text", { file, limit: documentLimits.characters });
  const rules = hasWideGaps(chunks) ? await readRules(page, operations) : [];
  page.cleanup();
  return { width, height, chunks, rules };
}

/** Opens the file for one reading; whatever the library cannot read is damaged. */
async function withPdf<Result>(
  file: string,
  bytes: Uint8Array,
  read: (document: PDFDocumentProxy, operations: typeof OPS) => Promise<Result>,
): Promise<Result> {
  checkPdfStreams(bytes, file);
  const { getDocument, OPS: operations } = await loadPdfLibrary();
  const loading = getDocument({
    data: bytes.slice(), // the library takes the bytes over
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    stopAtErrors: false,
    maxImageSize: 1, // pictures are never looked at
  });
  try {
    return await read(await loading.promise, operations);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const isLocked = cause instanceof Error && cause.name === "PasswordException";
    throw Object.assign(new Refusal(isLocked ? "file-encrypted" : "document-damaged", { file }), { cause });
  } finally {
    await loading.destroy();
  }
}
