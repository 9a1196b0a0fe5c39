import { type Block } from "./blocks.ts";
import { type Reading } from "./number-readings.ts";
import { scanNumbers } from "./number-scan.ts";
import { markRanges, releaseLists, roleOf } from "./roles.ts";
import { findParentheses, findSentences, type Parenthesis, type Sentence } from "./text-structure.ts";
import { noUnit, readUnit, type Unit } from "./units.ts";

export type QuantityKind = "count" | "percent" | "permille" | "points" | "times" | "per";

/** What a number does in its clause. Only `plain` ones stand for themselves. */
export type QuantityRole = "plain" | "change" | "base" | "plan" | "level" | "range";

export interface Quantity {
  /** Position among all quantities of the document. */
  readonly index: number;
  readonly block: number;
  /** Index in the block's sentences. */
  readonly sentence: number;
  /** Innermost bracket of the block, or −1. */
  readonly bracket: number;
  readonly depth: number;
  /** Span of the number with its "%", without the counted noun. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly readings: readonly Reading[];
  readonly scale: number;
  readonly kind: QuantityKind;
  /** 1 000, 10 000 or 100 000 for a rate per so many inhabitants. */
  readonly per: number;
  readonly unit: Unit;
  /** Where the counted noun ends. */
  readonly unitEnd: number;
  /** "/năm", "/người/tháng": a rate that cannot be added up. */
  readonly isPerOther: boolean;
  readonly approximate: boolean;
  /** Sign printed right before the number. */
  readonly sign: -1 | 0 | 1;
  readonly role: QuantityRole;
  /** +1 for "tăng", −1 for "giảm"; 0 where the number is no change. */
  readonly direction: -1 | 0 | 1;
  /** The word that made it a change: "vượt" is against a plan. */
  readonly changeWord: string;
  /** Folded text since the quantity before, or the start of the sentence; at most 160 characters. */
  readonly lead: string;
  /** Folded text up to the next quantity, or the end of the sentence; at most 160 characters. */
  readonly trail: string;
  /** Typed without a space to its neighbour. */
  readonly isGlued: boolean;
}

export interface Passage {
  /** Position among the passages of the document. */
  readonly index: number;
  readonly block: Block;
  readonly sentences: readonly Sentence[];
  readonly brackets: readonly Parenthesis[];
  readonly quantities: readonly Quantity[];
  /** The same quantities by sentence, and those directly in a bracket by bracket. */
  readonly bySentence: readonly (readonly Quantity[])[];
  readonly byBracket: readonly (readonly Quantity[])[];
}

/** Reads one block of prose: its sentences, brackets and quantities. `firstIndex` numbers the quantities on. */
export function readPassage(
  text: string,
  folded: string,
  block: Block,
  index: number,
  firstIndex: number,
): Passage {
  const brackets = findParentheses(folded, block.start, block.end);
  const sentences = findSentences(text, folded, block.start, block.end, brackets);
  const scanned = scanNumbers(text, folded, block);
  const quantities: Quantity[] = [];
  const place = placer(sentences, brackets);
  for (const [position, each] of scanned.entries()) {
    const { sentence, bracket, depth } = place(each.start);
    const from = sentences[sentence]?.start ?? block.start;
    const until = sentences[sentence]?.end ?? block.end;
    const previousEnd = Math.max(from, scanned[position - 1]?.end ?? from, each.start - 160);
    const lead = folded.slice(previousEnd, each.start);
    const nextStart = Math.min(until, scanned[position + 1]?.start ?? until, each.end + 160);
    const previous = quantities.at(-1);
    const role = roleOf({
      ...each,
      lead,
      opensBracket: /^\s?\(\s?\d/.test(folded.slice(each.unitEnd, each.unitEnd + 4)),
      previous: previous?.sentence === sentence ? previous : undefined,
    });
    quantities.push({
      ...each, ...role, lead, sentence, bracket, depth,
      unit: each.kind === "count" && each.unit.noun === "" ? unitBefore(lead) : each.unit,
      index: firstIndex + position,
      block: block.index,
      trail: folded.slice(each.end, Math.max(each.end, nextStart)),
    }); // prettier-ignore
  }
  const marked = markRanges(releaseLists(quantities));
  return {
    index, block, sentences, brackets, quantities: marked,
    bySentence: group(marked, sentences.length, (each) => each.sentence),
    byBracket: group(marked, brackets.length, (each) => each.bracket),
  }; // prettier-ignore
}

/** "Số mẫu không đạt: 11": what is counted stands before the number. */
function unitBefore(lead: string): Unit {
  const words =
    /(?:^|[\s,;(])(?:tổng )?số ((?:lượt )?\p{L}+(?: \p{L}+)?)(?:(?:\s\p{L}+){0,5}\s?(?::|\slà|\scó))?\s?$/u.exec(
      lead,
    )?.[1];
  const unit = words === undefined ? noUnit : readUnit(words, 0, words.length);
  return unit.unitClass === undefined ? noUnit : unit;
}

function group(
  quantities: readonly Quantity[],
  size: number,
  by: (each: Quantity) => number,
): readonly (readonly Quantity[])[] {
  const groups: Quantity[][] = Array.from({ length: size }, () => []);
  for (const each of quantities) groups[by(each)]?.push(each);
  return groups;
}

/** Finds sentence and bracket of offsets that are asked for in rising order. */
function placer(sentences: readonly Sentence[], brackets: readonly Parenthesis[]) {
  let sentence = 0;
  let next = 0;
  let open: number[] = [];
  return (offset: number) => {
    while (sentence + 1 < sentences.length && sentences[sentence]!.end <= offset) sentence += 1;
    for (; next < brackets.length && brackets[next]!.start < offset; next += 1) open.push(next);
    open = open.filter((index) => brackets[index]!.end > offset);
    return { sentence, bracket: open.at(-1) ?? -1, depth: open.length };
  };
}
