import { Inflate } from "fflate";
import { Refusal } from "#domain/refusal.ts";
import { documentLimits } from "./document-limits.ts";

/** A stretch of packed bytes in a PDF, with what the file says about it. */
interface PackedStream {
  readonly about: string;
  readonly packed: Uint8Array;
}

const sliceSize = 16_384;
/** Fonts, lists of objects, colour profiles: what is no drawing. */
const isSupply = /\/(?:Length[123]|ObjStm|XRef|Type1C|CIDFontType0C|OpenType|Metadata|EmbeddedFile|N)\b/;
/** Old ways of packing that grow more than a thousandfold too; nobody packs the text of a page of this size so. */
const oldPackingLimit = 200_000;

/**
 * Refuses a PDF whose streams unpack to more than the limits: the library would unpack them to the end, however much
 * that is. Pictures are never unpacked, so they do not count.
 */
export function checkPdfStreams(bytes: Uint8Array, file: string): void {
  let left: number = documentLimits.unpackedBytes;
  for (const { about, packed } of packedStreams(bytes)) {
    if (/\/Subtype\s*\/Image/.test(about)) continue;
    const limit = isSupply.test(about) ? documentLimits.pdfStreamBytes : documentLimits.pdfPageBytes;
    const layers = about.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/g) ?? [];
    const isOld = /\/(?:LZW|RunLength|RL\b)/.test(about);
    if (layers.length > 1 || packed.length > limit || (isOld && packed.length > oldPackingLimit))
      throw tooLarge(file, limit);
    const read = nestingGuard(file);
    if (layers.length === 0) read(packed);
    if (layers.length === 1 && !isOld) left -= unpackedLength(packed, Math.min(left, limit), read, file);
  }
}

function* packedStreams(bytes: Uint8Array): Iterable<PackedStream> {
  let at = 0;
  for (let start = find(bytes, "stream", at); start >= 0; start = find(bytes, "stream", at)) {
    const data = start + 6 + (bytes[start + 6] === 13 ? 1 : 0) + 1;
    const end = find(bytes, "endstream", data);
    const about = latin1(bytes.subarray(Math.max(at, start - 2000), start));
    yield {
      about: about.slice(about.lastIndexOf("obj") + 1),
      packed: bytes.subarray(data, end < 0 ? bytes.length : end),
    };
    at = end < 0 ? bytes.length : end + 9;
  }
}

/** Bytes behind the two that name the method; damage ends the counting, the library says the rest. */
function unpackedLength(
  packed: Uint8Array,
  limit: number,
  read: (piece: Uint8Array) => void,
  file: string,
): number {
  let length = 0;
  const pieces: Uint8Array[] = [];
  const inflater = new Inflate((piece) => pieces.push(piece));
  for (let at = 2; at < packed.length; at += sliceSize) {
    try {
      inflater.push(packed.subarray(at, at + sliceSize), false);
    } catch {
      return length;
    }
    for (const piece of pieces.splice(0)) {
      length += piece.length;
      if (length > limit) throw tooLarge(file, limit);
      read(piece);
    }
  }
  return length;
}

/** Refuses drawings that save their state ("q") over and over without restoring it ("Q"): each costs more than the last. */
function nestingGuard(file: string): (piece: Uint8Array) => void {
  let [depth, before, letter] = [0, 32, 0];
  return (piece) => {
    for (const byte of piece) {
      if (byte <= 32 && before <= 32 && letter === 0x71) depth += 1;
      if (byte <= 32 && before <= 32 && letter === 0x51) depth = Math.max(0, depth - 1);
      [before, letter] = [letter, byte];
    }
    if (depth > documentLimits.depth)
      throw new Refusal("document-too-deep", { file, limit: documentLimits.depth });
  };
}

function tooLarge(file: string, limit: number): Refusal {
  return new Refusal("file-unpacks-too-large", { file, limit });
}

function find(bytes: Uint8Array, word: string, from: number): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (latin1(bytes.subarray(at, at + word.length)) === word) return at;
  return -1;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
