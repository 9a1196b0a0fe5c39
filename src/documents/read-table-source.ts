import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { Refusal } from "#domain/refusal.ts";

/** A file that can be read from its beginning more than once: encodings are settled before rows are read. */
export interface TableSource {
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

/** What one file may cost. Each refusal names the limit it met. */
export const tableLimits = {
  /** A workbook is held in memory while packed. */
  workbookBytes: 64 * 2 ** 20,
  /** One part of a workbook, unpacked. */
  unpackedBytes: 256 * 2 ** 20,
  textBytes: 2 ** 30,
  /** As many as a sheet of Excel has. */
  rows: 1_048_576,
  /** Twice as many: programs write longer files than Excel. */
  textRows: 2 * 1_048_576,
  columns: 256,
  cellCharacters: 32_767,
  /** Characters of all shared texts of a workbook together. */
  sharedCharacters: 32 * 2 ** 20,
} as const;

export function bytesSource(name: string, bytes: Uint8Array): TableSource {
  return { name, open: () => slices(bytes) };
}

export function fileSource(path: string): TableSource {
  return { name: basename(path), open: () => createReadStream(path, { highWaterMark: 256 * 1024 }) };
}

/** The whole file in memory, refused beyond `limit` bytes. */
export async function readWhole(source: TableSource, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.open()) {
    length += piece.length;
    if (length > limit) throw new Refusal("file-too-large", { file: source.name, limit });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The first bytes of a file, fewer when it is shorter. */
export async function readStart(source: TableSource, length: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let read = 0;
  for await (const piece of source.open()) {
    pieces.push(piece);
    read += piece.length;
    if (read >= length) break;
  }
  return Buffer.concat(pieces).subarray(0, length);
}

async function* slices(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  const size = 256 * 1024;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
