import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { type Formula } from "#checker/formulas.ts";
import { divide } from "#domain/decimal.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";
import { findShares } from "#checker/shares.ts";
import { isSameUnit } from "#checker/units.ts";

/** Reads "55.924 người, đạt 94,51% kế hoạch giao, còn phải phát triển 3.250 người": the plan is what is done and what is still to do. */
export function readPlanShortfalls(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) =>
    findShares(document, passage).flatMap(({ percent, part, whole }) => {
      const open = whole ? undefined : stillOpen(passage, percent, part);
      return open
        ? [
            draftArithmetic({
              kind: "percent_of_plan",
              formula: shareDone,
              operands: [part, open],
              printed: percent,
              evidence: "firm",
            }),
          ]
        : [];
    }),
  );
}

/** What is done in what is done and what is still to do. */
const shareDone: Formula = {
  bounds: ([done, open]) =>
    done!.low + open!.low <= 0
      ? undefined
      : {
          low: (done!.low / (done!.low + open!.high)) * 100,
          high: (done!.high / (done!.high + open!.low)) * 100,
        },
  exact: ([done, open]) => divide(done!.times(100), done!.plus(open!)),
  show: ([done, open]) => `${done} : (${done} + ${open}) × 100`,
};

const shortfall =
  /^\s?(?:so với )?(?:kế hoạch|chỉ tiêu|dự toán|nhiệm vụ)[\p{L} \d]{0,30},?\s(?:và )?còn (?:phải (?:phát triển|thu|thực hiện|hoàn thành|giải ngân|vận động|trồng)|thiếu)(?: thêm)?\s$/u;

function stillOpen(passage: Passage, percent: Quantity, part: Quantity): Quantity | undefined {
  const next = passage.quantities[percent.index - passage.quantities[0]!.index + 1];
  const isOpen =
    next?.sentence === percent.sentence &&
    next.kind === "count" &&
    next.scale === part.scale &&
    shortfall.test(next.lead);
  return isOpen && next.unit.noun !== "" && isSameUnit(next.unit, part.unit) ? next : undefined;
}
