import { type Decimal } from "#domain/decimal.ts";
import { toDecimal, type Formula } from "./formulas.ts";
import { compare, intervalOf, type Agreement } from "./intervals.ts";
import { type Quantity } from "./quantities.ts";

/** What recomputing a claim gave under the reading of its numbers that fits best. */
export interface Judgement {
  readonly agreement: Agreement;
  /** Recomputes exactly, on demand: the value in the unit of the printed one, signed; `undefined` where it does not exist. */
  readonly computed: () => Decimal | undefined;
  /** The sign of the change is not the printed one. */
  readonly isReversed: boolean;
  /** Numbers that only fit when their misprint is undone, with the reading that fits. */
  readonly misprints: readonly { readonly quantity: Quantity; readonly reading: number }[];
}

const rank: Readonly<Record<Agreement, number>> = { rounded: 0, truncated: 1, slip: 2, none: 3 };

/**
 * Recomputes `printed` from its operands. All plausible readings of each number are tried; the first choice
 * wins ties. `direction` is the printed sign of a change, 0 where the value is no change.
 */
export function judge(
  formula: Formula,
  operands: readonly Quantity[],
  printed: Quantity,
  direction: -1 | 0 | 1 = 0,
): Judgement {
  const numbers = [...operands, printed];
  let best: Judgement | undefined;
  for (const choice of readingChoices(numbers)) {
    const judged = judgeReading(formula, numbers, choice, direction);
    if (!best || (rank[judged.agreement] < rank[best.agreement] && rank[judged.agreement] < 2)) best = judged;
    if (best.agreement === "rounded") break;
  }
  return best!;
}

/** The first choice of all, then one number at a time read otherwise, then all of them. */
function readingChoices(numbers: readonly Quantity[]): readonly (readonly number[])[] {
  const first = numbers.map(() => 0);
  const choices: number[][] = [first];
  for (const [position, quantity] of numbers.entries()) {
    for (let reading = 1; reading < quantity.readings.length; reading += 1)
      choices.push(first.with(position, reading));
  }
  if (choices.length > 2) choices.push(numbers.map((quantity) => Math.min(1, quantity.readings.length - 1)));
  return choices;
}

function judgeReading(
  formula: Formula,
  numbers: readonly Quantity[],
  choice: readonly number[],
  direction: -1 | 0 | 1,
): Judgement {
  const printed = numbers.at(-1)!;
  const printedReading = printed.readings[choice.at(-1)!]!;
  const operands = numbers.slice(0, -1);
  const bounds = formula.bounds(operands.map((each, position) => intervalOf(each, choice[position])));
  const misprints = numbers.flatMap((quantity, position) =>
    choice[position] ? [{ quantity, reading: choice[position] }] : [],
  );
  if (!bounds) return { agreement: "none", computed: () => undefined, isReversed: false, misprints };
  const unit = 10 ** -printedReading.decimals * printed.scale;
  const value = printedReading.value * printed.scale;
  const reach = printed.approximate ? Math.max(unit, value * 0.2) : unit;
  const middle = (bounds.low + bounds.high) / 2;
  const magnitude = middle < 0 && direction !== 0 ? { low: -bounds.high, high: -bounds.low } : bounds;
  const exact = () =>
    formula.exact(
      operands.map((each, position) => toDecimal(each.readings[choice[position]!]!.value).times(each.scale)),
    );
  const agreement = compare(value, isExactCount(printed, printedReading.decimals) ? 0 : reach, magnitude);
  // One unit more or less of "3 lần" or of "6 triệu đồng" is no rounding.
  const coarse = /^(?:times|count|per)$/.test(printed.kind) && unit > 0.1 * value;
  return {
    agreement: coarse && agreement === "slip" ? "none" : agreement,
    computed: () => (printed.scale === 1 ? exact() : exact()?.div(printed.scale)),
    isReversed: direction !== 0 && middle !== 0 && Math.sign(middle) !== direction,
    misprints,
  };
}

function isExactCount(printed: Quantity, decimals: number): boolean {
  return printed.kind === "count" && decimals === 0 && printed.scale === 1 && !printed.approximate;
}

export function agrees({ agreement, isReversed }: Judgement): boolean {
  return !isReversed && (agreement === "rounded" || agreement === "truncated");
}
