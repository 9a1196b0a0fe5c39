import { decimal, divide, sum, type Decimal } from "#domain/decimal.ts";
import { bounded } from "./arithmetic.ts";

/** Makes one number of the values of the samples; `undefined` when there are too few of them. */
export type Aggregate = (values: readonly Decimal[]) => Decimal | undefined;

/**
 * The aggregate functions that need nothing but the values. `stddev` and `variance` are those of a sample (n − 1),
 * so that a single value has none.
 */
export const aggregates: ReadonlyMap<string, Aggregate> = new Map<string, Aggregate>([
  ["sum", sum],
  ["avg", average],
  ["min", (values) => sorted(values)[0]],
  ["max", (values) => sorted(values).at(-1)],
  ["median", (values) => percentile(values, decimal("0.5"))],
  ["variance", (values) => variance(values, values.length - 1)],
  ["stddev", (values) => variance(values, values.length - 1)?.sqrt()],
  ["stddevSamp", (values) => variance(values, values.length - 1)?.sqrt()],
  ["stddevPop", (values) => variance(values, values.length)?.sqrt()],
]);

/** The value below which a share (0 to 1) of the values lies, in proportion between two of them. */
export function percentile(values: readonly Decimal[], share: Decimal): Decimal | undefined {
  if (share.lt(0) || share.gt(1)) return undefined;
  const ordered = sorted(values);
  const rank = share.times(Math.max(0, ordered.length - 1));
  const below = ordered[Math.floor(rank.toNumber())];
  const above = ordered[Math.ceil(rank.toNumber())];
  return below && above && below.plus(above.minus(below).times(rank.mod(1)));
}

function average(values: readonly Decimal[]): Decimal | undefined {
  const total = sum(values);
  return total && divide(total, decimal(values.length));
}

/** Exact but for the last division: (n·Σx² − (Σx)²) ÷ n ÷ degrees of freedom. */
function variance(values: readonly Decimal[], degrees: number): Decimal | undefined {
  const total = sum(values);
  const squares = sum(values.map((value) => value.times(value)));
  if (!total || !squares || degrees < 1) return undefined;
  const spread = bounded(squares.times(values.length).minus(total.times(total)));
  return spread && divide(spread, decimal(values.length * degrees));
}

function sorted(values: readonly Decimal[]): Decimal[] {
  return values.toSorted((a, b) => a.cmp(b));
}
