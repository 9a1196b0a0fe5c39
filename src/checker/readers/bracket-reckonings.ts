import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { difference, ratio } from "#checker/formulas.ts";
import { valueOf } from "#checker/intervals.ts";
import { isFraction } from "#checker/shares.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";
import { canMeet, isSameUnit } from "#checker/units.ts";

/**
 * Reads results that carry their reckoning in a bracket: "24,6/100.000 dân (98 ca/412.600 dân)", "6,2 ngày (12.846
 * ngày/1.846 lượt)", "thiếu 16 biên chế (được giao 214, hiện có 198)".
 */
export function readBracketReckonings(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) =>
    passage.brackets.flatMap((_, index) => {
      const [first, second, ...others] = passage.byBracket[index]!;
      if (!first || !second || others.length > 0) return [];
      const result = passage.quantities[positionBefore(passage, first)];
      if (!result || result.sentence !== first.sentence || !/^[\p{L}\d/²³. ]{0,50}\(/u.test(first.lead))
        return [];
      return isFraction(first, second)
        ? readQuotient(result, first, second)
        : readDifference(document, result, first, second);
    }),
  );
}

function positionBefore(passage: Passage, quantity: Quantity): number {
  return quantity.index - passage.quantities[0]!.index - 1;
}

const quotientLead = /(?:tỷ lệ|tỷ số|hệ số|bình quân|trung bình|mật độ|năng suất|suất)[\p{L}\d/, ]{0,50}$/u;

function readQuotient(result: Quantity, part: Quantity, whole: Quantity): readonly Draft[] {
  const isRate = result.kind === "per";
  const isQuotient =
    result.kind === "count" &&
    result.role === "plain" &&
    (result.scale === 1 || part.scale > 1) &&
    // "mầm non 1,86 (412 giáo viên/222 lớp)": a bare decimal before a pair of two things is their quotient.
    (quotientLead.test(result.lead) ||
      (result.unit.noun === "" && result.readings[0]!.decimals > 0 && part.unit.noun !== whole.unit.noun));
  if (!isRate && !isQuotient) return [];
  const printed: Quantity = isRate ? result : { ...result, kind: "per", per: 1 };
  return [
    draftArithmetic({
      kind: isRate ? "rate_per_population" : "ratio",
      formula: ratio(isRate ? result.per : 1),
      operands: [part, whole],
      printed,
      evidence: "tight",
    }),
  ];
}

const differenceLead =
  /(?:^|[^\p{L}])(?:thiếu|thừa|dôi dư|còn(?: lại)?|kết dư|chênh lệch|xuất siêu|nhập siêu|thặng dư|bội (?:thu|chi)|hụt|vượt)(?:\s\p{L}+){0,7}\s?$/u;

/** The larger of the two less the smaller, where a word says that the result is what is over or lacking. */
function readDifference(
  { folded }: ReadDocument,
  result: Quantity,
  first: Quantity,
  second: Quantity,
): readonly Draft[] {
  const words = folded.slice(Math.max(0, result.start - 50), result.start);
  const isAmount = [result, first, second].every(
    (each) => each.kind === "count" && !each.isPerOther && !each.approximate,
  );
  if (!isAmount || !differenceLead.test(words) || !isOneOf(result, first) || !isOneOf(result, second))
    return [];
  if (valueOf(first) === valueOf(second) || !/[,;]/.test(second.lead)) return [];
  const operands = [first, second].toSorted((a, b) => valueOf(b) - valueOf(a));
  if (valueOf(result) > valueOf(operands[0]!)) return [];
  return [
    draftArithmetic({ kind: "difference", formula: difference, operands, printed: result, evidence: "firm" }),
  ];
}

function isOneOf(result: Quantity, each: Quantity): boolean {
  return each.unit.noun === "" || (canMeet(result.unit, each.unit) && isSameUnit(result.unit, each.unit));
}
