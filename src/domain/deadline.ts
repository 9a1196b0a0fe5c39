import { addDays } from "./calendar.ts";
import { versionFor, type ApprovalTier, type DataSet } from "./data-set.ts";
import {
  nextPeriod,
  periodEnd,
  periodStart,
  previousPeriod,
  type Period,
  type PeriodRule,
  type PeriodType,
} from "./period.ts";
import { addWorkingDays, type WorkCalendar } from "./working-days.ts";

/** The last day on which a hand-in is in time. */
export function dueOn(dataSet: DataSet, period: Period, calendar: WorkCalendar): string {
  return daysAfter(dataSet, period, dataSet.deadline.days, calendar);
}

/** The day by which a tier should have looked at it. */
export function tierDueOn(
  dataSet: DataSet,
  tier: ApprovalTier,
  period: Period,
  calendar: WorkCalendar,
): string {
  return daysAfter(dataSet, period, tier.days, calendar);
}

function daysAfter(
  { deadline, periodRule }: DataSet,
  period: Period,
  days: number,
  calendar: WorkCalendar,
): string {
  const from = deadline.from === "start" ? periodStart(period, periodRule) : periodEnd(period, periodRule);
  return deadline.counting === "days" ? addDays(from, days) : addWorkingDays(from, days, calendar);
}

/** The last day on which anything can be handed in; `undefined` when the period never closes. */
export function closesOn(dataSet: DataSet, period: Period, calendar: WorkCalendar): string | undefined {
  const { closesAfter } = dataSet.deadline;
  return closesAfter === undefined ? undefined : addDays(dueOn(dataSet, period, calendar), closesAfter);
}

/** Why nothing can be handed in on a day: the period has not begun, or is closed. A form may be filled in as it goes. */
export function whyShut(
  dataSet: DataSet,
  period: Period,
  today: string,
  calendar: WorkCalendar,
): "period-not-open" | "period-closed" | undefined {
  if (today < periodStart(period, dataSet.periodRule)) return "period-not-open";
  const close = closesOn(dataSet, period, calendar);
  return close !== undefined && close < today ? "period-closed" : undefined;
}

/** The period of a type in which a day lies. */
export function periodOn(type: PeriodType, day: string, rule: PeriodRule = "calendar"): Period | undefined {
  const year = Number(day.slice(0, 4));
  // The nine months leave October to December without a period.
  for (let period = firstOf(type, year - 1); periodStart(period, rule) <= day; period = nextPeriod(period)) {
    if (day <= periodEnd(period, rule)) return period;
  }
  return undefined;
}

function firstOf(type: PeriodType, year: number): Period {
  const firsts = {
    week: `${year}-W01`,
    month: `${year}-01`,
    quarter: `${year}-Q1`,
    "half-year": `${year}-S1`,
    "nine-months": `${year}-9M`,
    year: `${year}`,
  };
  return firsts[type];
}

/** However long ago: a period that never closes is not asked for again after so many others. */
const longest = 6;

/**
 * The periods of a data set that have begun and are not closed, the latest first: the running one and those before it,
 * back to the first day of its first version and never more than six.
 */
export function listOpenPeriods(
  versions: readonly DataSet[],
  today: string,
  calendar: WorkCalendar,
): { readonly period: Period; readonly dataSet: DataSet }[] {
  const [first] = versions;
  if (first === undefined) return [];
  const found: { period: Period; dataSet: DataSet }[] = [];
  let period = latestBegun(first, today);
  for (let step = 0; step < longest; step++, period = previousPeriod(period)) {
    const dataSet = versionFor(versions, period);
    if (dataSet && whyShut(dataSet, period, today, calendar) === undefined) found.push({ period, dataSet });
  }
  return found;
}

function latestBegun({ periodType, periodRule }: DataSet, today: string): Period {
  const now = periodOn(periodType, today, periodRule);
  if (now !== undefined) return now;
  const year = Number(today.slice(0, 4));
  const last = firstOf(periodType, year);
  return periodStart(last, periodRule) <= today ? last : firstOf(periodType, year - 1);
}
