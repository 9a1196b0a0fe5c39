import { isInTurn, runsIn } from "#checker/aligned-runs.ts";
import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { ratio } from "#checker/formulas.ts";
import { valueOf } from "#checker/intervals.ts";
import { agrees, judge } from "#checker/judge.ts";
import { fractionNamedBehind } from "#checker/named-fractions.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";
import { canMeet } from "#checker/units.ts";

/**
 * Reads rates that belong one by one to the numbers before them: "lần lượt 142, 211, 712 hồ sơ; giải quyết lần lượt
 * 127, 189, 640 hồ sơ, đạt 89,4%, 89,6% và 89,9%" and "42/47 vụ, 157/165 đối tượng, đạt 89,4% số vụ và 95,2% số đối tượng".
 */
export function readAlignedShares(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) => [
    ...readRuns(document, passage),
    ...passage.quantities.flatMap((percent, position) => readNamed(passage, percent, position)),
  ]);
}

function readNamed(passage: Passage, percent: Quantity, position: number): readonly Draft[] {
  const fraction = fractionNamedBehind(passage, position);
  return fraction ? [draftShare(percent, fraction, "tight")] : [];
}

function readRuns(document: ReadDocument, passage: Passage): readonly Draft[] {
  const runs = runsIn(passage);
  return runs.flatMap((percents, at) => {
    if (percents[0]!.kind !== "percent" || percents[0]!.role !== "plain") return [];
    const before = runs
      .slice(0, at)
      .filter(
        (run) =>
          run.length === percents.length &&
          run[0]!.kind === "count" &&
          run[0]!.sentence >= percents[0]!.sentence - 1 &&
          isInTurn(document, run),
      );
    const [wholes, parts] = before.slice(-2);
    if (!wholes || !parts || !areParts(parts, wholes)) return [];
    const held = percents.filter((percent, index) =>
      agrees(judge(ratio(100), [parts[index]!, wholes[index]!], percent)),
    ).length;
    if (held === 0) return [];
    return percents.map((percent, index) =>
      draftShare(percent, [parts[index]!, wholes[index]!], held * 2 > percents.length ? "tight" : "firm"),
    );
  });
}

function areParts(parts: readonly Quantity[], wholes: readonly Quantity[]): boolean {
  return parts.every((part, index) => {
    const whole = wholes[index]!;
    return canMeet(part.unit, whole.unit) && valueOf(part) <= valueOf(whole);
  });
}

function draftShare(percent: Quantity, operands: readonly Quantity[], evidence: Draft["evidence"]): Draft {
  return draftArithmetic({ kind: "share", formula: ratio(100), operands, printed: percent, evidence });
}
