import { Refusal } from "#domain/refusal.ts";
import {
  claimKinds,
  type CheckedDocument,
  type Claim,
  type ClaimKind,
  type Operand,
  type Verdict,
} from "./contract.ts";
import {
  changeOfImpliedBase,
  difference,
  ratio,
  relativeChange,
  same,
  toDecimal,
  total,
  type Formula,
} from "./formulas.ts";
import { compare, type Agreement, type Interval } from "./intervals.ts";
import { formatComputed, formatNumber } from "./number-format.ts";
import { readNumber } from "./number-readings.ts";

/** The arithmetic that a remembered reading can name. Stored in files: names are only ever added. */
const formulas = {
  total,
  difference,
  percent: ratio(100),
  quotient: ratio(1),
  "per-thousand": ratio(1_000),
  "per-ten-thousand": ratio(10_000),
  "per-hundred-thousand": ratio(100_000),
  "relative-change": relativeChange,
  "rise-on-implied-base": changeOfImpliedBase(1),
  "fall-on-implied-base": changeOfImpliedBase(-1),
  same,
} as const satisfies Record<string, Formula>;
export type FormulaName = keyof typeof formulas;

/** A number by its place in the wording, not by its value: the next issue has other numbers in the same sentence. */
export interface NumberPlace {
  /** The sentence without its numbers, by `labelOf`. */
  readonly sentence: string;
  /** Which number of that sentence, from 0. */
  readonly ordinal: number;
}

interface Remembered {
  /** By `memoryKey`. */
  readonly key: string;
  readonly kind: ClaimKind;
  /** The claim as it stood when somebody decided, for the people who read the list. */
  readonly quote: string;
  /** When it was decided: an instant in ISO 8601. */
  readonly at: string;
}

/** The finding is known and stands; it is kept apart with its reason. */
export interface Dismissal extends Remembered {
  readonly action: "dismiss";
  readonly reason: string;
}

/** These numbers do not stand in that relation at all ("không phải tổng"). */
export interface Disclaimer extends Remembered {
  readonly action: "not-a-claim";
}

/** The relation holds between other numbers ("mẫu số là số kia"). */
export interface ReadingCorrection extends Remembered {
  readonly action: "reading";
  readonly formula: FormulaName;
  readonly operands: readonly NumberPlace[];
}

export type MemoryEntry = Dismissal | Disclaimer | ReadingCorrection;

/** What people decided about claims, kept beside the documents: the same file for the browser and the command line. */
export interface Memory {
  readonly version: 1;
  readonly entries: readonly MemoryEntry[];
}

export const emptyMemory: Memory = { version: 1, entries: [] };

/** A document after its readers' decisions: what is left to say, and what was set aside by whom it concerns. */
export interface RememberedDocument {
  readonly document: CheckedDocument;
  readonly setAside: readonly { readonly claim: Claim; readonly entry: Dismissal | Disclaimer }[];
  readonly corrected: readonly { readonly claim: Claim; readonly entry: ReadingCorrection }[];
}

/**
 * Names a claim by what it says rather than by its numbers: its kind, which number of the sentence it is about, and
 * the sentence without its numbers. The same claim of the next issue has the same key until its wording changes.
 */
export function memoryKey(claim: Claim, text: string): string {
  return keyIn(indexSentences(text), claim);
}

/** Adds a decision; a new one about the same claim takes the place of the old. */
export function remember(memory: Memory, entry: MemoryEntry): Memory {
  return { version: 1, entries: [...forget(memory, entry.key).entries, entry] };
}

export function forget(memory: Memory, key: string): Memory {
  return { version: 1, entries: memory.entries.filter((each) => each.key !== key) };
}

/** Both memories together; where they disagree, `newer` decides. */
export function mergeMemories(older: Memory, newer: Memory): Memory {
  return newer.entries.reduce(remember, older);
}

/**
 * Applies decisions to a checked document. Dismissed claims and those that are none leave the list and its counts;
 * corrected ones are recomputed from the numbers that people named, where the text still has them.
 */
export function applyMemory(document: CheckedDocument, memory: Memory): RememberedDocument {
  if (memory.entries.length === 0) return { document, setAside: [], corrected: [] };
  const decisions = new Map(memory.entries.map((entry) => [entry.key, entry]));
  const sentences = indexSentences(document.text);
  const claims: Claim[] = [];
  const setAside: { claim: Claim; entry: Dismissal | Disclaimer }[] = [];
  const corrected: { claim: Claim; entry: ReadingCorrection }[] = [];
  for (const claim of document.claims) {
    const entry = decisions.get(keyIn(sentences, claim));
    if (entry && entry.action !== "reading") {
      setAside.push({ claim, entry });
      continue;
    }
    const reread = entry && recompute(claim, entry, sentences);
    if (reread) corrected.push({ claim: reread, entry });
    claims.push(reread ?? claim);
  }
  return { document: { ...document, claims, counts: countVerdicts(claims) }, setAside, corrected };
}

