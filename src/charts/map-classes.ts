import { niceTicks, roundestWithin } from "./nice-numbers.ts";

/** `equal-counts` puts about as many units in each class, `equal-widths` about as wide a span. */
export const classMethods = ["equal-counts", "equal-widths"] as const;
export type ClassMethod = (typeof classMethods)[number];

/** One shade of the map: values from `from` (inclusive) to below `to`; the outer classes are open. */
export interface MapClass {
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly count: number;
  /** The least and the greatest value in it. */
  readonly least: number | undefined;
  readonly greatest: number | undefined;
}

export interface Classes {
  /** In the order of their values. */
  readonly classes: readonly MapClass[];
  /** Falls and rises with the unchanged between them: always five classes, some perhaps without a unit. */
  readonly isDiverging: boolean;
  /** From 0, or `undefined` for a missing number. */
  readonly classOf: (value: number | undefined) => number | undefined;
}

const most = 5;

/**
 * At most five classes with round borders. A border lies between two different values, so equal values are always
 * of one class; fewer different values than classes make fewer classes, never an empty one.
 */
export function classify(values: readonly number[], method: ClassMethod): Classes {
  const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  return withBorders(sorted, method === "equal-widths" ? evenBorders(sorted) : countedBorders(sorted), false);
}

/**
 * Five classes around zero for numbers that may fall and rise: much less, less, about the same, more, much more, with
 * the same borders on both sides, so that a fall and a rise of one size look equally strong.
 */
export function classifyChanges(values: readonly number[]): Classes {
  const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  const furthest = Math.max(0, ...sorted.map(Math.abs));
  if (furthest === 0) return withBorders(sorted, [], true);
  const [small, large] = [
    roundestWithin(furthest * 0.04, furthest * 0.08),
    roundestWithin(furthest * 0.3, furthest * 0.5),
  ];
  return withBorders(sorted, [-large, -small, small, large], true);
}

function withBorders(sorted: readonly number[], borders: readonly number[], isDiverging: boolean): Classes {
  const classOf = (value: number | undefined) =>
    value === undefined || !Number.isFinite(value)
      ? undefined
      : borders.filter((border) => value >= border).length;
  const members = Array.from({ length: sorted.length === 0 ? 0 : borders.length + 1 }, (_, index) =>
    sorted.filter((value) => classOf(value) === index),
  );
  const classes = members.map((inside, index) => ({
    from: borders[index - 1],
    to: borders[index],
    count: inside.length,
    least: inside[0],
    greatest: inside.at(-1),
  }));
  return { classes, classOf, isDiverging };
}

/** Borders that leave about a fifth of the values in each class, moved to where two neighbours differ. */
function countedBorders(sorted: readonly number[]): number[] {
  const steps = sorted.flatMap((value, index) => (index > 0 && value > sorted[index - 1]! ? [index] : []));
  const count = Math.min(most, steps.length + 1);
  const chosen = new Set<number>();
  for (let border = 1; border < count; border += 1) {
    const wanted = (border * sorted.length) / count;
    const free = steps.filter((step) => !chosen.has(step));
    chosen.add(
      free.reduce((best, step) => (Math.abs(step - wanted) < Math.abs(best - wanted) ? step : best)),
    );
  }
  return [...chosen]
    .toSorted((a, b) => a - b)
    .map((index) => roundestWithin(sorted[index - 1]!, sorted[index]!));
}

/** Round borders at equal distances; those between which nothing lies are left out. */
function evenBorders(sorted: readonly number[]): number[] {
  const [least, greatest] = [sorted[0], sorted.at(-1)];
  if (least === undefined || greatest === undefined || least === greatest) return [];
  const inner = niceTicks(least, greatest).filter((tick) => tick > least && tick <= greatest);
  const borders: number[] = [];
  for (const tick of inner) {
    const above = borders.at(-1) ?? Number.NEGATIVE_INFINITY;
    if (borders.length < most - 1 && sorted.some((value) => value >= above && value < tick)) borders.push(tick); // prettier-ignore
  }
  return borders.filter((border) => sorted.some((value) => value >= border));
}
