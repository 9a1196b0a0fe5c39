import { addDays, lastDayOfMonth } from "./calendar.ts";
import { periodEnd, type Period } from "./period.ts";
import { addWorkingDays, isWorkingDay, type WorkCalendar } from "./working-days.ts";

/** By when a task is to be done; all days inclusive. */
export type TaskTerm =
  | { readonly kind: "date"; readonly on: string }
  | { readonly kind: "month"; readonly month: Period }
  | { readonly kind: "period"; readonly period: Period }
  | { readonly kind: "days"; readonly count: number; readonly counting: "days" | "working-days"; readonly from: string }; // prettier-ignore

/** Work that goes on: looked at again and again instead of ending. */
export interface Rhythm {
  readonly every: "week" | "month" | "quarter" | "half-year" | "year";
  /** The first day on which it is looked at. */
  readonly from: string;
}

/**
 * What becomes of a term that ends on a day off. As written, unless the province decides otherwise: which rule binds
 * internal instructions is not settled in our sources, so it is a setting.
 */
export type DayOffRule = "as-written" | "next-working-day";

/** The last day on which the task is in time. */
export function lastDayOf(term: TaskTerm, calendar: WorkCalendar, rule: DayOffRule = "as-written"): string {
  const last = writtenLastDay(term, calendar);
  if (rule === "as-written") return last;
  let day = last;
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return day;
}

function writtenLastDay(term: TaskTerm, calendar: WorkCalendar): string {
  if (term.kind === "date") return term.on;
  if (term.kind === "month" || term.kind === "period")
    return periodEnd(term.kind === "month" ? term.month : term.period);
  return term.counting === "working-days"
    ? addWorkingDays(term.from, term.count, calendar)
    : addDays(term.from, term.count);
}

const months = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;

/** The review day after a day; a month that lacks the day has its last one. */
export function nextReview(rhythm: Rhythm, after: string): string {
  for (let step = 0; ; step++) {
    const day = reviewDay(rhythm, step);
    if (day > after) return day;
  }
}

/** The last review day up to a day, or `undefined` before the first. */
export function lastReview(rhythm: Rhythm, upTo: string): string | undefined {
  let last: string | undefined;
  for (let step = 0; ; step++) {
    const day = reviewDay(rhythm, step);
    if (day > upTo) return last;
    last = day;
  }
}

function reviewDay({ every, from }: Rhythm, step: number): string {
  if (every === "week") return addDays(from, 7 * step);
  const [year, month, date] = from.split("-").map(Number) as [number, number, number]; // an ISO day has three parts
  const index = month - 1 + months[every] * step;
  const last = lastDayOfMonth(year + Math.floor(index / 12), (index % 12) + 1);
  const wanted = `${last.slice(0, 8)}${String(date).padStart(2, "0")}`;
  return wanted < last ? wanted : last;
}
