import type { DataElement } from "#domain/data-element.ts";
import {
  isOfSeason,
  leavesItsRange,
  plainExpectation,
  robustExpectation,
  type Expectation,
} from "./expectation.ts";
import { increments, isStock, readingOf, sameSeason, type Series } from "./series.ts";
import type { CheckSettings } from "./settings.ts";
import { likelySlip } from "./slips.ts";
import { gravityOf, type ValueFinding } from "./value-finding.ts";

/**
 * A value far from what the cell usually holds: by the modified z-score (median and MAD), and where the settings ask
 * for it by the plain one. A total since January is judged by what it added.
 */
export function checkOutlier(
  reported: Series,
  element: DataElement,
  settings: CheckSettings,
): ValueFinding | undefined {
  const series = element.timeNature === "cumulative" ? increments(reported) : reported;
  if (!series) return undefined;
  const isSeasonal = settings.sameSeasonOnly > 0 && !isStock(element);
  if (!leavesItsRange(series.now, isSeasonal ? sameSeason(series) : series.before)) return undefined;
  return (
    judge("outlier-modified-z", settings.modifiedZ, robustExpectation) ??
    judge("outlier-z", settings.plainZ, plainExpectation)
  );

  function judge(
    code: string,
    threshold: number,
    expect: (series: Series, element: DataElement, settings: CheckSettings) => Expectation | undefined,
  ): ValueFinding | undefined {
    if (threshold <= 0) return undefined;
    const expectation = expect(series!, element, settings);
    if (!expectation || !isBeyond(series!, expectation, threshold, settings)) return undefined;
    return describe(code, reported, series!, expectation);
  }
}

function isBeyond(
  series: Series,
  { usual, spread }: Expectation,
  threshold: number,
  settings: CheckSettings,
): boolean {
  const distance = Math.abs(series.now - usual);
  return (
    distance >= threshold * spread && distance >= settings.leastDifference && !isOfSeason(series, settings)
  );
}

function describe(code: string, reported: Series, series: Series, expectation: Expectation): ValueFinding {
  const { usual, spread, count } = expectation;
  const score = (series.now - usual) / spread;
  return {
    code,
    kind: "outlier",
    severity: "warning",
    gravity: gravityOf(code, "warning", Math.min(14, 4 * Math.log2(Math.abs(score) / 4))),
    facts: {
      value: series.now,
      usual: plain(usual),
      score: plain(score),
      periods: count,
      isAdded: series === reported ? 0 : 1,
      ...likelySlip(series.now, expectation),
    },
    cells: [readingOf(reported)],
  };
}

/** A number for people, not for sums. */
export function plain(value: number): number {
  return Number(value.toPrecision(4));
}
