import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { ratio } from "#checker/formulas.ts";
import { valueOf } from "#checker/intervals.ts";
import { agrees, judge } from "#checker/judge.ts";
import { isCalled } from "#checker/labelled-wholes.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";
import { isKeystrokeFrom } from "#checker/repairs.ts";
import { canBeWhole } from "#checker/whole.ts";

/**
 * Reads "Khám BHYT chiếm 81,8% tổng số lượt khám" after "tổng số lượt khám 87.281, trong đó khám BHYT 71.406": both
 * numbers stand elsewhere, under the names that the sentence uses.
 */
export function readLabelledShares(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) =>
    passage.quantities.flatMap((percent, position) =>
      percent.kind === "percent" && percent.role === "plain" ? readShare(document, passage, position) : [],
    ),
  );
}

const mostNumbers = 60;
const mostBlocks = 6;
const partName =
  /(?:^|[,;:.]\s?)\s*(?:(?:trong đó|riêng|còn|và)\s)?(?:tỷ lệ |số )?(\p{L}[\p{L} ]{4,60}?)\s(?:chiếm|đạt|bằng)(?: tỷ lệ)?\s?$/u;
const wholeName =
  /^\s?(?:so với |trên |trong |của )?(?:tổng số |tổng |số )(\p{L}[\p{L} ]{2,50}?)(?=\s?[,;.(:)]|$)/u;

function readShare(document: ReadDocument, passage: Passage, position: number): readonly Draft[] {
  const percent = passage.quantities[position]!;
  const part = partName.exec(percent.lead)?.[1];
  const whole = wholeName.exec(document.folded.slice(percent.end, percent.end + 90))?.[1];
  if (part === undefined || whole === undefined || part === whole) return [];
  const near = document.quantities
    .slice(Math.max(0, percent.index - mostNumbers), percent.index)
    .filter(
      (each) => each.kind === "count" && each.role === "plain" && percent.block - each.block <= mostBlocks,
    );
  const choices = near
    .filter((each) => isCalled(each, part))
    .flatMap((first) =>
      near
        .filter((each) => isCalled(each, whole) && canBeWhole(each, first) && valueOf(each) > valueOf(first))
        .map((second): readonly Quantity[] => [first, second]),
    );
  const share = (operands: readonly Quantity[]) => judge(ratio(100), operands, percent);
  const operands =
    choices.find((each) => agrees(share(each))) ??
    choices.find((each) => isKeystrokeFrom(percent, share(each).computed()));
  if (!operands) return [];
  return [
    draftArithmetic({ kind: "share", formula: ratio(100), operands, printed: percent, evidence: "firm" }),
  ];
}
