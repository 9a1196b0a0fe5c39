import type { DataElement } from "#domain/data-element.ts";
import { numberOf, periodType, previousPeriod, type Period } from "#domain/period.ts";
import { historyLengths } from "./settings.ts";
import { median } from "./statistics.ts";
import type { CellPlace, CellReading } from "./value-finding.ts";

/** A cell with what it held in the periods before. Numbers serve comparisons; `text` is the exact value. */
export interface Series extends CellPlace {
  readonly text: string;
  readonly now: number;
  /** The period just before comes first; `undefined` where nothing was reported. */
  readonly before: readonly (number | undefined)[];
}

/** The number of an exact text; `undefined` for a blank, and for one too large to be compared as a number. */
export function comparableNumber(text: string | undefined): number | undefined {
  const value = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** The periods a value is compared with, the one just before first. */
export function periodsBefore(period: Period, count = historyLengths[periodType(period)].periods): Period[] {
  const before: Period[] = [];
  for (let earlier = period; before.length < count;) before.push((earlier = previousPeriod(earlier)));
  return before;
}

/** The cell of a finding. */
export function readingOf({ element, optionCombo, orgUnit, period, text }: Series): CellReading {
  return { element, optionCombo, orgUnit, period, value: text };
}

/** The same cell in an earlier period, whose value is known. */
export function earlierReading(series: Series, periodsAgo: number): CellReading {
  const { element, optionCombo, orgUnit } = series;
  let { period } = series;
  for (let step = 0; step < periodsAgo; step++) period = previousPeriod(period);
  const value = series.before[periodsAgo - 1];
  return { element, optionCombo, orgUnit, period, ...(value !== undefined && { value: String(value) }) };
}

/** What is known of the periods before, the latest first. */
export function knownBefore({ before }: Pick<Series, "before">, most = before.length): number[] {
  const known: number[] = [];
  for (let index = 0; index < most && index < before.length; index++) {
    const value = before[index];
    if (value !== undefined) known.push(value);
  }
  return known;
}

/** The values of the same season: the same period of earlier years, and the ones beside it. */
export function sameSeason({ period, before }: Series): number[] {
  const { year } = historyLengths[periodType(period)];
  const beside = year >= 12 ? 1 : 0;
  const values: number[] = [];
  for (let ago = year; ago <= before.length + beside; ago += year)
    for (let near = ago - beside; near <= ago + beside; near++) {
      const value = before[near - 1];
      if (value !== undefined) values.push(value);
    }
  return values;
}

/** The value of the same period last year. */
export function lastYear({ period, before }: Series): number | undefined {
  return before[historyLengths[periodType(period)].year - 1];
}

/** How much the value usually moves from one period to the next: the scaled median of the steps. 0 when unknown. */
export function usualStep(before: readonly (number | undefined)[]): number {
  const steps: number[] = [];
  for (let index = 1; index < before.length; index++) {
    const later = before[index - 1];
    const earlier = before[index];
    if (later !== undefined && earlier !== undefined) steps.push(Math.abs(later - earlier));
  }
  return 1.4826 * (median(steps) ?? 0);
}

/** Stocks hardly move: they are compared with the value before, where flows are compared with their usual level. */
export function isStock({ timeNature }: Pick<DataElement, "timeNature">): boolean {
  return timeNature === "stock";
}

/** Whether it is counted in whole numbers. */
export function isCount({ valueType, timeNature }: Pick<DataElement, "valueType" | "timeNature">): boolean {
  return valueType === "integer" && timeNature !== "rate";
}

/**
 * A total since January as what was added in each period, which alone can be compared; `undefined` when the value
 * before it in the same year is not known, and when the total fell, which has a check of its own.
 */
export function increments(series: Series): Series | undefined {
  const values = [series.now, ...series.before];
  const first = numberOf(series.period);
  const { year } = historyLengths[periodType(series.period)];
  const added = values.map((value, index) => {
    const isFirstOfYear = ((first - 1 - index) % year + year) % year === 0; // prettier-ignore
    if (value === undefined || isFirstOfYear) return value;
    const before = values[index + 1];
    return before === undefined ? undefined : value - before;
  });
  const [now, ...before] = added;
  return now === undefined || now < 0 ? undefined : { ...series, now, before };
}
