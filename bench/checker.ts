import { readFileSync } from "node:fs";
import {
  checkText,
  type CheckedDocument,
  type Claim,
  type ClaimKind,
  type Operand,
} from "../src/checker/index.ts";

/** What planting errors of one kind gave. An error that does not change the printed result cannot be found and is `invisible`. */
export interface KindScore {
  planted: number;
  found: number;
  foundWithPrevious: number;
  invisible: number;
}

export interface MutationBench {
  /** Wrong and suspect claims of the untouched text: to be read by a person. */
  readonly raisedUntouched: readonly Claim[];
  readonly byKind: Readonly<Partial<Record<ClaimKind, KindScore>>>;
  readonly millisecondsPerRun: number;
}

export interface MutationOptions {
  /** How many errors to plant at most; they are spread evenly over the text. */
  readonly most?: number;
  /** Also check each mutant against the untouched text as its previous issue. */
  readonly withPrevious?: boolean;
}

const arithmeticKinds: ReadonlySet<ClaimKind> = new Set([
  "ratio", "share", "percent_of_plan", "sum", "difference", "growth_percent", "growth_abs", "growth_points", "rate_per_population",
]); // prettier-ignore

/** Plants one-digit errors, one at a time, into the numbers of every claim that holds, and counts how many are noticed. Needs no labels, so any document can be measured. */
export function runMutationBench(received: string, options: MutationOptions = {}): MutationBench {
  const untouched = checkText(received);
  const raisedUntouched = untouched.claims.filter(isRaised);
  const byKind: Partial<Record<ClaimKind, KindScore>> = {};
  const plan = spread(plantings(untouched), options.most ?? 400);
  const began = performance.now();
  for (const { claim, number, place } of plan) {
    const mutant = plant(untouched.text, place);
    const score = (byKind[claim.kind] ??= { planted: 0, found: 0, foundWithPrevious: 0, invisible: 0 });
    const alone = checkText(mutant);
    if (stillHolds(alone, claim)) {
      score.invisible += 1;
      continue;
    }
    score.planted += 1;
    const isFound = raisesNew(alone, untouched, number, claim);
    if (isFound) score.found += 1;
    if (
      options.withPrevious &&
      (isFound || raisesNew(checkText(mutant, { previous: untouched.text }), untouched, number, claim))
    )
      score.foundWithPrevious += 1;
  }
  return {
    raisedUntouched,
    byKind,
    millisecondsPerRun: (performance.now() - began) / Math.max(1, plan.length),
  };
}

function isRaised({ verdict }: Claim): boolean {
  return verdict === "wrong" || verdict === "suspect";
}

interface Planting {
  readonly claim: Claim;
  readonly number: Operand;
  /** Offset of the digit that is changed. */
  readonly place: number;
}

/** One digit of every number of every claim that holds; which digit depends on the place only, so that runs can be compared. */
function plantings({ claims, text }: CheckedDocument): readonly Planting[] {
  const holding = claims.filter((claim) => claim.verdict === "consistent" && arithmeticKinds.has(claim.kind));
  return holding.flatMap((claim) => {
    const numbers = claim.printed ? [...claim.operands, claim.printed] : claim.operands;
    return numbers.flatMap((number) => {
      const digits = [...text.slice(number.start, number.end).matchAll(/\d/g)].map(
        (match) => number.start + match.index,
      );
      const place = digits[(number.start * 7 + claim.start) % Math.max(1, digits.length)];
      return place === undefined ? [] : [{ claim, number, place }];
    });
  });
}

function spread<T>(items: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(items.length, most) }, (_, index) => items[Math.floor(index * step)]!);
}

/** Changes the digit to another one; a leading digit never becomes 0. */
function plant(text: string, place: number): string {
  const digit = Number(text[place]);
  const other = (digit + 1 + (place % 8)) % 10;
  const isLeading = !/\d/.test(text[place - 1] ?? "");
  const planted = other === 0 && isLeading ? (digit === 9 ? 8 : 9) : other;
  return text.slice(0, place) + String(planted) + text.slice(place + 1);
}

/** The same numbers still agree: the digit lies below what the printed result shows. */
function stillHolds({ claims }: CheckedDocument, original: Claim): boolean {
  return claims.some(
    (claim) =>
      claim.kind === original.kind &&
      claim.verdict === "consistent" &&
      claim.printed?.start === original.printed?.start &&
      claim.operands.length === original.operands.length &&
      claim.operands.every((operand, index) => operand.start === original.operands[index]!.start),
  );
}

/** Something near the planted error is accused that was not accused before. */
function raisesNew(
  { claims }: CheckedDocument,
  untouched: CheckedDocument,
  number: Operand,
  original: Claim,
): boolean {
  const known = new Set(untouched.claims.filter(isRaised).map((claim) => claim.id));
  const places = new Set([
    number.start,
    original.printed?.start,
    ...original.operands.map((operand) => operand.start),
  ]);
  return claims.some(
    (claim) =>
      isRaised(claim) &&
      !known.has(claim.id) &&
      [claim.printed, ...claim.operands].some((operand) => operand && places.has(operand.start)),
  );
}

/** Measures the given text files and prints one table for each. */
export function main(files: readonly string[]): void {
  for (const file of files) {
    const bench = runMutationBench(readFileSync(file, "utf8"), { withPrevious: true });
    console.log(
      `${file}: ${bench.raisedUntouched.length} raised in the untouched text, ${bench.millisecondsPerRun.toFixed(0)} ms per run`,
    );
    console.table(
      Object.fromEntries(
        Object.entries(bench.byKind).map(([kind, score]) => [
          kind,
          {
            ...score,
            recall: percent(score.found, score.planted),
            recallWithPrevious: percent(score.foundWithPrevious, score.planted),
          },
        ]),
      ),
    );
    for (const claim of bench.raisedUntouched)
      console.log(`  ${claim.verdict} ${claim.kind}: ${claim.quote} — ${claim.message.vi}`);
  }
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(0)} %`;
}
