import { decimal, type Decimal } from "#domain/decimal.ts";
import {
  isPeriod,
  isWithin,
  monthCount,
  monthsWithin,
  nextPeriod,
  numberOf,
  periodEnd,
  periodSpan,
  periodStart,
  periodType,
  previousPeriod,
  yearOf,
  type Period,
} from "#domain/period.ts";
import { modifiersOf, type Item, type Modifiers } from "./item.ts";

/**
 * The periods whose values make up an item: shifted, from the beginning of the year, cut to the days that are asked
 * for. No day is in it twice, also when it is asked for several periods at once. Empty when none is left.
 */
export function periodsOf(item: Item, asked: Period | readonly Period[]): Period[] {
  const modifiers = modifiersOf(item);
  const periods = [asked]
    .flat()
    .flatMap((period) => shift(period, modifiers.periodOffset))
    .flatMap((period) => (modifiers.yearToDate ? fromBeginningOfYear(period) : [period]))
    .flatMap((period) => cutToDays(period, modifiers));
  const distinct = [...new Set(periods)];
  return distinct.filter((inner) => !distinct.some((outer) => outer !== inner && isWithin(inner, outer)));
}

/** The value of `[days]`, `[periodInYear]` and `[yearlyPeriodCount]`; `undefined` for other items. */
export function periodItemValue(item: Item, period: Period): Decimal | undefined {
  if (item.kind === "days")
    return decimal(periodsOf(item, period).reduce((sum, one) => sum + daysIn(one), 0));
  const [shifted] = shift(period, modifiersOf(item).periodOffset);
  if (shifted === undefined) return undefined;
  if (item.kind === "period-in-year") return decimal(numberOf(shifted));
  return item.kind === "yearly-period-count" ? decimal(periodsInYearOf(shifted)) : undefined;
}

/** None when it falls outside the years that periods are kept for. */
function shift(period: Period, offset: number): Period[] {
  let shifted = period;
  for (let step = 0; step < Math.abs(offset); step += 1) {
    shifted = offset < 0 ? previousPeriod(shifted) : nextPeriod(shifted);
    if (!isPeriod(shifted)) return [];
  }
  return [shifted];
}

/** All periods of its type in its year up to it; the weeks of a year are those of ISO 8601. */
function fromBeginningOfYear(period: Period): Period[] {
  const periods = [period];
  for (let first = period; numberOf(first) > 1; periods.unshift(first)) first = previousPeriod(first);
  return periods;
}

/** A period that is only partly within the days is replaced by its months that wholly are. */
function cutToDays(period: Period, { minDate = "", maxDate = "9999-12-31" }: Modifiers): Period[] {
  const isInside = (part: Period): boolean => minDate <= periodStart(part) && periodEnd(part) <= maxDate;
  return isInside(period) ? [period] : monthsWithin(period).filter(isInside);
}

function daysIn(period: Period): number {
  const { from, to } = periodSpan(period);
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

function periodsInYearOf(period: Period): number {
  if (periodType(period) === "week") return isPeriod(`${yearOf(period)}-W53`) ? 53 : 52;
  return Math.floor(12 / monthCount(period));
}
