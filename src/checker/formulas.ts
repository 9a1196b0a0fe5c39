import { decimal, divide, sum, type Decimal } from "#domain/decimal.ts";
import { type Interval } from "./intervals.ts";

/** One kind of arithmetic, three times: on intervals to judge, exactly to show, and as text. */
export interface Formula {
  /** Bounds of the result, or `undefined` where it does not exist. Signed. */
  readonly bounds: (operands: readonly Interval[]) => Interval | undefined;
  readonly exact: (operands: readonly Decimal[]) => Decimal | undefined;
  readonly show: (operands: readonly string[]) => string;
}

const divideBounds = (a: Interval, b: Interval, factor: number): Interval | undefined =>
  b.low <= 0 ? undefined : { low: (a.low / b.high) * factor, high: (a.high / b.low) * factor };

/** a ÷ b × factor. */
export function ratio(factor: number): Formula {
  const times = factor === 1 ? "" : ` × ${factor.toLocaleString("de-DE")}`;
  return {
    bounds: ([a, b]) => divideBounds(a!, b!, factor),
    exact: ([a, b]) => divide(a!.times(factor), b!),
    show: ([a, b]) => `${a} : ${b}${times}`,
  };
}

/** (a − b) ÷ b × 100. */
export const relativeChange: Formula = {
  bounds: ([a, b]) => {
    const quotient = divideBounds(a!, b!, 100);
    return quotient && { low: quotient.low - 100, high: quotient.high - 100 };
  },
  exact: ([a, b]) => divide(a!.minus(b!).times(100), b!),
  show: ([a, b]) => `(${a} − ${b}) : ${b} × 100`,
};

/** change ÷ (a − change) × 100: the base follows from the current value and the signed change. */
export function changeOfImpliedBase(direction: 1 | -1): Formula {
  const sign = direction > 0 ? "−" : "+";
  return {
    bounds: ([a, change]) => {
      const base = direction > 0
        ? { low: a!.low - change!.high, high: a!.high - change!.low }
        : { low: a!.low + change!.low, high: a!.high + change!.high }; // prettier-ignore
      return divideBounds(change!, base, 100);
    },
    exact: ([a, change]) => divide(change!.times(100), direction > 0 ? a!.minus(change!) : a!.plus(change!)),
    show: ([a, change]) => `${change} : (${a} ${sign} ${change}) × 100`,
  };
}

/** a − b − c … */
export const difference: Formula = {
  bounds: ([first, ...rest]) => ({
    low: first!.low - rest.reduce((total, each) => total + each.high, 0),
    high: first!.high - rest.reduce((total, each) => total + each.low, 0),
  }),
  exact: ([first, ...rest]) => rest.reduce((left, each) => left.minus(each), first!),
  show: (operands) => operands.join(" − "),
};

export const total: Formula = {
  bounds: (operands) => ({
    low: operands.reduce((sofar, each) => sofar + each.low, 0),
    high: operands.reduce((sofar, each) => sofar + each.high, 0),
  }),
  exact: (operands) => sum(operands),
  show: (operands) => operands.join(" + "),
};

/** What was there, with everything that came (+1) and went (−1). */
export function signedSum(signs: readonly number[]): Formula {
  return {
    bounds: ([opening, ...flows]) => ({
      low: flows.reduce(
        (sofar, each, index) => sofar + (signs[index]! > 0 ? each.low : -each.high),
        opening!.low,
      ),
      high: flows.reduce(
        (sofar, each, index) => sofar + (signs[index]! > 0 ? each.high : -each.low),
        opening!.high,
      ),
    }),
    exact: ([opening, ...flows]) =>
      flows.reduce(
        (sofar, each, index) => (signs[index]! > 0 ? sofar.plus(each) : sofar.minus(each)),
        opening!,
      ),
    show: ([opening, ...flows]) =>
      flows.reduce((line, each, index) => `${line} ${signs[index]! > 0 ? "+" : "−"} ${each}`, opening ?? ""),
  };
}

/** The value itself: for equality and for parts that were counted. */
export const same: Formula = {
  bounds: ([a]) => a,
  exact: ([a]) => a,
  show: ([a]) => a ?? "",
};

export function toDecimal(value: number): Decimal {
  return decimal(String(value));
}
