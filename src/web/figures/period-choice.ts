import {
  isWithin, numberOf, parsePeriod, periodEnd, periodSpan, periodType, previousPeriod, samePeriodLastYear, yearOf, type Period,
  type PeriodType,
} from "#domain/period.ts"; // prettier-ignore
import { foldWords } from "./fold-words.ts";

/** `12-thang`: the last twelve months, counted when the page is opened. */
const latest = /^(\d{1,2})-(thang|quy|nua-nam|nam)$/;
const latestTypes: Readonly<Record<string, PeriodType>> = {
  thang: "month",
  quy: "quarter",
  "nua-nam": "half-year",
  nam: "year",
};

/** What is chosen, as periods in the order of the choice; the last so many end with the period that holds `day`. */
export function expandPeriods(chosen: readonly string[], day: string): Period[] {
  const periods = chosen.flatMap((text) => {
    const [, count, type] = latest.exec(text) ?? [];
    if (count === undefined) return parsePeriod(text) ?? [];
    return lastPeriods(latestTypes[type ?? ""] ?? "month", Math.min(Number(count), 60), day);
  });
  return [...new Set(periods)];
}

/** The last periods of a type, oldest first; the last of them holds the day. */
export function lastPeriods(type: PeriodType, count: number, day: string): Period[] {
  const periods = [periodAround(type, day)];
  while (periods.length < count) periods.unshift(previousPeriod(periods[0]!));
  return periods;
}

/** All periods of a type in a year. */
export function periodsOfYear(type: PeriodType, year: number): Period[] {
  if (type === "year") return [`${year}`];
  if (type === "nine-months") return [`${year}-9M`];
  const last = periodAround(type, type === "week" ? `${year}-12-28` : `${year}-12-31`);
  return lastPeriods(type, numberOf(last), periodEnd(last));
}

function periodAround(type: PeriodType, day: string): Period {
  const [year = "", month = ""] = day.split("-");
  switch (type) {
    case "month":
      return `${year}-${month}`;
    case "quarter":
      return `${year}-Q${Math.ceil(Number(month) / 3)}`;
    case "half-year":
      return `${year}-S${Number(month) < 7 ? 1 : 2}`;
    case "nine-months":
      return `${year}-9M`;
    case "year":
      return year;
    case "week": {
      const weeks = Array.from({ length: 53 }, (_, index) => parsePeriod(`${year}-W${index + 1}`)).filter((week) => week !== undefined); // prettier-ignore
      return weeks.find((week) => periodEnd(week) >= day) ?? weeks.at(-1)!;
    }
  }
}

/** What somebody typed, period by period: "6 tháng 2023, năm trước" → `2023-S1`, `2022-S1`; and what was not understood. */
export function readPeriods(typed: string): { readonly periods: Period[]; readonly unread: string[] } {
  const periods: Period[] = [];
  const unread: string[] = [];
  for (const piece of typed.split(/[,;\n]|\s+và\s+/u)) {
    if (piece.trim() === "") continue;
    const found = readOne(foldWords(piece), periods.at(-1)) ?? [];
    if (found.length === 0) unread.push(piece.trim());
    periods.push(...found);
  }
  return { periods: [...new Set(periods)], unread };
}

function readOne(text: string, before: Period | undefined): Period[] | undefined {
  const plain = parsePeriod(text);
  if (plain) return [plain];
  if (/^(cung ky|nam truoc|cung ky nam truoc)$/.test(text)) return before ? [samePeriodLastYear(before)] : undefined; // prettier-ignore
  if (text === "ky truoc") return before ? [previousPeriod(before)] : undefined;
  for (const [pattern, spell] of spellings) {
    const match = pattern.exec(text);
    if (!match) continue;
    const years = yearsIn(match.at(-1) ?? "");
    const numbers = match.slice(1, -1);
    return years.flatMap((year) => spell(year, numbers)).flatMap((period) => parsePeriod(period) ?? []);
  }
  return undefined;
}

const year = "(?:nam )?(\\d{4}(?: ?[-–] ?\\d{4})?)$";
const spellings: readonly (readonly [
  RegExp,
  (year: number, numbers: readonly (string | undefined)[]) => string[],
])[] = [
  [new RegExp(`^6 thang cuoi ${year}`), (of) => [`${of}-S2`]],
  [new RegExp(`^6 thang (?:dau )?${year}`), (of) => [`${of}-S1`]],
  [new RegExp(`^9 thang (?:dau )?${year}`), (of) => [`${of}-9M`]],
  [new RegExp(`^quy ([1-4]|iv|i{1,3})[ /]+${year}`), (of, [quarter]) => [`${of}-Q${quarterNumber(quarter)}`]],
  [
    new RegExp(`^thang (\\d{1,2})(?: ?[-–] ?(\\d{1,2}))?[ /]+${year}`),
    (of, [first, last]) => monthsBetween(of, Number(first), Number(last ?? first)),
  ],
  [new RegExp(`^tuan (\\d{1,2})[ /]+${year}`), (of, [week]) => [`${of}-W${week}`]],
  [new RegExp(`^(?:ca )?${year}`), (of) => [`${of}`]],
];

function quarterNumber(text = ""): number {
  return ["i", "ii", "iii", "iv"].indexOf(text) + 1 || Number(text);
}

function monthsBetween(of: number, first: number, last: number): string[] {
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return months
    .filter((month) => month >= first && month <= last)
    .map((month) => `${of}-${String(month).padStart(2, "0")}`);
}

function yearsIn(text: string): number[] {
  const [first = 0, last = first] = text.split(/ ?[-–] ?/).map(Number);
  return Array.from({ length: Math.max(0, Math.min(last - first + 1, 30)) }, (_, index) => first + index);
}

/** The periods of one type, oldest first; of several types the type of the last one chosen decides. */
export function sameTypeOldestFirst(periods: readonly Period[]): Period[] {
  const type = periods[0] === undefined ? undefined : periodType(periods[0]);
  return periods
    .filter((period) => periodType(period) === type)
    .toSorted((a, b) => (periodEnd(a) < periodEnd(b) ? -1 : 1));
}

/** Where a period lies in time, in days: the middle of its span. */
export function dayNumber(period: Period): number {
  const { from, to } = periodSpan(period);
  return (Date.parse(from) + Date.parse(to)) / 2 / 86_400_000;
}

/** The period with values nearest to one that has none; the later of two equally near. */
export function nearestPeriod(period: Period, withValues: readonly Period[]): Period | undefined {
  const distance = (other: Period) =>
    Math.abs(Date.parse(periodEnd(other)) - Date.parse(periodEnd(period))) +
    (periodType(other) === periodType(period) ? 0 : 1) -
    (isWithin(other, period) ? 2 : 0) -
    yearOf(other) / 10_000;
  return withValues.filter((other) => other !== period).toSorted((a, b) => distance(a) - distance(b))[0];
}

/** The end of the last period that has values, not after today; plans and denominators of whole years reach beyond. */
export function latestValuesDay(periods: readonly { readonly period: Period }[], today: string): string {
  const ends = periods
    .filter(({ period }) => periodType(period) !== "year")
    .map(({ period }) => periodEnd(period))
    .filter((end) => end <= today);
  return ends.toSorted().at(-1) ?? today;
}
