import { Inflate } from "fflate";
import { Refusal } from "#domain/refusal.ts";
import { documentLimits } from "./document-limits.ts";

/** The parts of a Word or Excel file, by name, in the order in which the file lists them. */
export interface OfficePackage {
  readonly names: readonly string[];
  /** `undefined` when there is no such part. Refuses damage, by checksum, and what unpacks beyond the limits. */
  read(name: string): Uint8Array | undefined;
}

interface Entry {
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly offset: number;
}

const signatures = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 };
/** Deflate grows at most 1032-fold: one slice never unpacks to more than some 17 MB beyond a limit. */
const sliceSize = 16_384;

/** Opens a ZIP file by the directory at its end; sizes that the file claims are not believed. */
export function openPackage(bytes: Uint8Array, file: string): OfficePackage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view, bytes, file);
  let unpacked = 0;
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      const limit = Math.min(documentLimits.partBytes, documentLimits.unpackedBytes - unpacked);
      const content = unpack(view, bytes, entry, limit, file);
      unpacked += content.length;
      return content;
    },
  };
}

function readDirectory(view: DataView, bytes: Uint8Array, file: string): Map<string, Entry> {
  const end = findEnd(view);
  if (end === undefined) throw new Refusal("file-truncated", { file });
  const count = view.getUint16(end + 10, true);
  if (count > documentLimits.parts)
    throw new Refusal("document-too-many-parts", { file, limit: documentLimits.parts });
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== signatures.entry)
      throw new Refusal("document-damaged", { file });
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new Refusal("file-encrypted", { file });
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const isFolder = name.endsWith("/");
    if (!isFolder) entries.set(name.replaceAll("\\", "/").replace(/^\//, ""), entryAt(view, at));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function entryAt(view: DataView, at: number): Entry {
  return {
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
}

/** The end record has 22 bytes and a comment of at most 65,535. */
function findEnd(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === signatures.end) return at;
  return undefined;
}

function unpack(view: DataView, bytes: Uint8Array, entry: Entry, limit: number, file: string): Uint8Array {
  const { offset, packedSize, method } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== signatures.local)
    throw new Refusal("document-damaged", { file });
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(from, from + packedSize);
  if (packed.length < packedSize) throw new Refusal("file-truncated", { file });
  if (method !== 0 && method !== 8) throw new Refusal("document-damaged", { file });
  const content = method === 0 ? packed : inflate(packed, limit, file);
  if (content.length > limit) throw tooLarge(file);
  if (crc32(content) !== entry.checksum) throw new Refusal("document-damaged", { file });
  return content;
}

function inflate(packed: Uint8Array, limit: number, file: string): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflate((piece) => {
    pieces.push(piece);
    length += piece.length;
  });
  for (let at = 0; at === 0 || at < packed.length; at += sliceSize) {
    try {
      inflater.push(packed.subarray(at, at + sliceSize), at + sliceSize >= packed.length);
    } catch (cause) {
      throw Object.assign(new Refusal("document-damaged", { file }), { cause });
    }
    if (length > limit) throw tooLarge(file);
  }
  return joined(pieces, length);
}

function tooLarge(file: string): Refusal {
  return new Refusal("file-unpacks-too-large", { file, limit: documentLimits.partBytes });
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as ZIP uses it. */
function crc32(bytes: Uint8Array): number {
  let value = -1;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}
