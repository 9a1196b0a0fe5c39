/** Plain numbers are enough here: a score is a judgement, and no sum that is printed comes from it. */

/** The middle value; the values need not be sorted. `undefined` for none. */
export function median(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = new Float64Array(values).toSorted();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function mean(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  let total = 0;
  for (const value of values) total += value;
  return total / values.length;
}

/** The standard deviation of a sample. `undefined` for fewer than two values. */
export function standardDeviation(values: readonly number[]): number | undefined {
  const middle = mean(values);
  if (middle === undefined || values.length < 2) return undefined;
  let squares = 0;
  for (const value of values) squares += (value - middle) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

/**
 * The spread around the median by the median of the deviations, scaled to be the standard deviation of normal data.
 * Where more than half of the values are the same, the mean of the deviations answers (Iglewicz and Hoaglin 1993);
 * 0 where all are the same.
 */
export function robustSpread(values: readonly number[], middle: number): number {
  const deviations = values.map((value) => Math.abs(value - middle));
  const typical = median(deviations) ?? 0;
  return typical > 0 ? 1.4826 * typical : 1.2533 * (mean(deviations) ?? 0);
}
