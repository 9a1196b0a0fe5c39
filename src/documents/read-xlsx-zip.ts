import { Inflate } from "fflate";
import { Refusal } from "#domain/refusal.ts";
import { tableLimits } from "./read-table-source.ts";

/** The parts of a workbook by name; each is unpacked piece by piece when it is read. */
export interface Package {
  readonly names: readonly string[];
  /** Yields nothing when there is no such part. Refuses damage (by checksum) and parts beyond the limit. */
  read(name: string): Iterable<Uint8Array>;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly checksum: number;
  readonly offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
/** Deflate grows at most 1032-fold, so a slice never unpacks to more than some 16 MB at once. */
const sliceSize = 16 * 1024;

/** Reads the directory at the end of a ZIP file; what a hostile local header claims is never used. */
export function openPackage(bytes: Uint8Array, file: string): Package {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view, bytes, file);
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      return entry ? unpack(view, bytes, entry, file) : [];
    },
  };
}

function readDirectory(view: DataView, bytes: Uint8Array, file: string): Map<string, Entry> {
  const end = findEnd(view);
  if (end === undefined) throw new Refusal("file-truncated", { file });
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature)
      throw new Refusal("file-damaged", { file });
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new Refusal("file-encrypted", { file });
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(name.replaceAll("\\", "/"), {
      name,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record is 22 bytes and a comment of at most 65,535. */
function findEnd(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === endSignature) return at;
  return undefined;
}

function* unpack(view: DataView, bytes: Uint8Array, entry: Entry, file: string): Iterable<Uint8Array> {
  const isThere =
    entry.offset + 30 <= view.byteLength && view.getUint32(entry.offset, true) === localSignature;
  if (!isThere) throw new Refusal("file-damaged", { file });
  const names = view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const from = entry.offset + 30 + names;
  const packed = bytes.subarray(from, from + entry.packedSize);
  if (packed.length < entry.packedSize) throw new Refusal("file-truncated", { file });
  let [length, checksum] = [0, 0];
  for (const piece of entry.method === 0 ? slices(packed) : inflated(packed, entry.method, file)) {
    length += piece.length;
    if (length > tableLimits.unpackedBytes)
      throw new Refusal("file-unpacks-too-large", {
        file,
        part: entry.name,
        limit: tableLimits.unpackedBytes,
      });
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (checksum !== entry.checksum) throw new Refusal("file-damaged", { file });
}

function* inflated(packed: Uint8Array, method: number, file: string): Iterable<Uint8Array> {
  if (method !== 8) throw new Refusal("file-damaged", { file });
  const pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  const parts = packed.length === 0 ? [packed] : [...slices(packed)];
  for (const [index, slice] of parts.entries()) {
    try {
      inflate.push(slice, index === parts.length - 1);
    } catch (error) {
      throw new Refusal("file-damaged", { file, cause: error instanceof Error ? error.message : "" });
    }
    yield* pieces.splice(0);
  }
}

function* slices(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += sliceSize) yield bytes.subarray(at, at + sliceSize);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as ZIP uses it, continued from the checksum of the bytes before. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let value = ~before;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}
