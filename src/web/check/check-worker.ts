import { checkText } from "#checker/index.ts";
import { Refusal } from "#domain/refusal.ts";
import { notesOf } from "#checker/annotate/finding-notes.ts";
import type { CheckJob, Source, Stage, WorkNews, WorkOrder } from "./check-job.ts";

/** Reads, checks and annotates beside the page, so that the page never stands still. */
addEventListener("message", ({ data }: MessageEvent<WorkOrder>) => {
  void answer(data);
});

async function answer(order: WorkOrder): Promise<void> {
  try {
    tell(order.work === "check" ? await check(order) : await annotate(order));
  } catch (error) {
    if (error instanceof Refusal) tell({ news: "refused", code: error.code, facts: error.facts });
    else reportError(error); // a fault: it reaches the page as an error of its worker
  }
}

async function check({ source, previous }: CheckJob): Promise<WorkNews> {
  tellStage("reading");
  const read = await readSource(source);
  if (previous) tellStage("reading-previous");
  const previousText = previous && (await readSource(previous)).text;
  tellStage("checking", read.text.length);
  const sha256 = "bytes" in source ? await hashOf(source.bytes) : undefined;
  const checked = checkText(read.text, {
    name: source.name,
    ...(sha256 !== undefined && { sha256 }),
    ...(previousText !== undefined && { previous: previousText }),
  });
  const { isWord, findings } = read;
  return { news: "checked", checked, isWord, findings, hashOf: sha256 === undefined ? "text" : "file" };
}

/** Comments on every finding, in a copy of the Word file. */
async function annotate({ name, bytes, document, language }: WorkOrder & { work: "annotate" }): Promise<WorkNews> {
  const { annotateDocx } = await import("#checker/annotate/annotate-docx.ts");
  const { readDocument } = await import("#checker/reading/read-document.ts");
  const read = await readDocument(name, bytes);
  return { news: "annotated", bytes: annotateDocx(bytes, notesOf(document, language), read) };
} // prettier-ignore

async function readSource(source: Source) {
  if ("refusal" in source) throw new Refusal(source.refusal.code, source.refusal.facts);
  if ("text" in source) return { text: source.text, findings: [], isWord: false };
  const { readDocument } = await import("#checker/reading/read-document.ts");
  const { text, findings, kind } = await readDocument(source.name, source.bytes);
  return { text, findings, isWord: kind === "docx" };
}

/** Browsers compute hashes on safe addresses only (HTTPS, this machine); elsewhere the checker hashes the text. */
async function hashOf(bytes: Uint8Array): Promise<string | undefined> {
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  if (!subtle) return undefined;
  const digest = new Uint8Array(await subtle.digest("SHA-256", new Uint8Array(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function tellStage(stage: Stage, characters = 0): void {
  tell({ news: "stage", stage, characters });
}

function tell(news: WorkNews): void {
  postMessage(news);
}
