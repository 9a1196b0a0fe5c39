import type { Claim } from "#checker/contract.ts";
import { formulaOf, showFormula } from "#checker/memory.ts";
import { formatComputed, formatNumber } from "#checker/number-format.ts";
import { decimal } from "#domain/decimal.ts";

const longestTopic = 64;
const longestHead = 32;

/**
 * What a claim is about, in the document's own words: the beginning of its sentence, and where that is not the first
 * of a list item ("+ Khám Bướu cổ: …") the head of the item before it.
 */
export function topicOf(text: string, claim: Claim): string {
  const main = claim.printed?.start ?? claim.start;
  const from = text.lastIndexOf("\n", main - 1) + 1;
  const anchor = claim.operands.reduce(
    (first, { start }) => (start >= from ? Math.min(first, start) : first),
    main,
  );
  const line = text.slice(Math.max(from, anchor - longestLine), anchor);
  const sentence = line.slice(line.search(lastSentence));
  const head = /^[\s>]*[-+*•]\s*(\p{L}[^:\d\n]*):/u.exec(line)?.[1] ?? "";
  const topic = headOf(sentence);
  return sentence === line || head === "" || head.length > longestHead || head === topic
    ? topic
    : `${head} · ${topic}`;
}

const longestLine = 2000;
const lastSentence = /(?<=[.!?]\s{1,4}|^)(?![^]*[.!?]\s{1,4}\p{Lu})/u;

/** What stands before the colon, else the first words before the number. */
function headOf(sentence: string): string {
  const line = sentence.replace(/^[^\p{L}]+/u, "");
  const [head = "", ...rest] = line.split(/[:\t|]/u);
  const topic = (rest.length > 0 || head.length <= longestTopic ? head : cut(head)).trim();
  return cut(topic.replace(/[\s,;(–-]*(?:\s(?:là|đạt|có|được|trong đó))?[\s,;(–-]*$/u, ""));
}

function cut(words: string): string {
  if (words.length <= longestTopic) return words;
  return `${words.slice(0, longestTopic).replace(/\s+\S*$/u, "")}…`;
}

/** The section that a place belongs to ("2.1", "II"): the nearest numbered heading above it. */
export function sectionAt(headings: readonly Heading[], offset: number): string | undefined {
  return headings.findLast(({ start }) => start <= offset)?.number;
}

export interface Heading {
  readonly start: number;
  readonly number: string;
}

/** Numbered headings: short lines that begin "II.", "2.1." or "3." and do not end like a sentence. */
export function listHeadings(text: string): readonly Heading[] {
  const lines = text.matchAll(/^[ \t]*(?:(?:phần|mục)\s+)?((?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}))[.)]?\s+(?=\p{Lu})[^\n\t|]{2,120}$/gimu); // prettier-ignore
  return Array.from(lines)
    .filter(([line]) => !/[;.]\s*$/u.test(line))
    .map(({ 1: number, index }) => ({ start: index, number: number! }));
}

/** A piece of a drawn formula: a sign between numbers, or the box of an operand. */
export type FormulaPart = string | { readonly operand: number };

/** The formula as signs and boxes, or `undefined` where the claim is no formula of its operands. */
export function formulaParts(claim: Claim): readonly FormulaPart[] | undefined {
  const name = formulaOf(claim);
  if (!name) return undefined;
  const places = claim.operands.map((_, index) => `\u0001${index}\u0001`);
  return showFormula(name, places)
    .split("\u0001")
    .map((part, index) => (index % 2 === 0 ? part : { operand: Number(part) }))
    .filter((part) => part !== "");
}

/** The recomputed value to as many decimals as the document prints, with its "%": "−171", "2,56%". */
export function computedText({ computed, printed }: Claim): string | undefined {
  if (computed === null || printed === null) return undefined;
  const [, number = "", rest = ""] = /^([\d.,\u00a0\u202f ]*\d)?(.*)$/su.exec(printed.text) ?? [];
  const decimals = /,(\d+)$/u.exec(number)?.[1]?.length ?? 0;
  const suffix = /^\s?[%‰]/u.exec(rest)?.[0] ?? "";
  const rounded = formatNumber(decimal(computed), decimals);
  const isTold = rounded.replace("−", "") !== number;
  return `${isTold ? rounded : formatComputed(decimal(computed), decimals)}${suffix}`;
}
