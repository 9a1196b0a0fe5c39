import { type ReadDocument } from "#checker/document.ts";
import { type Draft, remark } from "#checker/drafts.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";

/** Remarks on units: a change between two rates printed as percent, an amount of money without its currency. */
export function readUnits(document: ReadDocument): readonly Draft[] {
  const speaksOfMoney = document.quantities.some((each) => each.scale >= 1e6 && each.unit.noun === "đồng");
  return document.passages.flatMap((passage) => [
    ...passage.quantities.flatMap((quantity, position) =>
      isPointsAsPercent(passage, position) ? [pointsAsPercent(quantity)] : [],
    ),
    ...(speaksOfMoney ? passage.quantities.filter(lacksCurrency).map(withoutCurrency) : []),
  ]);
}

function isPointsAsPercent(passage: Passage, position: number): boolean {
  const change = passage.quantities[position]!;
  const rate = passage.quantities[position - 1];
  if (change.role !== "change" || change.kind !== "percent" || !rate || rate.sentence !== change.sentence)
    return false;
  if (/^\s?(?:so với )?(?:kế hoạch|dự toán|chỉ tiêu)/.test(rate.trail)) return false;
  return (
    rate.kind === "percent" &&
    rate.role !== "change" &&
    rate.bracket === change.bracket &&
    !/(?:kế hoạch|dự toán|chỉ tiêu)(?! giao$)/.test(change.lead)
  );
}

function pointsAsPercent(change: Quantity): Draft {
  const points = change.text.replace(/\s?(?:%|phần trăm)$/, " điểm %");
  return remark("unit", "note", change, {
    vi: `Chênh lệch giữa hai tỷ lệ ghi là ${change.text}: nếu là hiệu hai tỷ lệ thì ghi “${points}”.`,
    en: `A change between two rates is printed as ${change.text}: if it is their difference, it is in percentage points.`,
  }, { printed: change, proposals: [{ start: change.start, end: change.end, replacement: points, message: { vi: `Sửa thành ${points}`, en: `Change to ${points}` } }] }); // prettier-ignore
}

function lacksCurrency({ scale, unit, kind, trail, isPerOther }: Quantity): boolean {
  return (
    kind === "count" &&
    scale >= 1e6 &&
    unit.noun === "" &&
    !isPerOther &&
    /^\s?(?:triệu|tỷ|tỉ|tr)\s?(?:[,;.)]|đạt|chiếm|bằng|và|tăng|giảm|$)/.test(trail)
  );
}

function withoutCurrency(quantity: Quantity): Draft {
  return remark("unit", "note", quantity, {
    vi: `${quantity.text} thiếu đơn vị tiền.`,
    en: `${quantity.text} lacks its currency.`,
  }, { printed: quantity }); // prettier-ignore
}
