/** The roundest number that is more than `low` and at most `high`; `low` must be less than `high`. */
export function roundestWithin(low: number, high: number): number {
  const largest = Math.floor(Math.log10(Math.max(Math.abs(low), Math.abs(high), Number.MIN_VALUE)));
  for (let power = largest; power > largest - 15; power -= 1) {
    for (const step of [10, 5, 2, 1].map((digit) => digit * 10 ** power)) {
      const candidate = clean((Math.floor(low / step) + 1) * step);
      if (candidate > low && candidate <= high) return candidate;
    }
  }
  return high;
}

/** Round values for the rules of an axis that spans both ends; between three and seven of them. */
export function niceTicks(low: number, high: number): number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((size) => size >= rough) ?? 10 * power;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => clean((first + index) * step));
}

/** Without the dust of binary fractions: 0.30000000000000004 → 0.3. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
