import { type CheckedDocument, type Claim, type ClaimKind, type Operand, type Verdict } from "./contract.ts";
import { judgeReading, type FormulaName } from "./memory-readings.ts";
import {
  directionBefore,
  indexSentences,
  labelOf,
  numbersIn,
  type SentenceIndex,
} from "./memory-sentences.ts";

export { formatMemory, parseMemory } from "./memory-file.ts";
export { formulaOf, showFormula, type FormulaName } from "./memory-readings.ts";

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

function countVerdicts(claims: readonly Claim[]): Readonly<Record<Verdict, number>> {
  const counts: Record<Verdict, number> = { wrong: 0, suspect: 0, note: 0, unchecked: 0, consistent: 0 };
  for (const { verdict } of claims) counts[verdict] += 1;
  return counts;
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
