import type { DataElement } from "#domain/data-element.ts";
import { earlierReading, readingOf, usualStep, type Series } from "./series.ts";
import type { CheckSettings } from "./settings.ts";
import { swappedNeighbours } from "./slips.ts";
import { gravityOf, type ValueFinding } from "./value-finding.ts";

/**
 * The number of the period before with two neighbouring digits swapped (2.316 after 2.361), where the step is larger
 * than this cell's steps usually are: only then is the swap the better explanation.
 */
export function checkDigits(
  series: Series,
  element: DataElement,
  settings: CheckSettings,
): ValueFinding | undefined {
  const { now, before } = series;
  const [last] = before;
  if (last === undefined || last < 100 || !Number.isInteger(now) || element.timeNature === "rate")
    return undefined;
  if (String(now).length !== String(last).length || !swappedNeighbours(String(last)).includes(String(now)))
    return undefined;
  const known = before.filter((value) => value !== undefined);
  if (known.length < settings.leastPeriods) return undefined;
  const step = Math.max(usualStep(before), 1);
  if (Math.abs(now - last) < settings.transposedSpreads * step) return undefined;
  const earlier = earlierReading(series, 1);
  return {
    code: "digits-transposed",
    kind: "digits",
    severity: "warning",
    gravity: gravityOf("digits-transposed", "warning"),
    facts: { value: now, last, earlier: earlier.period },
    cells: [readingOf(series), earlier],
  };
}
