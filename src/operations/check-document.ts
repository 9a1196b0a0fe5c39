import { readFile, readdir, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { annotateDocx } from "#checker/annotate/annotate-docx.ts";
import { notesOf } from "#checker/annotate/finding-notes.ts";
import { checkText, type CheckedDocument, type KnownFigure } from "#checker/index.ts";
import { applyMemory, parseMemory, type Memory } from "#checker/memory.ts";
import { readDocument, type ReadDocument } from "#checker/reading/read-document.ts";
import { sarifLog } from "#checker/sarif.ts";
import type { Period } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { buildReport } from "./build-report.ts";
import type { Context } from "./context.ts";
import { knownFiguresOf } from "./known-figures.ts";

export type { CheckedDocument, Claim, Verdict } from "#checker/index.ts";

/** What a document is held against besides itself. */
export interface CheckAgainst {
  /** Text of the previous issue. */
  readonly previous?: string;
  readonly figures?: readonly KnownFigure[];
  readonly memory?: Memory;
}

export interface CheckDocument extends CheckAgainst {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes. */
  readonly sha256: string;
}

export interface CheckedFile {
  readonly bytes: Uint8Array;
  readonly read: ReadDocument;
  readonly checked: CheckedDocument;
  /** How many claims people have set aside before. */
  readonly setAside: number;
}

/** Reads a finished document and recomputes every claim in it. Refuses what cannot be read. */
export async function checkDocument(input: CheckDocument): Promise<CheckedFile> {
  const { name, bytes, sha256, previous, figures, memory } = input;
  const read = await readDocument(name, bytes);
  const populations =
    figures?.filter(({ role }) => role === "population").map(({ value }) => Number(value)) ?? [];
  const checked = checkText(read.text, {
    name,
    sha256,
    populations,
    ...(previous !== undefined && { previous }),
    ...(figures && { figures }),
  });
  if (memory === undefined) return { bytes, read, checked, setAside: 0 };
  const remembered = applyMemory(checked, memory);
  return { bytes, read, checked: remembered.document, setAside: remembered.setAside.length };
}

/** The Word file with a comment on every finding. */
export function annotateChecked({ bytes, read, checked }: CheckedFile, language: "vi" | "en"): Uint8Array {
  return annotateDocx(bytes, notesOf(checked, language), read);
}

/** What the store knows for a period, in the words that a report would use. */
export async function listKnownFigures(context: Context, period: Period): Promise<readonly KnownFigure[]> {
  const [report, orgUnits] = await Promise.all([
    buildReport(context, { period }),
    listOrgUnits(context.db, context.province),
  ]);
  return knownFiguresOf(report, (uid) => orgUnits.find((unit) => unit.uid === uid)?.fullName ?? uid);
}

const readable = [".docx", ".pdf", ".txt", ".md", ".html", ".htm", ".xlsx"];

/** The files meant by a list of files and folders; of a folder, those of a kind that can be read. */
export async function listDocuments(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      const about = await stat(path).catch(() => undefined);
      if (!about) throw new Refusal("file-not-found", { file: path });
      if (!about.isDirectory()) return [path];
      const names = await readdir(path, { recursive: true });
      return names.filter((name) => readable.includes(extname(name).toLowerCase())).toSorted().map((name) => join(path, name)); // prettier-ignore
    }),
  );
  return found.flat();
}

/** Larger files are not reports. */
const mostBytes = 200 * 1024 * 1024;

export async function readBytes(path: string): Promise<Uint8Array> {
  const about = await stat(path).catch(() => undefined);
  if (!about?.isFile()) throw new Refusal("file-not-found", { file: path });
  if (about.size > mostBytes) throw new Refusal("file-too-large", { file: path, limit: mostBytes });
  return new Uint8Array(await readFile(path));
}

/** The text of a document, such as the previous issue. */
export async function readText(path: string): Promise<string> {
  const { text } = await readDocument(basename(path), await readBytes(path));
  return text;
}

/** The corrections and dismissals that people saved. */
export async function readMemory(path: string): Promise<Memory> {
  return parseMemory(new TextDecoder().decode(await readBytes(path)));
}

export function formatSarif(documents: readonly CheckedDocument[]): object {
  return sarifLog(documents);
}
