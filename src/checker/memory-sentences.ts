import { type Operand } from "./contract.ts";
import { toDecimal } from "./formulas.ts";
import { readNumber } from "./number-readings.ts";

export interface Sentence {
  readonly text: string;
  readonly start: number;
}

export interface SentenceIndex {
  readonly at: (offset: number) => Sentence;
  /** The sentence with this label, the nearest to an offset. */
  readonly find: (label: string, offset: number) => Sentence | undefined;
}

export function indexSentences(text: string): SentenceIndex {
  const starts = sentenceStarts(text);
  const sentenceAt = (index: number): Sentence => {
    const start = starts[index]!;
    return { start, text: text.slice(start, starts[index + 1] ?? text.length) };
  };
  let byLabel: ReadonlyMap<string, readonly Sentence[]> | undefined;
  return {
    at: (offset) => sentenceAt(lastNotAfter(starts, offset)),
    find(label, offset) {
      byLabel ??= groupByLabel(starts.map((_, index) => sentenceAt(index)));
      const distance = ({ start }: Sentence) => Math.abs(start - offset);
      return byLabel.get(label)?.toSorted((a, b) => distance(a) - distance(b))[0];
    },
  };
}

/**
 * A sentence ends at a full stop before a capital outside brackets, and with its paragraph. A line that a fixed width
 * broke goes on in the next; table rows never do.
 */
function sentenceStarts(text: string): readonly number[] {
  const starts = [0];
  let depth = 0;
  let isRow = false;
  for (const { 0: found, index } of text.matchAll(/[()\t|\n]|[.!?…](?=\s+["“(+*•-]?\s?\p{Lu})/gu)) {
    if (found === "(") depth += 1;
    else if (found === ")") depth = Math.max(0, depth - 1);
    else if (found === "\t" || found === "|") isRow = true;
    else if (found !== "\n") {
      if (depth === 0) starts.push(index + 1);
    } else if (isRow || !isBrokenLine(text, index)) {
      starts.push(index + 1);
      depth = 0;
      isRow = false;
    }
  }
  return starts;
}

function isBrokenLine(text: string, newline: number): boolean {
  return /[^\s.;:!?…]/u.test(text[newline - 1] ?? "\n") && /[\p{Ll}(]/u.test(text[newline + 1] ?? "\n");
}

function groupByLabel(sentences: readonly Sentence[]): ReadonlyMap<string, readonly Sentence[]> {
  const groups = new Map<string, Sentence[]>();
  for (const sentence of sentences) {
    const label = labelOf(sentence.text);
    const known = groups.get(label);
    if (known) known.push(sentence);
    else groups.set(label, [sentence]);
  }
  return groups;
}

function lastNotAfter(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low;
}

const numberPattern = /(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,]*\d)|\d(?:[\d.,]*\d)?/gu;

/** The words of a sentence: lower case, every number as "#", nothing but letters between single spaces. */
export function labelOf(sentence: string): string {
  return sentence
    .normalize("NFC")
    .toLowerCase()
    .replace(numberPattern, " # ")
    .replace(/[^\p{L}#]+/gu, " ")
    .trim();
}

export function numbersIn({ text, start }: Sentence): readonly Operand[] {
  return Array.from(text.matchAll(numberPattern), ({ 0: found, index }) => ({
    text: found,
    value: toDecimal(readNumber(found)[0]!.value).toString(),
    start: start + index,
    end: start + index + found.length,
  }));
}

/** The last word of rising or falling before a number of the sentence. */
export function directionBefore({ text, start }: Sentence, offset: number): -1 | 0 | 1 {
  const words = text.slice(0, offset - start).toLowerCase();
  const last = words.match(/tăng|vượt|cao hơn|giảm|hụt|thấp hơn/gu)?.at(-1);
  if (last === undefined) return 0;
  return /giảm|hụt|thấp/u.test(last) ? -1 : 1;
}
