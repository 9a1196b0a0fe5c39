import { nativePeriods } from "./aggregate-periods.ts";
import { numberOf, periodType, type Period, type PeriodType } from "./period.ts";

const numbered = (letter: string, count: number, digits = 1) =>
  Array.from({ length: count }, (_, index) => `-${letter}${String(index + 1).padStart(digits, "0")}`);

/**
 * Where the sums of a year are kept, by kind of the periods reported for: first each of them by itself, then the longer
 * spans made of several. The database has the same list (`rollup_slots`).
 */
const spans: Readonly<Record<PeriodType, readonly string[]>> = {
  month: [...numbered("", 12, 2), ...numbered("Q", 4), ...numbered("S", 2), "-9M", ""],
  quarter: [...numbered("Q", 4), ...numbered("S", 2), "-9M", ""],
  "half-year": [...numbered("S", 2), ""],
  "nine-months": ["-9M"],
  year: [""],
  week: numbered("W", 53, 2),
};

/** One span among the sums of a year. */
export interface Slot {
  readonly kind: PeriodType;
  /** Counted from one. */
  readonly number: number;
  /** The first and last of the periods it is made of, by their numbers in the year. */
  readonly first: number;
  readonly last: number;
}

/** Where to find what was reported for a period itself, and for the shorter ones that make it up. */
export function slotsOf(period: Period): Slot[] {
  return nativePeriods(period).map(({ kind, periods }) => ({
    kind,
    number: spans[kind].indexOf(period.slice(4)) + 1,
    first: positionOf(periods[0]!),
    last: positionOf(periods.at(-1)!),
  }));
}

/** The number of a period among those of its kind in the year. */
function positionOf(period: Period): number {
  return periodType(period) === "nine-months" ? 1 : numberOf(period);
}

const periodsInHalfYear: Readonly<Partial<Record<PeriodType, number>>> = {
  month: 6,
  quarter: 2,
  "half-year": 1,
};

/** The half-year in which who reports is counted: 1 or 2, or 0 for the year of what is reported by the year or week. */
export function bucketOf(kind: PeriodType, position: number): number {
  const length = periodsInHalfYear[kind];
  return length === undefined ? 0 : Math.ceil(position / length);
}
