/**
 * Widths are estimated, because a chart is drawn without a screen or a font at hand. The shares of an em are
 * a little above those of both Times New Roman and Segoe UI, so that text rather has room to spare.
 */
const narrow = /[iIljtfr.,:;'!|()[\]/ -]/;
const wide = /[mwMW%@—…]/;

/** Estimated width in px of one line of text. */
export function textWidth(text: string, size: number, weight: "regular" | "bold" = "regular"): number {
  // A Vietnamese letter is as wide as its base letter; the marks stand above and below.
  const letters = text.normalize("NFD").replace(/\p{M}/gu, "");
  const ems = Array.from(letters).reduce((total, letter) => total + letterWidth(letter), 0);
  return ems * size * (weight === "bold" ? 1.08 : 1);
}

function letterWidth(letter: string): number {
  if (narrow.test(letter)) return 0.32;
  if (wide.test(letter)) return 0.92;
  if (/\p{Lu}/u.test(letter)) return 0.72;
  if (/[\p{L}\p{N}]/u.test(letter)) return 0.53;
  return 1;
}

/** The text in lines no wider than `width` px, broken at spaces, and inside a word only when one word is too long. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  weight: "regular" | "bold" = "regular",
): string[] {
  const fits = (line: string): boolean => textWidth(line, size, weight) <= width;
  const words = text
    .split(/\s+/)
    .filter((word) => word !== "")
    .flatMap((word) => (fits(word) ? [word] : breakWord(word, fits)));
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function breakWord(word: string, fits: (part: string) => boolean): string[] {
  const parts: string[] = [];
  for (const letter of word) {
    const last = parts.at(-1);
    if (last !== undefined && fits(last + letter)) parts[parts.length - 1] = last + letter;
    else parts.push(letter);
  }
  return parts;
}
