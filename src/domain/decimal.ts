import Big from "big.js";

/**
 * Exact decimal numbers. Sums, differences and products are exact; a quotient carries 40 decimals,
 * far beyond anything printed, so that rounding happens once: when a number is printed.
 */
const Exact = Big();
Exact.DP = 40;
Exact.RM = Big.roundHalfUp;
Exact.NE = -60;
Exact.PE = 60;

export type Decimal = Big;

/** Reads a plain decimal such as `"-12.50"`; throws on anything else. Reading people's notation is `number-reading.ts`. */
export function decimal(text: string | number): Decimal {
  return new Exact(text);
}

/** The sum, or `undefined` for the sum of nothing: blank is not zero. */
export function sum(values: readonly Decimal[]): Decimal | undefined {
  return values.length === 0 ? undefined : values.reduce((total, value) => total.plus(value));
}

/** The quotient, or `undefined` when the divisor is zero. */
export function divide(dividend: Decimal, divisor: Decimal): Decimal | undefined {
  return divisor.eq(0) ? undefined : dividend.div(divisor);
}

/** Half away from zero, the way an office rounds: 2,5 → 3 and −2,5 → −3. */
export function roundHalfUp(value: Decimal, decimals: number): Decimal {
  return value.round(decimals, Big.roundHalfUp);
}

export function truncate(value: Decimal, decimals: number): Decimal {
  return value.round(decimals, Big.roundDown);
}
