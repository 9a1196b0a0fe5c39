import { decimal, divide, roundHalfUp, type Decimal } from "#domain/decimal.ts";

/** What floating-point numbers reach too; beyond it a result is missing, as DHIS2's infinity is. */
const greatestExponent = 308;
/** More than any quotient carries; keeps a chain of products from growing without end. */
const decimalsKept = 100;
const decimalsCompared = 30;
/** A whole power up to here is multiplied out exactly. */
const greatestExactPower = 1000;

const zero = decimal(0);
const one = decimal(1);

/** Whether a number needs neither more digits nor more decimals than results have. */
export function isWithinRange(value: Decimal): boolean {
  return value.e <= greatestExponent && decimalsOf(value) <= decimalsKept;
}

/** The value, to 100 decimals at most; `undefined` when it is beyond all reason. */
export function bounded(value: Decimal): Decimal | undefined {
  if (value.e > greatestExponent) return undefined;
  return decimalsOf(value) > decimalsKept ? roundHalfUp(value, decimalsKept) : value;
}

function decimalsOf({ c, e }: Decimal): number {
  return c.length - 1 - e;
}

/** Which is greater, to 30 decimals: a quotient carries 40, and 1 ÷ 3 × 3 is 1. */
export function compareNumbers(left: Decimal, right: Decimal): -1 | 0 | 1 {
  return roundHalfUp(left.minus(right), decimalsCompared).cmp(zero);
}

/** Reads the result of a floating-point function; infinite and not-a-number are missing. */
export function fromFloat(value: number): Decimal | undefined {
  return Number.isFinite(value) ? bounded(decimal(value === 0 ? 0 : value)) : undefined;
}

/** The quotient; `undefined` by zero. Where 40 decimals would be mostly noughts it carries 40 digits instead. */
export function quotient(dividend: Decimal, divisor: Decimal): Decimal | undefined {
  const noughts = divisor.e - dividend.e;
  if (noughts <= 20) return divide(dividend, divisor);
  const scaled = divide(dividend.times(decimal(`1e${noughts}`)), divisor);
  return scaled && bounded(scaled.times(decimal(`1e-${noughts}`)));
}

/** What is left after dividing, with the sign of the dividend; `undefined` by zero. */
export function remainder(dividend: Decimal, divisor: Decimal): Decimal | undefined {
  return divisor.eq(zero) ? undefined : dividend.mod(divisor);
}

/** Exact for whole exponents up to a thousand; otherwise to the 15 digits of floating point. */
export function power(base: Decimal, exponent: Decimal): Decimal | undefined {
  const isWhole = exponent.mod(one).eq(zero);
  if (!isWhole || exponent.abs().gt(greatestExactPower)) {
    return fromFloat(base.toNumber() ** exponent.toNumber());
  }
  const positive = wholePower(base, exponent.abs().toNumber());
  if (exponent.gte(zero)) return positive;
  return positive === undefined ? zero : quotient(one, positive);
}

function wholePower(base: Decimal, exponent: number): Decimal | undefined {
  if (exponent === 0) return one;
  const half = wholePower(base, Math.floor(exponent / 2));
  const square = half && bounded(half.times(half));
  return square && (exponent % 2 === 0 ? square : bounded(square.times(base)));
}

/** To base e unless another is given; a logarithm to base 0 is 0, as its limit is. */
export function logarithm(value: Decimal, base?: Decimal): Decimal | undefined {
  if (base?.eq(10)) return fromFloat(Math.log10(value.toNumber()));
  if (base?.eq(2)) return fromFloat(Math.log2(value.toNumber()));
  return fromFloat(Math.log(value.toNumber()) / (base ? Math.log(base.toNumber()) : 1));
}

/** The density of the normal distribution; `undefined` without a spread. */
export function normalDensity(value: number, mean: number, deviation: number): Decimal | undefined {
  if (deviation <= 0) return undefined;
  const distance = (value - mean) / deviation;
  return fromFloat(Math.exp((-distance * distance) / 2) / (deviation * Math.sqrt(2 * Math.PI)));
}

/** The share of a normal distribution up to a value, by the series x + x³/3 + x⁵/15 + …; `undefined` without a spread. */
export function normalShare(value: number, mean: number, deviation: number): Decimal | undefined {
  if (deviation <= 0) return undefined;
  const distance = (value - mean) / deviation;
  if (Math.abs(distance) > 8) return fromFloat(distance < 0 ? 0 : 1); // the rest is below 10⁻¹⁵
  let term = distance;
  let total = distance;
  for (let odd = 3; Math.abs(term) > Number.EPSILON * Math.abs(total); odd += 2) {
    term *= (distance * distance) / odd;
    total += term;
  }
  return fromFloat(0.5 + (total * Math.exp((-distance * distance) / 2)) / Math.sqrt(2 * Math.PI));
}
