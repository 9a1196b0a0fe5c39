import { addDays, day, lastDayOfMonth, weekday } from "./calendar.ts";

/**
 * A calendar span in its one spelling: `2023-06`, `2023-W26`, `2023-Q2`, `2023-S1` (half-year),
 * `2023-9M` (January to September), `2023`.
 */
export type Period = string;

export type PeriodType = "week" | "month" | "quarter" | "half-year" | "nine-months" | "year";

/**
 * When a period begins and ends. Statistics use the calendar (Thông tư 37/2019/TT-BYT, 23/2025/TT-BYT);
 * administrative reports run from the 15th to the 14th, the half-year from 15/12 to 14/6
 * (Nghị định 09/2019/NĐ-CP, Điều 12).
 */
export type PeriodRule = "calendar" | "administrative";

interface Parts {
  readonly type: PeriodType;
  readonly year: number;
  /** 1-based number of the week, month, quarter or half-year; 1 for the rest. */
  readonly number: number;
}

const spellings: readonly (readonly [PeriodType, RegExp, number])[] = [
  ["month", /^(\d{4})-?(0[1-9]|1[0-2])$/, 12],
  ["week", /^(\d{4})-?W(\d{1,2})$/, 53],
  ["quarter", /^(\d{4})-?Q([1-4])$/, 4],
  ["half-year", /^(\d{4})-?S([12])$/, 2],
  ["nine-months", /^(\d{4})-?9M$/, 1],
  ["year", /^(\d{4})$/, 1],
];

/** The examples to show when a spelling is refused. */
export const periodExamples = ["2023-06", "2023-W26", "2023-Q2", "2023-S1", "2023-9M", "2023"] as const;

/** Reads a period; accepts `2023S1`, `202306`, `2023Q2`, `2023W5` and small letters. `undefined` when it is none. */
export function parsePeriod(text: string): Period | undefined {
  const parts = split(text.trim().toUpperCase());
  return parts && spell(parts);
}

export function isPeriod(text: string): boolean {
  return parsePeriod(text) === text;
}

export function periodType(period: Period): PeriodType {
  return partsOf(period).type;
}

export function yearOf(period: Period): number {
  return partsOf(period).year;
}

/** The number of the month, week, quarter or half-year in its year. */
export function numberOf(period: Period): number {
  return partsOf(period).number;
}

/** The first and last day. Weeks follow ISO 8601 (Monday to Sunday) under both rules. */
export function periodSpan(period: Period, rule: PeriodRule = "calendar"): { from: string; to: string } {
  const parts = partsOf(period);
  if (parts.type === "week") return weekSpan(parts);
  const [first, last] = monthsOf(parts);
  return rule === "calendar"
    ? { from: day(parts.year, first, 1), to: lastDayOfMonth(parts.year, last) }
    : { from: day(parts.year, first - 1, 15), to: day(parts.year, last, 14) };
}

export function periodStart(period: Period, rule?: PeriodRule): string {
  return periodSpan(period, rule).from;
}

export function periodEnd(period: Period, rule: PeriodRule = "calendar"): string {
  const parts = partsOf(period);
  return rule === "calendar" && parts.type !== "week"
    ? lastDayOfMonth(parts.year, monthsOf(parts)[1])
    : periodSpan(period, rule).to;
}

/** Two periods have equal length in months; weeks have none. */
export function monthCount(period: Period): number {
  const parts = partsOf(period);
  if (parts.type === "week") return 0;
  const [first, last] = monthsOf(parts);
  return last - first + 1;
}

/** `2023-S1` → `2023-01` … `2023-06`; a week has no months within. */
export function monthsWithin(period: Period): Period[] {
  const parts = partsOf(period);
  if (parts.type === "week") return [];
  const [first, last] = monthsOf(parts);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    spell({ type: "month", year: parts.year, number: first + index }),
  );
}

export function lastMonth(period: Period): Period {
  return monthsWithin(period).at(-1) ?? period;
}

/** The months from January to the end of the period. */
export function yearToDate(period: Period): Period[] {
  const { year } = partsOf(period);
  const [, last] = monthsOf(partsOf(period));
  return Array.from({ length: last }, (_, index) => spell({ type: "month", year, number: index + 1 }));
}

export function yearPeriod(period: Period): Period {
  return spell({ type: "year", year: yearOf(period), number: 1 });
}

