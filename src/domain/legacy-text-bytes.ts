import { convertFont, decodeFont, surveyFonts, type FontSurvey } from "./legacy-text.ts";
import { isVietnameseSyllable } from "./legacy-text-syllable.ts";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1258" | "tcvn3" | "vni";

/** How bytes become text: the decoder to use, then the font encoding of the characters, if any. */
export interface TextReading {
  readonly encoding: TextEncoding;
  readonly decoder: "utf-8" | "utf-16le" | "utf-16be" | "windows-1258" | "windows-1252";
  readonly survey: FontSurvey;
}

/** What is known of a text file without holding it: its first bytes, and lines with bytes outside ASCII. */
export interface ByteSample {
  readonly start: Uint8Array;
  readonly isUtf8: boolean;
  /** Whole or cut lines, for evidence only. */
  readonly marked: Uint8Array;
}

/**
 * Tells how a text file is encoded. `undefined` when nothing fits well (a damaged or foreign file);
 * `"ambiguous"` when two encodings fit equally and read differently.
 */
export function readingOf({ start, isUtf8, marked }: ByteSample): TextReading | "ambiguous" | undefined {
  const wide = utf16(start);
  if (wide) return { encoding: wide, decoder: wide, survey: { hasUnicode: true } };
  if (isUtf8) {
    const survey = surveyFonts(new TextDecoder("utf-8").decode(marked));
    return { encoding: survey.font ?? "utf-8", decoder: "utf-8", survey };
  }
  return eightBit(marked);
}

/** Decodes a whole text; `undefined` when its encoding cannot be told. */
export function readBytesAsText(bytes: Uint8Array): { text: string; encoding: TextEncoding } | undefined {
  const reading = readingOf({ start: bytes.subarray(0, 4096), isUtf8: decodesAsUtf8(bytes), marked: bytes });
  if (reading === undefined || reading === "ambiguous") return undefined;
  const decoded = new TextDecoder(reading.decoder).decode(bytes);
  const text = decoded
    .split("\n")
    .map((line) => convertFont(line, reading.survey))
    .join("\n");
  return { text, encoding: reading.encoding };
}

function decodesAsUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** By its mark, or by the zero bytes that ASCII letters have in UTF-16. */
function utf16(start: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  const even = start.filter((byte, index) => index % 2 === 0 && byte === 0).length;
  const odd = start.filter((byte, index) => index % 2 === 1 && byte === 0).length;
  const half = start.length / 2;
  if (half >= 4 && odd > half * 0.5 && even < half * 0.02) return "utf-16le";
  if (half >= 4 && even > half * 0.5 && odd < half * 0.02) return "utf-16be";
  return undefined;
}

/** The encoding in which the marked words are Vietnamese; a word that is not costs two that are. */
function eightBit(marked: Uint8Array): TextReading | "ambiguous" | undefined {
  const characters = new TextDecoder("windows-1252").decode(marked);
  const candidates = [
    {
      encoding: "windows-1258" as const,
      text: new TextDecoder("windows-1258").decode(marked).normalize("NFC"),
    },
    { encoding: "tcvn3" as const, text: decodeFont(characters, "tcvn3") },
    { encoding: "vni" as const, text: decodeFont(characters, "vni") },
  ]
    .map((candidate) => ({ ...candidate, ...score(candidate.text) }))
    .toSorted((a, b) => b.points - a.points);
  const [best, next] = candidates;
  if (!best || !next || best.points < 0) return undefined;
  if (best.points === 0 && best.words > 0) return undefined;
  if (best.points > 0 && best.points === next.points && best.text !== next.text) return "ambiguous";
  return best.encoding === "windows-1258" || best.words === 0
    ? { encoding: "windows-1258", decoder: "windows-1258", survey: { hasUnicode: true } }
    : {
        encoding: best.encoding,
        decoder: "windows-1252",
        survey: { font: best.encoding, hasUnicode: false },
      };
}

function score(text: string): { points: number; words: number } {
  // oxlint-disable-next-line no-control-regex -- words with a character outside ASCII
  const words = (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => /[^\0-\x7f]/.test(word));
  const good = words.filter(isVietnameseSyllable).length;
  return { points: good - 2 * (words.length - good), words: words.length };
}
