import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft, remark } from "#checker/drafts.ts";
import { total as sumOf } from "#checker/formulas.ts";
import { valueOf } from "#checker/intervals.ts";
import { agrees, judge } from "#checker/judge.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";
import { isSameUnit, isWholeUnit } from "#checker/units.ts";

/** Reads "quý I a, quý II b, 6 tháng c" and "tháng 11 a, 10 tháng trước b, lũy kế 11 tháng c": periods that make up a longer one. */
export function readPeriods(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap(readPassagePeriods);
}

/** A number with the months of the year that it covers, as bits. */
interface Dated {
  readonly quantity: Quantity;
  readonly months: number;
}

const mostNumbers = 24;

function readPassagePeriods(passage: Passage): readonly Draft[] {
  const found = passage.quantities.slice(0, 400).flatMap((quantity) => {
    const months = isAmount(quantity) ? monthsOf(quantity.lead) : 0;
    return months === 0 ? [] : [{ quantity, months }];
  });
  const current = monthBetween(found);
  const sofar = monthsSofar(found);
  const dated = found
    .map(({ quantity, months }) => ({
      quantity,
      months: months === currentMonth ? current : months === sinceJanuary ? sofar : months,
    }))
    .filter((each) => each.months !== 0);
  if (dated.length < 2) return [];
  return dated.flatMap((whole, index) => {
    const near = dated
      .slice(Math.max(0, index - mostNumbers / 2), index + mostNumbers / 2)
      .filter((each) => each !== whole && isPartOf(each, whole));
    const parts = partsOf(whole, near);
    return [
      ...(parts ? [draftPeriods(whole.quantity, parts)] : []),
      ...near.flatMap((each) => checkOrder(each, whole)),
    ];
  });
}

const periodWords =
  /(?:quý (?:iv|i{1,3}|[1-4])|tháng \d{1,2}|\d{1,2} tháng|cả năm|riêng|trong|tính|chung|lũy kế|lũy tích|cộng dồn|đầu năm|từ|đến|nay|đạt|là|có|ghi nhận)(?!\p{L})/gu;

/** "cộng dồn 8 tháng 1.246 ca; trong tháng 8: 1.318 ca": with nothing new named, no part of the time has more than the whole. */
function checkOrder(part: Dated, whole: Dated): readonly Draft[] {
  const [first, second] = [part.quantity, whole.quantity].toSorted((a, b) => a.index - b.index);
  const named = second!.lead.replace(first!.unit.noun, "").replace(periodWords, "");
  const isExceeded = valueOf(part.quantity) > valueOf(whole.quantity);
  if (
    !isExceeded ||
    second!.index !== first!.index + 1 ||
    /\p{L}/u.test(named) ||
    !isWholeUnit(part.quantity.unit.unitClass)
  )
    return [];
  return [
    remark(
      "cumulative",
      "suspect",
      { start: first!.start, end: second!.end },
      {
        vi: `${part.quantity.text} của một phần thời gian lớn hơn ${whole.quantity.text} của cả thời gian.`,
        en: `${part.quantity.text} of a part of the time exceeds ${whole.quantity.text} of the whole.`,
      },
      { printed: whole.quantity, operands: [part.quantity] },
    ),
  ];
}

/** "trong tháng a, 8 tháng trước b, lũy kế 9 tháng c": the month is the one between the two spans. */
function monthBetween(dated: readonly Dated[]): number {
  const spans = dated.map(({ months }) => months).filter((months) => (months & (months + 1)) === 0);
  const whole = Math.max(0, ...spans);
  const before = whole >> 1;
  return before > 0 && spans.includes(before) ? whole & ~before : 0;
}

/** "tháng 6 …, cộng dồn từ đầu năm …; 5 tháng đầu năm …": a running total reaches to the latest month that the text numbers. */
function monthsSofar(dated: readonly Dated[]): number {
  const named = dated.reduce((all, { months }) => all | (months & wholeYear), 0);
  const latest = 32 - Math.clz32(named);
  return latest > 0 ? monthBits(1, latest) : 0;
}

/** A number of the main clause, or of a bracket behind it: "lũy kế 9 tháng c (8 tháng: b)". */
function isAmount({ kind, role, isPerOther, depth, lead }: Quantity): boolean {
  const isSpan = role === "base" && /\d tháng trước[^,;]*$/.test(lead);
  return kind === "count" && (role === "plain" || role === "level" || isSpan) && !isPerOther && depth <= 1;
}

function isPartOf(each: Dated, whole: Dated): boolean {
  return (
    (each.months & ~whole.months) === 0 &&
    each.months !== whole.months &&
    Math.abs(each.quantity.sentence - whole.quantity.sentence) <= 1 &&
    each.quantity.unit.noun !== "" &&
    isSameUnit(each.quantity.unit, whole.quantity.unit)
  );
}

/** The parts that cover every month of the whole once; `undefined` where months are missing or two numbers compete. */
function partsOf(whole: Dated, near: readonly Dated[]): readonly Quantity[] | undefined {
  let covered = 0;
  for (const { months } of near) {
    if ((covered & months) !== 0) return undefined;
    covered |= months;
  }
  return covered === whole.months && near.length >= 2 ? near.map((each) => each.quantity) : undefined;
}

function draftPeriods(whole: Quantity, parts: readonly Quantity[]): Draft {
  const held = agrees(judge(sumOf, parts, whole));
  return draftArithmetic({
    kind: "sum",
    formula: sumOf,
    operands: parts,
    printed: whole,
    evidence: held ? "tight" : "firm",
  });
}

const wholeYear = 0xfff;
/** A month that the text does not number. */
const currentMonth = 1 << 12;
/** "lũy kế", "từ đầu năm", without a month. */
const sinceJanuary = 1 << 13;
const monthBits = (first: number, last: number): number => ((1 << last) - 1) & ~((1 << (first - 1)) - 1);
const quarters: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  "1": 1,
  "2": 2,
  "3": 3,
  "4": 4,
};

/** The last period that the words before a number name; a comparison or an earlier year names none. */
function monthsOf(lead: string): number {
  const clause = /[^;]*$/.exec(lead)![0];
  if (/cùng kỳ|so với|năm (?:trước|ngoái|20\d\d)|kế hoạch/.test(clause)) return 0;
  const named = [
    ...clause.matchAll(
      /(?:^|[^\p{L}\d])(?:(quý) (iv|i{1,3}|[1-4])|tháng (\d{1,2})|(\d{1,2}) tháng( cuối năm| còn lại)?|(cả năm))(?![\p{L}\d/])/gu,
    ),
  ].at(-1);
  if (!named) {
    if (/(?:lũy (?:kế|tích)|cộng dồn|từ đầu năm)(?!\p{L})(?! 20)[^\d]*$/u.test(clause)) return sinceJanuary;
    return /(?:trong|riêng) tháng(?: này)?(?! \d)/.test(clause) ? currentMonth : 0;
  }
  const [, quarter, ordinal, month, span, isLast, year] = named;
  if (quarter) return monthBits(quarters[ordinal!]! * 3 - 2, quarters[ordinal!]! * 3);
  if (month) return Number(month) >= 1 && Number(month) <= 12 ? monthBits(Number(month), Number(month)) : 0;
  if (year) return wholeYear;
  const length = Number(span);
  if (length < 1 || length > 12) return 0;
  return isLast ? monthBits(13 - length, 12) : monthBits(1, length);
}
