import type { DataElement } from "#domain/data-element.ts";
import { isCount, isStock, knownBefore, sameSeason, usualStep, type Series } from "./series.ts";
import type { CheckSettings } from "./settings.ts";
import { mean, median, robustSpread, standardDeviation } from "./statistics.ts";

/** What a cell usually holds, and how much it usually strays from that. */
export interface Expectation {
  readonly usual: number;
  readonly spread: number;
  /** From how many earlier values. */
  readonly count: number;
}

/**
 * What the history lets expect: of a flow the median with its robust spread, of a stock its last value with the usual
 * step. The spread is never less than chance alone gives a count (its square root) or a share of its level, so that a
 * history without any variance cannot make a small step an outlier. `undefined` where too few periods are known.
 */
export function robustExpectation(
  series: Series,
  element: DataElement,
  settings: CheckSettings,
): Expectation | undefined {
  const known = comparable(series, element, settings);
  if (!known) return undefined;
  if (isStock(element)) {
    const usual = known[0]!;
    return { usual, spread: Math.max(usualStep(series.before), leastSpread(usual, settings.stockSpreadShare)), count: known.length }; // prettier-ignore
  }
  const usual = median(known)!;
  return { usual, spread: Math.max(robustSpread(known, usual), floorOf(usual, element, settings)), count: known.length }; // prettier-ignore
}

/** The same from mean and standard deviation, as in a plain z-score. */
export function plainExpectation(
  series: Series,
  element: DataElement,
  settings: CheckSettings,
): Expectation | undefined {
  const known = comparable(series, element, settings);
  if (!known) return undefined;
  const usual = mean(known)!;
  const spread = Math.max(standardDeviation(known) ?? 0, floorOf(usual, element, settings));
  return { usual, spread, count: known.length };
}

/** The earlier values to compare with: all of them, or where the settings say so those of the same season alone. */
function comparable(series: Series, element: DataElement, settings: CheckSettings): number[] | undefined {
  const isSeasonal = settings.sameSeasonOnly > 0 && !isStock(element);
  const known = isSeasonal ? sameSeason(series) : knownBefore(series);
  const least = isSeasonal ? Math.min(settings.leastPeriods, leastOfSeason) : settings.leastPeriods;
  return known.length < least ? undefined : known;
}

/** Two years give five: the same month of each and the ones beside it, but for those still to come. */
const leastOfSeason = 5;

function floorOf(usual: number, element: DataElement, settings: CheckSettings): number {
  const chance = isCount(element) ? Math.sqrt(Math.max(1, Math.abs(usual))) : 0;
  const share = isStock(element) ? settings.stockSpreadShare : settings.spreadShare;
  return Math.max(chance, leastSpread(usual, share));
}

function leastSpread(usual: number, share: number): number {
  return Math.max(Math.abs(usual) * share, 1e-9);
}

/** Whether the same season of earlier years had such values too. */
export function isOfSeason(series: Series, { seasonTolerance }: CheckSettings): boolean {
  const season = sameSeason(series);
  if (season.length === 0) return false;
  const least = Math.min(...season);
  const most = Math.max(...season);
  return series.now >= least / seasonTolerance && series.now <= most * seasonTolerance;
}

/**
 * Whether the value lies outside of what the cell held before; one odd value on each side does not count. Asked first,
 * because it costs one pass, and because what a cell held twice is not strange in it.
 */
export function leavesItsRange(now: number, before: readonly (number | undefined)[]): boolean {
  let most = -Infinity;
  let second = -Infinity;
  let least = Infinity;
  let secondLeast = Infinity;
  for (const value of before) {
    if (value === undefined) continue;
    if (value > most) [most, second] = [value, most];
    else if (value > second) second = value;
    if (value < least) [least, secondLeast] = [value, least];
    else if (value < secondLeast) secondLeast = value;
  }
  return now > second || now < secondLeast;
}

/**
 * How many usual spreads lie between the value and the usual one when they are compared as multiples of each other, as
 * counts of cases must be: their noise grows with their size. `undefined` where too few periods are known.
 */
export function relativeScore(
  series: Series,
  element: DataElement,
  settings: CheckSettings,
): number | undefined {
  const known = comparable(series, element, settings);
  if (!known) return undefined;
  const logarithms = known.map((value) => Math.log(Math.max(value, 0) + 0.5));
  const usual = median(logarithms)!;
  const spread = Math.max(robustSpread(logarithms, usual), 1 / Math.sqrt(Math.exp(usual) + 1), 0.05);
  return Math.abs(Math.log(Math.max(series.now, 0) + 0.5) - usual) / spread;
}
