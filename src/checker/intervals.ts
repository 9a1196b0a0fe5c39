import { type Quantity } from "./quantities.ts";

/** All values that a printed number may stand for. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The interval of a quantity under one of its readings. A plain count is exact; a printed decimal or a scaled
 * number ("468,3 tỷ") may be off by half a unit of its last place; "gần", "hơn", "khoảng" leave a tenth.
 */
export function intervalOf(quantity: Quantity, readingIndex = 0): Interval {
  const reading = quantity.readings[readingIndex] ?? quantity.readings[0]!;
  const value = reading.value * quantity.scale;
  if (quantity.approximate) return { low: value * 0.9, high: value * 1.1 };
  const half = halfUnit(quantity, readingIndex);
  return { low: value - half, high: value + half };
}

/** Half a unit of the last printed place, or 0 for whole counts. */
export function halfUnit(quantity: Quantity, readingIndex = 0): number {
  const { decimals } = quantity.readings[readingIndex] ?? quantity.readings[0]!;
  if (decimals === 0 && quantity.scale === 1 && quantity.kind === "count") return 0;
  // A target of 70% was set, not measured.
  if (decimals === 0 && quantity.role === "plan") return 0;
  return 0.5 * 10 ** -decimals * quantity.scale;
}

export function valueOf(quantity: Quantity, readingIndex = 0): number {
  return (quantity.readings[readingIndex] ?? quantity.readings[0]!).value * quantity.scale;
}

/** How a printed value relates to a recomputed one: by rounding, by cutting off, off by one in the last place, or not. */
export type Agreement = "rounded" | "truncated" | "slip" | "none";

/** Compares a printed value, given to `unit` (the value of its last place), with a recomputed interval. Both are magnitudes. */
export function compare(printed: number, unit: number, { low, high }: Interval): Agreement {
  const tolerance = Math.max(Math.abs(high), Math.abs(printed), unit) * 1e-11;
  const meets = (from: number, to: number) => high >= from - tolerance && low <= to + tolerance;
  if (meets(printed - unit / 2, printed + unit / 2)) return "rounded";
  if (meets(printed, printed + unit - 2 * tolerance)) return "truncated";
  // One more or less in the last printed place; in whole percents that is much, so there it is held to the exact value.
  const reach = unit < 1 ? 1.5 * unit : unit;
  return Math.abs((low + high) / 2 - printed) <= reach + tolerance ? "slip" : "none";
}
