import type { Series } from "./series.ts";
import { usualStep } from "./series.ts";

/**
 * How probable it is that two periods in a row give the very same number without anybody copying: the density of the
 * usual step at zero. Round numbers (most of the history ends in 0) meet more often. 1 where the cell never moves.
 */
export function chanceOfRepeating({ before }: Pick<Series, "before">, from = 0): number {
  const history = before.slice(from);
  const step = usualStep(history);
  return step === 0 ? 1 : Math.min(1, (0.4 * grainOf(history)) / step);
}

/** The same from the last few steps alone: where a great many cells are asked, none of them decides by itself. */
export function roughChanceOfRepeating({ now, before }: Pick<Series, "now" | "before">): number {
  let later = now;
  let total = 0;
  let steps = 0;
  for (const value of before) {
    if (value === undefined) continue;
    total += Math.abs(later - value);
    later = value;
    if (++steps === 8) break;
  }
  // The mean step of normal data is 1.128 of their spread, the density of a step at zero 0.282 of it.
  return total === 0 ? 1 : Math.min(1, (0.318 * steps) / total);
}

/** 10 where at least half of the numbers end in 0, 100 where they end in 00. */
function grainOf(history: readonly (number | undefined)[]): number {
  const known = history.filter((value): value is number => value !== undefined && value !== 0);
  const isMostly = (grain: number) => known.filter((value) => value % grain === 0).length * 2 >= known.length;
  return known.length === 0 ? 1 : ([1000, 100, 10].find(isMostly) ?? 1);
}

/** At most how probable it is that chance gives `found` where it gives `expected` on average (Chernoff's bound). */
export function chanceOfSoMany(found: number, expected: number): number {
  if (found <= expected) return 1;
  const mean = Math.max(expected, 1e-9);
  return Math.exp(found - mean - found * Math.log(found / mean));
}
