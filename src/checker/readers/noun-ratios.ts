import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { ratio } from "#checker/formulas.ts";
import { agrees, judge } from "#checker/judge.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";
import { isSameUnit, readUnit, type Unit } from "#checker/units.ts";

/** Reads "128 bác sĩ, 246 điều dưỡng; tỷ lệ điều dưỡng/bác sĩ là 1,92": one count in another, both named by their nouns. */
export function readNounRatios(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) =>
    passage.quantities.flatMap((quotient, position) => readNounRatio(passage, quotient, position)),
  );
}

const nounPair =
  /(?:tỷ lệ|tỷ số|hệ số)(?: số)? (\p{L}+(?: \p{L}+)?)\s?(?:\/|trên)\s?(\p{L}+(?: \p{L}+)?)\s?(?:là|đạt|bằng|:|hiện là|hiện đạt)?\s?$/u;
const mostBefore = 24;

function readNounRatio(passage: Passage, quotient: Quantity, position: number): readonly Draft[] {
  const names = quotient.kind === "count" && quotient.role === "plain" ? nounPair.exec(quotient.lead) : null;
  if (!names || quotient.unit.noun !== "") return [];
  const [first, second] = [names[1]!, names[2]!].map((words) => readUnit(words, 0, words.length));
  const near = passage.quantities.slice(Math.max(0, position - mostBefore), position);
  const [parts, wholes] = [countsOf(near, first!), countsOf(near, second!)];
  const printed: Quantity = { ...quotient, kind: "per", per: 1 };
  const pairs = parts.flatMap((a) => wholes.map((b): readonly Quantity[] => [a, b]));
  const operands =
    pairs.find((pair) => agrees(judge(ratio(1), pair, printed))) ??
    (pairs.length === 1 ? pairs[0] : undefined);
  return operands
    ? [draftArithmetic({ kind: "ratio", formula: ratio(1), operands, printed, evidence: "firm" })]
    : [];
}

/** The counts of a noun, or of one that stands for it before the number: "bác sĩ 128 người". */
function countsOf(near: readonly Quantity[], unit: Unit): readonly Quantity[] {
  if (unit.unitClass === undefined) return [];
  return near.filter(
    (each) =>
      each.kind === "count" &&
      each.role === "plain" &&
      !each.isPerOther &&
      (each.unit.noun === unit.noun ||
        (isSameUnit(each.unit, { ...unit, noun: "người" }) && each.lead.trimEnd().endsWith(unit.noun))),
  );
}