/** The period of the same type just before: `2023-S1` → `2022-S2`. The nine months before are last year's. */
export function previousPeriod(period: Period): Period {
  const parts = partsOf(period);
  if (parts.number > 1) return spell({ ...parts, number: parts.number - 1 });
  const year = parts.year - 1;
  return spell({ ...parts, year, number: periodsInYear(parts.type, year) });
}

export function nextPeriod(period: Period): Period {
  const parts = partsOf(period);
  return parts.number < periodsInYear(parts.type, parts.year)
    ? spell({ ...parts, number: parts.number + 1 })
    : spell({ ...parts, year: parts.year + 1, number: 1 });
}

/** Week 53 has no counterpart in a year of 52 weeks: then the last week answers. */
export function samePeriodLastYear(period: Period): Period {
  const parts = partsOf(period);
  const year = parts.year - 1;
  return spell({ ...parts, year, number: Math.min(parts.number, periodsInYear(parts.type, year)) });
}

/**
 * The disjoint shorter periods that make up a period, coarsest first: a year is two half-years, four quarters
 * or twelve months; nine months are three quarters. Weeks nest in nothing.
 */
export function divisions(period: Period): Period[][] {
  const parts = partsOf(period);
  if (parts.type === "week" || parts.type === "month") return [];
  const [first, last] = monthsOf(parts);
  return (["half-year", "quarter", "month"] as const)
    .filter((type) => type !== parts.type)
    .map((type) => ({ type, length: lengths[type] }))
    .filter(({ length }) => (last - first + 1) % length === 0 && last - first + 1 > length)
    .map(({ type, length }) =>
      Array.from({ length: (last - first + 1) / length }, (_, index) =>
        spell({ type, year: parts.year, number: (first - 1) / length + index + 1 }),
      ),
    );
}

/** Whether every day of `inner` lies in `outer`. */
export function isWithin(inner: Period, outer: Period): boolean {
  const a = periodSpan(inner);
  const b = periodSpan(outer);
  return b.from <= a.from && a.to <= b.to;
}

/** The longest year, nine months, half-year or quarter that ends on a day; `undefined` when none does. */
export function longestPeriodEndingOn(asOf: string): Period | undefined {
  const year = Number(asOf.slice(0, 4));
  return [`${year}`, `${year}-9M`, `${year}-S1`, `${year}-Q1`].find((period) => periodEnd(period) === asOf);
}

const lengths: Record<Exclude<PeriodType, "week">, number> = {
  month: 1,
  quarter: 3,
  "half-year": 6,
  "nine-months": 9,
  year: 12,
};

/** First and last month of a period that is made of months. */
function monthsOf({ type, number }: Parts): [number, number] {
  if (type === "week") throw new Error("a week is not made of months");
  const length = lengths[type];
  return [(number - 1) * length + 1, number * length];
}

function split(text: string): Parts | undefined {
  for (const [type, pattern, most] of spellings) {
    const match = pattern.exec(text);
    if (!match) continue;
    const year = Number(match[1]);
    const number = match[2] === undefined ? 1 : Number(match[2]);
    const isThere = year >= 1900 && number >= 1 && number <= (type === "week" ? weeksIn(year) : most);
    return isThere ? { type, year, number } : undefined;
  }
  return undefined;
}

function partsOf(period: Period): Parts {
  const parts = split(period);
  if (!parts) throw new Error(`not a period: ${period}`);
  return parts;
}

function spell({ type, year, number }: Parts): Period {
  const two = String(number).padStart(2, "0");
  switch (type) {
    case "month":
      return `${year}-${two}`;
    case "week":
      return `${year}-W${two}`;
    case "quarter":
      return `${year}-Q${number}`;
    case "half-year":
      return `${year}-S${number}`;
    case "nine-months":
      return `${year}-9M`;
    case "year":
      return `${year}`;
  }
}

function periodsInYear(type: PeriodType, year: number): number {
  if (type === "week") return weeksIn(year);
  return type === "nine-months" ? 1 : 12 / lengths[type];
}

/** The week that holds 4 January is the first (ISO 8601). */
function weekSpan({ year, number }: Parts): { from: string; to: string } {
  const fourth = day(year, 1, 4);
  const from = addDays(fourth, 1 - weekday(fourth) + (number - 1) * 7);
  return { from, to: addDays(from, 6) };
}

function weeksIn(year: number): number {
  return weekday(day(year, 1, 1)) === 4 || weekday(day(year, 12, 31)) === 4 ? 53 : 52;
}
