import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { type Formula } from "#checker/formulas.ts";
import { toDecimal } from "#checker/formulas.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";

/** Reads "bằng 104,7% so với cùng kỳ, tức tăng 4,7%" and "đạt 112,4% kế hoạch, vượt 12,4%": the index and the change are one figure. */
export function readIndexChanges(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) =>
    passage.quantities.flatMap((change, position) => {
      const index = passage.quantities[position - 1];
      return index &&
        change.role === "change" &&
        change.kind === "percent" &&
        isRestated(passage, index, change)
        ? [draftChange(index, change)]
        : [];
    }),
  );
}

const saysSo = /(?:^|[\s,;(])(?:tức là|tức|hay|nghĩa là|tương ứng|tương đương)\s(?:tăng|giảm|vượt|hụt)/;
const comparison = /^\s(?:so với |so )?(cùng kỳ|năm trước|tháng trước|kế hoạch|dự toán|chỉ tiêu)/;

/** "tức tăng" right behind, a bare bracket, or the same comparison named on both sides. */
function isRestated(passage: Passage, index: Quantity, change: Quantity): boolean {
  if (index.kind !== "percent" || index.role !== "plain" || index.sentence !== change.sentence) return false;
  const base = comparison.exec(index.trail)?.[1];
  if (base === undefined || !/(?:đạt|bằng|ước đạt|là)\s?$/.test(index.lead)) return false;
  const gap = change.lead;
  if (gap.length > 70 || /;|\./.test(gap)) return false;
  if (saysSo.test(gap)) return true;
  const isBracketed =
    /^[^,()]{0,50}\((?:tăng|giảm|vượt|hụt)\s$/.test(gap) && passage.byBracket[change.bracket]?.length === 1;
  const behind = comparison.exec(change.trail)?.[1];
  const isSameWord = /^(?:vượt|hụt)$/.test(change.changeWord) === /kế hoạch|dự toán|chỉ tiêu/.test(base);
  return (isBracketed && isSameWord) || (behind === base && /,\s(?:tăng|giảm|vượt|hụt)\s$/.test(gap));
}

/** What an index is above or below a hundred. */
const fromHundred: Formula = {
  bounds: ([index]) => ({ low: index!.low - 100, high: index!.high - 100 }),
  exact: ([index]) => index!.minus(toDecimal(100)),
  show: ([index]) => `${index} − 100%`,
};

function draftChange(index: Quantity, change: Quantity): Draft {
  return draftArithmetic({
    kind: "growth_points",
    formula: fromHundred,
    operands: [index],
    printed: change,
    direction: change.direction,
    evidence: "firm",
  });
}
