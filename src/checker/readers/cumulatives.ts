import { type ReadDocument } from "#checker/document.ts";
import { type Draft, remark } from "#checker/drafts.ts";
import { valueOf } from "#checker/intervals.ts";
import { toDecimal } from "#checker/formulas.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";
import { isDenominator } from "#checker/subjects.ts";
import { canMeet } from "#checker/units.ts";

/** A value of the period with the running total since January beside it. */
export interface Cumulative {
  readonly period: Quantity;
  readonly cumulative: Quantity;
}

const cumulativeLead = /(?:lũy (?:tích|kế)|cộng dồn|tính từ đầu năm|từ đầu năm)[^,;.%]{0,60}$/;

/** Finds "trong tháng a …, lũy tích b …". */
export function findCumulatives(passage: Passage): readonly Cumulative[] {
  return passage.quantities.flatMap((cumulative, position) => {
    const period = passage.quantities[position - 1];
    if (!period || !cumulativeLead.test(cumulative.lead) || period.sentence !== cumulative.sentence)
      return [];
    if (![period, cumulative].every((each) => each.kind === "count" && each.role === "plain")) return [];
    if (isDenominator(passage, position - 1) || cumulativeLead.test(period.lead)) return [];
    if (!canMeet(period.unit, cumulative.unit)) return [];
    return period.bracket === cumulative.bracket ? [{ period, cumulative }] : [];
  });
}

/** Reads running totals: none is smaller than its own period, and no three of them are the same multiple. */
export function readCumulatives(document: ReadDocument): readonly Draft[] {
  const found = document.passages.flatMap(findCumulatives);
  return [...found.flatMap(checkOrder), ...findCopiedFormula(found)];
}

/** Nothing but the unit stands between the two: they speak of the same thing. */
const followsAtOnce = /^[\p{L} ]{0,30}[,;(]?\s*(?:lũy (?:tích|kế)|cộng dồn)/u;

function checkOrder({ period, cumulative }: Cumulative): readonly Draft[] {
  const holds = valueOf(period) <= valueOf(cumulative);
  const sameNoun =
    period.unit.noun === cumulative.unit.noun || cumulative.unit.noun === "" || period.unit.noun === "";
  const message = holds
    ? {
        vi: `Lũy kế ${cumulative.text} không nhỏ hơn trong kỳ ${period.text}: hợp lý.`,
        en: `Cumulative ${cumulative.text} is not below the period's ${period.text}.`,
      }
    : {
        vi: `Lũy kế ${cumulative.text} nhỏ hơn số trong kỳ ${period.text}.`,
        en: `The cumulative ${cumulative.text} is smaller than the period's own ${period.text}.`,
      };
  if (!holds && !followsAtOnce.test(cumulative.lead)) return [];
  const verdict = holds ? "consistent" : sameNoun ? "wrong" : "suspect";
  const span = { start: period.start, end: cumulative.end };
  return [remark("cumulative", verdict, span, message, { printed: cumulative, operands: [period] })];
}

/** Three running totals that are the same whole multiple of their month were filled down, not counted. */
function findCopiedFormula(found: readonly Cumulative[]): readonly Draft[] {
  const byMultiple = new Map<number, Cumulative[]>();
  for (const pair of found) {
    const multiple = valueOf(pair.cumulative) / valueOf(pair.period);
    if (!Number.isInteger(multiple) || multiple < 3 || valueOf(pair.period) < 20) continue;
    byMultiple.set(multiple, [...(byMultiple.get(multiple) ?? []).slice(0, 20), pair]);
  }
  return [...byMultiple].flatMap(([multiple, pairs]) => (pairs.length < 3 ? [] : [copied(multiple, pairs)]));
}

function copied(multiple: number, pairs: readonly Cumulative[]): Draft {
  const [first] = pairs;
  const listed = pairs
    .map(({ period, cumulative }) => `${cumulative.text} = ${multiple} × ${period.text}`)
    .join("; ");
  return remark("pattern", "suspect", { start: first!.period.start, end: first!.cumulative.end }, {
    vi: `Nghi chép công thức: ${listed}.`,
    en: `Looks like a copied formula: ${listed}.`,
  }, { printed: first!.cumulative, operands: pairs.flatMap(({ period, cumulative }) => [period, cumulative]), computed: toDecimal(multiple) }); // prettier-ignore
}
