import type { Finding } from "#domain/finding.ts";
import { readingOf, type TextReading } from "#domain/legacy-text-bytes.ts";
import { Refusal } from "#domain/refusal.ts";
import { tableLimits, type TableSource } from "./read-table-source.ts";

const sampleSize = 256 * 1024;

/** Reads a text file once, in bounded memory, to tell its encoding; says so when it is not plain UTF-8. */
export async function readEncoding(
  source: TableSource,
): Promise<{ reading: TextReading; findings: readonly Finding[] }> {
  const file = source.name;
  const sample = await surveyBytes(source);
  const reading = readingOf(sample);
  if (sample.hasZero && !isWide(reading)) throw new Refusal("file-not-a-table", { file });
  if (reading === "ambiguous") throw new Refusal("encoding-ambiguous", { file });
  if (reading === undefined) throw new Refusal("encoding-unknown", { file });
  if (isWide(reading) ? sample.length % 2 === 1 : sample.isCut) throw new Refusal("file-truncated", { file });
  if (reading.encoding === "utf-8") return { reading, findings: [] };
  const facts = { encoding: reading.encoding };
  return { reading, findings: [{ code: "encoding-converted", severity: "warning", facts, place: { file } }] };
}

function isWide(reading: TextReading | "ambiguous" | undefined): boolean {
  return typeof reading === "object" && reading.decoder.startsWith("utf-16");
}

interface Survey {
  readonly start: Uint8Array;
  readonly marked: Uint8Array;
  readonly isUtf8: boolean;
  /** UTF-8 that ends within a letter. */
  readonly isCut: boolean;
  readonly hasZero: boolean;
  readonly length: number;
}

async function surveyBytes(source: TableSource): Promise<Survey> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const start: Uint8Array[] = [];
  const marked: Uint8Array[] = [];
  let [length, markedLength, isUtf8, hasZero] = [0, 0, true, false];
  for await (const piece of source.open()) {
    if (length < 4096) start.push(piece.subarray(0, 4096 - length));
    length += piece.length;
    if (length > tableLimits.textBytes)
      throw new Refusal("file-too-large", { file: source.name, limit: tableLimits.textBytes });
    isUtf8 &&= decodes(decoder, piece);
    hasZero ||= piece.includes(0);
    for (const line of markedLines(piece, sampleSize - markedLength)) {
      marked.push(Uint8Array.from(line));
      markedLength += line.length;
    }
  }
  const endsWell = decodes(decoder);
  const isCut = isUtf8 && !endsWell && hasLetters(marked);
  isUtf8 &&= endsWell || isCut;
  return { start: Buffer.concat(start), marked: Buffer.concat(marked), isUtf8, isCut, hasZero, length };
}

/** Whether UTF-8 was seen to work: a legacy file with one letter outside ASCII, at its very end, is not cut UTF-8. */
function hasLetters(marked: readonly Uint8Array[]): boolean {
  return /[^\s!-~\ufffd]/.test(new TextDecoder().decode(Buffer.concat(marked)));
}

function decodes(decoder: InstanceType<typeof TextDecoder>, piece?: Uint8Array): boolean {
  try {
    decoder.decode(piece, { stream: piece !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** The lines of a piece that hold a byte outside ASCII, as many as fit in `room` bytes. */
function* markedLines(piece: Uint8Array, room: number): Iterable<Uint8Array> {
  let left = room;
  for (let at = 0; at < piece.length && left > 0; at += 1) {
    if ((piece[at] ?? 0) < 0x80) continue;
    const from = piece.lastIndexOf(0x0a, at) + 1;
    const end = piece.indexOf(0x0a, at);
    const line = piece.subarray(from, Math.min(end === -1 ? piece.length : end + 1, from + left));
    left -= line.length;
    at = from + line.length;
    yield line;
  }
}
