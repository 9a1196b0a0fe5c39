import { divisions, isWithin, longestPeriodEndingOn, monthsWithin, periodEnd, periodType, type Period, type PeriodType } from "./period.ts"; // prettier-ignore

/** The periods of one type inside another for which values may have been reported, in order. */
export interface NativePeriods {
  readonly kind: PeriodType;
  readonly periods: readonly Period[];
}

/** For which periods a figure of this period may have been reported: itself, or the shorter ones that make it up. */
export function nativePeriods(period: Period): NativePeriods[] {
  return [
    { kind: periodType(period), periods: [period] },
    ...divisions(period).map((periods) => ({ kind: periodType(periods[0]!), periods })),
  ];
}

/** A period and every shorter one inside it: all that can be asked for while putting it together. */
export function periodsInside(period: Period): Period[] {
  return [...new Set([period, ...divisions(period).flat()])];
}

/** `2023-05` → the first quarter, April and May; `2023-06` → the first half-year. A week has no year to date. */
export function yearToDateParts(period: Period): Period[] {
  if (periodType(period) === "week") return [period];
  const whole = longestPeriodEndingOn(periodEnd(period));
  if (whole !== undefined) return [whole];
  const month = monthsWithin(period).at(-1) ?? period;
  const before = Array.from({ length: Number(month.slice(5)) - 1 }, (_, index) => index + 1);
  const months = before.map((number) => `${month.slice(0, 4)}-${String(number).padStart(2, "0")}`);
  const closed = months.map((earlier) => longestPeriodEndingOn(periodEnd(earlier))).findLast(Boolean);
  const open = months.filter((earlier) => closed === undefined || !isWithin(earlier, closed));
  return [...(closed === undefined ? [] : [closed]), ...open, month];
}
