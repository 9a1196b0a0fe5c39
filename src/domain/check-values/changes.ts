import type { DataElement } from "#domain/data-element.ts";
import { isOfSeason, leavesItsRange, relativeScore } from "./expectation.ts";
import { plain } from "./outliers.ts";
import { increments, isStock, knownBefore, lastYear, readingOf, type Series } from "./series.ts";
import type { CheckSettings } from "./settings.ts";
import { likelySlip } from "./slips.ts";
import { mean } from "./statistics.ts";
import { gravityOf, type ValueFinding } from "./value-finding.ts";

/**
 * Many times more or less than both the mean of the last periods and the same period last year, or nothing at all where
 * there was always something. Small counts are left alone. A stock is held against the value before.
 */
export function checkChange(
  reported: Series,
  element: DataElement,
  settings: CheckSettings,
): ValueFinding | undefined {
  if (element.timeNature === "rate") return undefined; // a percentage is judged by its own spread
  const series = element.timeNature === "cumulative" ? increments(reported) : reported;
  if (!series || !leavesItsRange(series.now, series.before)) return undefined;
  const base = baseOf(series, element, settings);
  if (!base) return undefined;
  const { now } = series;
  const year = isStock(element) ? undefined : lastYear(series);
  const factor = isStock(element) ? settings.stockChangeFactor : settings.changeFactor;
  const isStrange = (against: number) => isManyTimes(now, against, factor, settings.changeFloor);
  if (!isStrange(base.usual) || (year !== undefined && !isStrange(year)) || isOfSeason(series, settings)) return undefined; // prettier-ignore
  if ((relativeScore(series, element, settings) ?? Infinity) < settings.changeSpreads) return undefined; // it swings widely all the time
  const code = now === 0 ? "sudden-zero" : "sudden-change";
  return {
    code,
    kind: "change",
    severity: "warning",
    gravity: gravityOf(code, "warning", now === 0 ? 0 : Math.min(10, 6 * Math.log10(ratio(now, base.usual) / factor))), // prettier-ignore
    facts: {
      value: now,
      usual: plain(base.usual),
      periods: base.count,
      factor: now === 0 ? 0 : plain(ratio(now, base.usual)),
      direction: now > base.usual ? "up" : "down",
      isAdded: series === reported ? 0 : 1,
      isStock: isStock(element) ? 1 : 0,
      ...(year !== undefined && { lastYear: year }),
      ...likelySlip(now, { usual: base.usual, spread: base.usual / 4 }),
    },
    cells: [readingOf(reported)],
  };
}

/** What it is held against: the last value of a stock, else the mean of the last periods. */
function baseOf(
  series: Series,
  element: DataElement,
  { changeMean }: CheckSettings,
): { readonly usual: number; readonly count: number } | undefined {
  const known = isStock(element) ? knownBefore(series, 3).slice(0, 1) : knownBefore(series, changeMean);
  const least = isStock(element) ? 1 : Math.ceil(changeMean / 2);
  const usual = mean(known);
  return usual === undefined || known.length < least ? undefined : { usual, count: known.length };
}

function isManyTimes(now: number, before: number, factor: number, floor: number): boolean {
  if (Math.max(now, before) < floor || now < 0 || before < 0) return false;
  return ratio(now, before) >= factor;
}

/** How many times the smaller goes into the greater; a count below one is taken for one. */
function ratio(a: number, b: number): number {
  return Math.max(a, b, 1) / Math.max(Math.min(a, b), 1);
}