/** The arithmetic by which a claim was recomputed, or `undefined` where it is none of the named ones. */
export function formulaOf(claim: Claim): FormulaName | undefined {
  if (claim.computed === null || claim.operands.length === 0) return undefined;
  const values = claim.operands.map(({ value }) => toDecimal(Number(value)));
  return formulaNames.find((name) => {
    if (!takes(name, values.length)) return false;
    return formulas[name].exact(values)?.toString() === claim.computed;
  });
}

/** The formula in words of arithmetic, with the given texts in the place of its operands. */
export function showFormula(name: FormulaName, operands: readonly string[]): string {
  return formulas[name].show(operands);
}

/** Where a number stands in the wording; `undefined` between numbers. */
export function placeOf(text: string, offset: number): NumberPlace | undefined {
  const sentence = indexSentences(text).at(offset);
  const ordinal = numbersIn(sentence).findIndex(({ start, end }) => start <= offset && offset < end);
  return ordinal < 0 ? undefined : { sentence: labelOf(sentence.text), ordinal };
}

/** The way a change is said to go: +1 for a rise, −1 for a fall, 0 where its sentence does not tell. */
export function statedDirection(text: string, { printed, start }: Claim): -1 | 0 | 1 {
  const offset = printed?.start ?? start;
  return directionBefore(indexSentences(text).at(offset), offset);
}

/** Every number of the text that a reading may name, in order. */
export function listNumbers(text: string): readonly Operand[] {
  return numbersIn({ text, start: 0 });
}

/** Reads a memory file; refuses with `memory-unreadable` and the entry that is wrong (0 for the file itself). */
export function parseMemory(json: string): Memory {
  const parsed = parseJson(json);
  if (!isRecord(parsed) || parsed["version"] !== 1 || !Array.isArray(parsed["entries"])) {
    throw new Refusal("memory-unreadable", { entry: 0 });
  }
  const entries = parsed["entries"].map((entry: unknown, index) => {
    if (!isEntry(entry)) throw new Refusal("memory-unreadable", { entry: index + 1 });
    return entry;
  });
  return { version: 1, entries };
}

/** The memory as a file that people can read and compare line by line. */
export function formatMemory(memory: Memory): string {
  return `${JSON.stringify(memory, undefined, 2)}\n`;
}

const formulaNames = Object.keys(formulas) as FormulaName[];

function takes(name: FormulaName, count: number): boolean {
  if (name === "same") return count === 1;
  return name === "total" || name === "difference" ? count >= 2 : count === 2;
}

function countVerdicts(claims: readonly Claim[]): Readonly<Record<Verdict, number>> {
  const counts: Record<Verdict, number> = { wrong: 0, suspect: 0, note: 0, unchecked: 0, consistent: 0 };
  for (const { verdict } of claims) counts[verdict] += 1;
  return counts;
}

interface Sentence {
  readonly text: string;
  readonly start: number;
}

interface SentenceIndex {
  readonly at: (offset: number) => Sentence;
  /** The sentence with this label, the nearest to an offset. */
  readonly find: (label: string, offset: number) => Sentence | undefined;
}

