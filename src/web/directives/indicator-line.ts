import type { LineChart, LinePoint } from "#charts/line-chart.ts";
import type { PublishedFigure } from "#contract/figure.ts";
import { periodEnd, samePeriodLastYear, type Period } from "#domain/period.ts";
import { withoutUnit } from "./overview-bars.ts";

export interface LineWords {
  readonly title: string;
  readonly missing: string;
  readonly periodName: (period: Period) => string;
}

type LineFigure = Pick<PublishedFigure, "period" | "value" | "text" | "unit" | "state">;

/**
 * The line of an indicator over the same period of each year, from its first figure to its last; years between without
 * a figure are gaps. `undefined` with fewer than two figures: one number is no line.
 */
export function indicatorLine(figures: readonly LineFigure[], words: LineWords): LineChart | undefined {
  const there = new Map(figures.filter(({ value }) => value !== null).map((figure) => [figure.period, figure]));
  if (there.size < 2) return undefined;
  const periods = withYearsBetween([...there.keys()]);
  const unit = [...there.values()].at(-1)?.unit ?? "";
  return {
    title: words.title,
    unit,
    times: periods.map(words.periodName),
    positions: periods.map((period) => Date.parse(periodEnd(period)) / 86_400_000),
    series: [{ name: words.title, points: periods.map((period) => pointOf(there.get(period), unit, words.missing)) }],
  };
} // prettier-ignore

/** In the order of time, with the same period of every year between two of them. */
function withYearsBetween(periods: readonly Period[]): readonly Period[] {
  const all = new Set(periods);
  const first = periods.reduce((a, b) => (periodEnd(a) < periodEnd(b) ? a : b));
  for (const period of periods)
    for (let at = samePeriodLastYear(period); periodEnd(at) > periodEnd(first); at = samePeriodLastYear(at))
      all.add(at);
  return [...all].toSorted((a, b) => (periodEnd(a) < periodEnd(b) ? -1 : 1));
}

/** The unit stands once above the picture, not at every point. */
function pointOf(figure: LineFigure | undefined, unit: string, missing: string): LinePoint {
  if (!figure) return { text: missing };
  const text = withoutUnit({ text: figure.text, unit });
  return { value: Number(figure.value), text, isProvisional: figure.state === "provisional" };
}
