import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { type Formula } from "#checker/formulas.ts";
import { agrees, judge } from "#checker/judge.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";
import { isSameUnit, readUnit, type Unit } from "#checker/units.ts";

/** Reads "186 hộ, mỗi hộ 5 triệu đồng, tổng kinh phí 930 triệu đồng" and "12 máy, đơn giá 412 triệu đồng/máy, tổng 4.944 triệu đồng": how many times how much. */
export function readProducts(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) =>
    passage.quantities.flatMap((price, position) => {
      const each = perUnit(document, price);
      return each ? readProduct(passage, position, each) : [];
    }),
  );
}

const priceLead = /(?:đơn giá|giá|trị giá|mức(?: hỗ trợ)?|định mức|suất)[^,;.]{0,30}$/;
const eachLead = /mỗi (\p{L}+(?: \p{L}+)?)(?:\s\p{L}+){0,3}\s?$/u;

/** What one of costs so much. */
function perUnit({ folded }: ReadDocument, price: Quantity): Unit | undefined {
  if (price.kind !== "count" || price.role !== "plain" || price.unit.unitClass !== "money") return undefined;
  if (/bình quân|trung bình/.test(price.lead)) return undefined;
  const behind = /^\s?\/\s?(\p{L}+(?: \p{L}+)?)/u.exec(folded.slice(price.unitEnd, price.unitEnd + 30))?.[1];
  const words =
    eachLead.exec(price.lead)?.[1] ?? (priceLead.test(price.lead) || isBracketed(price) ? behind : undefined);
  return words === undefined ? undefined : readUnit(words, 0, words.length);
}

/** "trao 12.486 suất quà trị giá 6.243 triệu đồng (500.000 đồng/suất)". */
function isBracketed({ lead }: Quantity): boolean {
  return /^[^,;.()]{0,30}\(\s?$/.test(lead);
}

const product: Formula = {
  bounds: ([count, price]) => ({ low: count!.low * price!.low, high: count!.high * price!.high }),
  exact: ([count, price]) => count!.times(price!),
  show: ([count, price]) => `${count} × ${price}`,
};

const totalLead =
  /(?:^|[^\p{L}])(?:trị giá|tổng|thành tiền|cộng|hết|với (?:tổng )?(?:số tiền|kinh phí))(?!\p{L})[^,;.]{0,40}$/u;

function readProduct(passage: Passage, position: number, unit: Unit): readonly Draft[] {
  const price = passage.quantities[position]!;
  const near = passage.quantities.slice(Math.max(0, position - 3), position + 3);
  const inSentence = near.filter(
    (each) =>
      each !== price && each.sentence === price.sentence && each.kind === "count" && each.role === "plain",
  );
  const counts = inSentence.filter((each) => each.unit.noun !== "" && isSameUnit(each.unit, unit));
  const total = inSentence.find(
    (each) => each.unit.unitClass === "money" && !each.isPerOther && totalLead.test(each.lead),
  );
  const [count] = counts;
  if (!count || !total || unit.noun === "" || counts.length > 1) return [];
  const claim = { kind: "ratio", formula: product, operands: [count, price], printed: total } as const;
  const held = agrees(judge(product, claim.operands, total));
  return [draftArithmetic({ ...claim, evidence: held ? "tight" : "firm" })];
}