function indexSentences(text: string): SentenceIndex {
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
function labelOf(sentence: string): string {
  return sentence
    .normalize("NFC")
    .toLowerCase()
    .replace(numberPattern, " # ")
    .replace(/[^\p{L}#]+/gu, " ")
    .trim();
}

function numbersIn({ text, start }: Sentence): readonly Operand[] {
  return Array.from(text.matchAll(numberPattern), ({ 0: found, index }) => ({
    text: found,
    value: toDecimal(readNumber(found)[0]!.value).toString(),
    start: start + index,
    end: start + index + found.length,
  }));
}

function keyIn(sentences: SentenceIndex, { kind, printed, start }: Claim): string {
  const anchor = printed?.start ?? start;
  const sentence = sentences.at(anchor);
  const ordinal = numbersIn(sentence).findLastIndex((number) => number.start <= anchor);
  return `${kind} ${ordinal + 1}: ${labelOf(sentence.text)}`;
}

/** The claim between the numbers that people named; `undefined` where the text no longer has them. */
function recompute(claim: Claim, entry: ReadingCorrection, sentences: SentenceIndex): Claim | undefined {
  const { printed } = claim;
  const operands = entry.operands.map(({ sentence, ordinal }) => {
    const found = sentences.find(sentence, claim.start);
    return found && numbersIn(found)[ordinal];
  });
  if (!printed || !operands.every((each) => each !== undefined)) return undefined;
  const direction = directionBefore(sentences.at(printed.start), printed.start);
  return judgeReading({ ...claim, operands, reason: null }, entry.formula, printed, direction);
}

/** The last word of rising or falling before a number of the sentence. */
function directionBefore({ text, start }: Sentence, offset: number): -1 | 0 | 1 {
  const words = text.slice(0, offset - start).toLowerCase();
  const last = words.match(/tăng|vượt|cao hơn|giảm|hụt|thấp hơn/gu)?.at(-1);
  if (last === undefined) return 0;
  return /giảm|hụt|thấp/u.test(last) ? -1 : 1;
}

/** Recomputes a claim by a named formula; a reading that people chose is firm enough to convict. */
function judgeReading(claim: Claim, name: FormulaName, printed: Operand, direction: -1 | 0 | 1): Claim {
  const formula = formulas[name];
  const values = claim.operands.map(({ value }) => toDecimal(Number(value)));
  const computed = formula.exact(values);
  const decimals = decimalsOf(printed);
  const isReversed = computed !== undefined && isChange(name) && computed.s !== direction && direction !== 0;
  const agreement =
    computed && !isReversed
      ? compareTo(printed, decimals, formula.bounds(claim.operands.map(intervalOf)))
      : "none";
  const verdict = verdictFor[agreement];
  const suffix = /^[%‰]/u.exec(printed.text.slice(digitsOf(printed.text).length))?.[0] ?? "";
  const shown = computed ? `${formatComputed(computed.abs(), decimals)}${suffix}` : "?";
  const line = `${formula.show(claim.operands.map(({ text }) => text))} = ${shown}`;
  return {
    ...claim,
    verdict,
    computed: computed?.toString() ?? null,
    message:
      verdict === "consistent"
        ? { vi: `${line}; ghi ${printed.text}: khớp.`, en: `${line}; printed ${printed.text}: agrees.` }
        : isReversed
          ? { vi: `Tính lại: ${line}: tăng hay giảm bị ghi ngược.`, en: `Recomputed: ${line}: the direction of the change is reversed.` }
        : { vi: `Tính lại: ${line}, không phải ${printed.text}.`, en: `Recomputed: ${line}, not ${printed.text}.` },
    proposals: verdict === "consistent" || !computed || isReversed ? [] : [proposalFor(printed, formatNumber(computed.abs(), decimals))],
  }; // prettier-ignore
}

/** A change has a direction; a share or a sum has none. */
function isChange(name: FormulaName): boolean {
  return name === "difference" || name === "relative-change";
}

const verdictFor: Readonly<Record<Agreement, Verdict>> = {
  rounded: "consistent",
  truncated: "consistent",
  slip: "note",
  none: "wrong",
};

function proposalFor({ start, end, text }: Operand, number: string): Claim["proposals"][number] {
  const replacement = number + text.slice(digitsOf(text).length);
  return {
    start,
    end,
    replacement,
    message: { vi: `Sửa thành ${replacement}`, en: `Change to ${replacement}` },
  };
}

function compareTo(printed: Operand, decimals: number, bounds: Interval | undefined): Agreement {
  if (!bounds) return "none";
  const unit = decimals === 0 && digitsOf(printed.text) === printed.text ? 0 : 10 ** -decimals;
  const magnitude = bounds.high < 0 ? { low: -bounds.high, high: -bounds.low } : bounds;
  return compare(Math.abs(Number(printed.value)), unit, magnitude);
}

/** A whole number is exact; a printed decimal may be off by half a unit of its last place. */
function intervalOf(operand: Operand): Interval {
  const value = Number(operand.value);
  const decimals = decimalsOf(operand);
  const half = decimals === 0 ? 0 : 0.5 * 10 ** -decimals;
  return { low: value - half, high: value + half };
}

function decimalsOf({ text }: Operand): number {
  return readNumber(digitsOf(text))[0]!.decimals;
}

function digitsOf(text: string): string {
  return /^[\d., \u00a0\u202f]*\d/u.exec(text)?.[0] ?? text;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is MemoryEntry {
  if (!isRecord(value)) return false;
  const { action, key, kind, quote, at, reason, formula, operands } = value;
  const isNamed = [key, quote, at].every((each) => typeof each === "string");
  if (!isNamed || !claimKinds.some((each) => each === kind)) return false;
  if (action === "dismiss") return typeof reason === "string";
  if (action === "not-a-claim") return true;
  return (
    action === "reading" &&
    formulaNames.some((each) => each === formula) &&
    Array.isArray(operands) &&
    operands.every(isPlace) &&
    takes(
      formulaNames.find((each) => each === formula)!,
      operands.length,
    )
  );
}

function isPlace(value: unknown): value is NumberPlace {
  return isRecord(value) && typeof value["sentence"] === "string" && Number.isInteger(value["ordinal"]);
}
