import { isTableLine } from "./blocks.ts";

/** A text without the blanks and marks that only lay it out, and the way back to the text as it was. */
export interface SqueezedText {
  readonly text: string;
  /** Where an offset of the squeezed text lies in the text before; `toSqueezed` goes the other way. */
  readonly toFull: (offset: number) => number;
  readonly toSqueezed: (offset: number) => number;
}

/** Blanks beyond the first, and the stars of bold print. */
const surplus = /(?<=[ \u00a0])[ \u00a0]+|\*\*+/g;

/**
 * Drops doubled blanks and bold marks from prose, so that "đạt  **95%**" reads like "đạt 95%". In lines of tables
 * wide gaps part the cells, so these stay as they are.
 */
export function squeeze(full: string): SqueezedText {
  const kept: string[] = [];
  const cuts: { at: number; removed: number }[] = [];
  let removed = 0;
  let copied = 0;
  for (const { start, end } of proseLines(full)) {
    for (const match of full.slice(start, end).matchAll(surplus)) {
      const at = start + match.index;
      kept.push(full.slice(copied, at));
      copied = at + match[0].length;
      removed += match[0].length;
      cuts.push({ at: copied - removed, removed });
    }
  }
  if (removed === 0) return { text: full, toFull: (offset) => offset, toSqueezed: (offset) => offset };
  kept.push(full.slice(copied));
  return {
    text: kept.join(""),
    toFull: (offset) => offset + removedBefore(cuts, (cut) => cut.at <= offset),
    toSqueezed: (offset) => offset - removedBefore(cuts, (cut) => cut.at + cut.removed <= offset),
  };
}

function* proseLines(full: string): Generator<{ start: number; end: number }> {
  let start = 0;
  while (start < full.length) {
    const found = full.indexOf("\n", start);
    const end = found < 0 ? full.length : found;
    // Blanks at the head of a line are its indent, and cheap to leave.
    if (!isTableLine(full.slice(start, end).trim())) yield { start, end };
    start = end + 1;
  }
}

/** What was dropped up to the last cut that lies before. */
function removedBefore(
  cuts: readonly { at: number; removed: number }[],
  isBefore: (cut: { at: number; removed: number }) => boolean,
): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(cuts[middle]!)) low = middle + 1;
    else high = middle;
  }
  return cuts[low - 1]?.removed ?? 0;
}
