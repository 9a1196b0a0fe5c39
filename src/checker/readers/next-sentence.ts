import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { total as sumOf } from "#checker/formulas.ts";
import { agrees, judge } from "#checker/judge.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";
import { isDenominator, isNumerator } from "#checker/subjects.ts";
import { canMeet } from "#checker/units.ts";

/** Finds totals that are taken apart in the clauses or the sentence after them, without any word that says so. Such a sum only ever agrees: it was found by trying. */
export function readNextSentences(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) => {
    const counts = passage.quantities.filter(
      (each, position) =>
        isMain(each) && !isDenominator(passage, position) && !isNumerator(passage, position),
    );
    return counts.flatMap(
      (total, index) => findParts(passage, total, counts.slice(index + 1, index + 13)) ?? [],
    );
  });
}

function isMain({ kind, role, depth, isPerOther, approximate }: Quantity): boolean {
  return kind === "count" && role === "plain" && depth <= 1 && !isPerOther && !approximate;
}

/** Two numbers or more right after the total, of its unit, that add up to it. */
function findParts(passage: Passage, total: Quantity, following: readonly Quantity[]): Draft | undefined {
  const alike = following.filter(
    (each) => canMeet(each.unit, total.unit) && each.sentence <= total.sentence + 1,
  );
  for (const level of [
    doneAndLeft(total, alike),
    alike.filter((each) => each.depth === total.depth),
    alike,
  ]) {
    for (let count = 2; count <= Math.min(8, level.length); count += 1) {
      const parts = level.slice(0, count);
      if (!isTelling(passage, total, parts) || !agrees(judge(sumOf, parts, total))) continue;
      return draftArithmetic({
        kind: "sum",
        formula: sumOf,
        operands: parts,
        printed: total,
        evidence: "loose",
      });
    }
  }
  return undefined;
}

/** "cách ly 14.985 (hoàn thành 14.923, …). Hiện còn 62": what is done and what is left. */
function doneAndLeft(total: Quantity, following: readonly Quantity[]): readonly Quantity[] {
  const left = following.find((each) => each.sentence === total.sentence + 1);
  const [done] = following;
  return done && left && done !== left && /còn(?: lại)?[^,;.]{0,20}$/.test(left.lead) ? [done, left] : [];
}

/** Sums of tiny numbers come out right by chance too often, unless the units agree word for word. */
function isTelling(passage: Passage, total: Quantity, parts: readonly Quantity[]): boolean {
  const sameNoun =
    total.unit.noun !== "" &&
    parts.every((each) => each.unit.noun === total.unit.noun || each.unit.noun === "");
  return sameNoun || (total.readings[0]!.value >= 20 && passage.quantities.length < 60);
}
