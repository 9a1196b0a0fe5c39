import { tcvn3, vni } from "./legacy-text-tables.ts";
import { isVietnameseSyllable } from "./legacy-text-syllable.ts";

/** The eight-bit Vietnamese font encodings; their text looks like `tØnh` (TCVN3) or `tænh` (VNI) elsewhere. */
export type LegacyFont = "tcvn3" | "vni";

/** What the words of a text say about how it is encoded. */
export interface FontSurvey {
  /** The legacy font encoding that the text is in, at least partly. */
  readonly font?: LegacyFont;
  /** The text also has words in proper Unicode: a word that reads both ways is then left alone. */
  readonly hasUnicode: boolean;
}

/** Vietnamese letters that Windows-1252 lacks: text with one of them is Unicode. */
const unicodeOnly = /[ăđĩũơưạ-ỹ]/iu;

const fonts: readonly LegacyFont[] = ["tcvn3", "vni"];

/**
 * Looks for TCVN3 or VNI in text: words that are not Vietnamese as they stand but become so when converted.
 * A single short word such as "µm" is no evidence. ASCII and correct Vietnamese never are.
 */
export function surveyFonts(text: string): FontSurvey {
  const words = new Set(markedWords(text));
  const weights = { tcvn3: 0, vni: 0 };
  let hasUnicode = false;
  for (const word of words) {
    if (isReadable(word)) hasUnicode ||= unicodeOnly.test(word);
    else for (const font of fonts) if (becomesReadable(word, font)) weights[font] += weight(word);
  }
  const font = weights.tcvn3 >= weights.vni ? "tcvn3" : "vni";
  const isClear = weights[font] >= 2 && weights.tcvn3 !== weights.vni;
  return isClear ? { font, hasUnicode } : { hasUnicode };
}

/** Converts one cell of a surveyed text to Unicode NFC, word by word where the text is mixed. */
export function convertFont(text: string, { font, hasUnicode }: FontSurvey): string {
  const whole = text.normalize("NFC");
  // oxlint-disable-next-line no-control-regex -- outside Windows-1252 there are no legacy font codes
  if (font === undefined || /^[\0-\x7f]*$/.test(whole)) return whole;
  const converted = decodeFont(whole, font);
  if (unicodeOnly.test(whole)) return whole;
  const before = readableShare(whole);
  const after = readableShare(converted);
  return after > before || (after === before && !hasUnicode) ? converted : whole;
}

/** Text whose every character is a code of the font encoding, in Unicode NFC. */
export function decodeFont(text: string, font: LegacyFont): string {
  return font === "tcvn3" ? decodeTcvn3(text) : decodeVni(text);
}

function decodeVni(text: string): string {
  return text.replaceAll(/[aeouyôö][ùøûõïâáàåãäêéèúüë]|[ñôöíìæóòî]/gi, (code) => vni.get(code) ?? code);
}

/** In the capital fonts small codes are drawn as capitals, so the case of a toned vowel follows its word. */
function decodeTcvn3(text: string): string {
  const pieces = text.split(/([\s,;:"()/-]+)/);
  return pieces
    .map((word, index) => {
      const letters = word.replaceAll(/[¡-ÿ]/g, (code) => tcvn3.get(code) ?? code);
      return letters !== word && isInCapitals(pieces, index) ? letters.toUpperCase() : letters;
    })
    .join("");
}

/** "BÖNH" is in capitals; "Së" says nothing itself and follows the nearest word that does, in "Së Y TÕ". */
function isInCapitals(pieces: readonly string[], at: number): boolean {
  if (!/[A-Z]/.test(pieces[at] ?? "")) return false;
  const nearest = [0, 2, 4, 6, -2, -4]
    .map((step) => caseOf(pieces[at + step]))
    .find((one) => one !== undefined);
  return nearest === "capitals";
}

function caseOf(word = ""): "small" | "capitals" | undefined {
  if (/[a-z]/.test(word)) return "small";
  return /[A-Z¡-§].*[A-Z¡-§]/.test(word) ? "capitals" : undefined;
}

/** Words with at least one letter or code outside ASCII, without the punctuation around them. */
function markedWords(text: string): string[] {
  return text
    .normalize("NFC")
    .split(/[\s\d!-/:-@[-`{-~‘’“”–—…•≤≥]+/u)
    .filter((word) => /[^\0-\x7f]/.test(word)); // oxlint-disable-line no-control-regex
}

function isReadable(word: string): boolean {
  return /^\p{L}+$/u.test(word) && isVietnameseSyllable(word);
}

function becomesReadable(word: string, font: LegacyFont): boolean {
  return !unicodeOnly.test(word) && /[a-z]/i.test(word) && isReadable(decodeFont(word, font));
}

/** A word of one plain letter and one code ("µm") weighs too little to convince alone. */
function weight(word: string): number {
  const codes = word.replaceAll(/[\0-\x7f]/g, "").length; // oxlint-disable-line no-control-regex
  return codes + (word.length > 2 ? 1 : 0);
}

function readableShare(text: string): number {
  const words = markedWords(text);
  return words.length === 0 ? 0 : words.filter(isReadable).length / words.length;
}
