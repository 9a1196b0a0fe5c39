import type { Decimal } from "./decimal.ts";
import { quotient } from "./expression/arithmetic.ts";
import { isReported, type Item } from "./expression/item.ts";
import { decimal } from "./decimal.ts";
import type { Formula, ReadyIndicator } from "./indicator-formula.ts";
import type { OperandAnswer } from "./indicator-periods.ts";

/**
 * Computes an indicator from operands that are aggregated already: numerator × factor ÷ denominator. Missing operands
 * follow the indicator's strategy; by zero nothing is divided; what one operand makes impossible is impossible. It is
 * as complete as the least complete operand.
 */
export function computeIndicator(
  { indicator, numerator, denominator }: ReadyIndicator,
  answerOf: (item: Item) => OperandAnswer,
): OperandAnswer {
  const operands = [...numerator.compiled.items, ...denominator.compiled.items].filter(isReported).map(answerOf); // prettier-ignore
  const complete = leastComplete(operands);
  const impossible = operands.find(({ state }) => state === "impossible");
  if (impossible) return { ...complete, value: undefined, state: "impossible", reason: "impossible" };

  const calculate = ({ compiled }: Formula): Decimal | undefined =>
    compiled.calculate({ value: (item) => answerOf(item).value }, indicator.missing);
  const above = calculate(numerator);
  const below = calculate(denominator);
  const value = above && below && quotient(above.times(decimal(indicator.factor)), below);
  const hasGaps = operands.some((operand) => operand.value === undefined);
  if (value === undefined) {
    const isByZero = (above !== undefined && below?.eq(0)) || !hasGaps;
    const isElsewhere = operands.length > 0 && operands.every(({ reason }) => reason === "not-on-tree");
    const reason = isElsewhere ? "not-on-tree" : isByZero ? "division-by-zero" : "operand-missing";
    return { ...complete, value, state: "missing", reason };
  }
  const isProvisional = hasGaps || operands.some(({ state }) => state === "provisional");
  return { ...complete, value, state: isProvisional ? "provisional" : "confirmed" };
}

/** The reported-of-expected of the operand with the lowest share; one that is missing has reported nothing. */
function leastComplete(operands: readonly OperandAnswer[]): Pick<OperandAnswer, "reported" | "expected" | "carried"> {
  const most = Math.max(0, ...operands.map(({ expected }) => expected));
  const known = operands.map(({ value, reported, expected, carried }) =>
    value === undefined ? { reported: 0, expected: Math.max(expected, most), carried: 0 } : { reported, expected, carried },
  );
  const shareOf = ({ reported, expected, carried }: (typeof known)[number]) =>
    expected === 0 ? 1 : (reported + carried) / expected;
  return known.reduce((least, one) => (shareOf(one) < shareOf(least) ? one : least), known[0] ?? { reported: 0, expected: 0, carried: 0 }); // prettier-ignore
} // prettier-ignore
