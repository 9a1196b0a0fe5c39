import type { DataElement } from "#domain/data-element.ts";
import { checkChange } from "./changes.ts";
import { checkDigits } from "./digits.ts";
import { checkLimit, checkNature, type ValueLimit } from "./limits.ts";
import { checkOutlier } from "./outliers.ts";
import { checkRepeatedValue } from "./repetition.ts";
import { readingOf, type Series } from "./series.ts";
import type { CheckSettings } from "./settings.ts";
import type { CheckKind, ValueFinding } from "./value-finding.ts";

/** Everything that can be said about one cell from its own history and limit. */
export function checkSeries(
  series: Series,
  element: DataElement,
  { kinds, settings, limit }: { readonly kinds: ReadonlySet<CheckKind>; readonly settings: CheckSettings; readonly limit?: ValueLimit | undefined },
): ValueFinding[] {
  const found: ValueFinding[] = [];
  const cell = { ...readingOf(series), value: series.text };
  if (kinds.has("limit")) found.push(...checkNature(cell, element), ...(limit ? checkLimit(cell, limit) : []));
  if (!Number.isFinite(series.now)) return found; // more digits than a number holds: only exact checks can judge it
  const strange = oneOf([
    kinds.has("digits") && checkDigits(series, element, settings),
    kinds.has("change") && checkChange(series, element, settings),
    kinds.has("outlier") && checkOutlier(series, element, settings),
  ]);
  if (strange) found.push(strange);
  const repeated = kinds.has("repetition") && checkRepeatedValue(series, element, settings);
  if (repeated) found.push(repeated);
  return found;
} // prettier-ignore

/** One strange number is one finding: the check that explains most speaks, the others are only named. */
function oneOf(candidates: readonly (ValueFinding | undefined | false)[]): ValueFinding | undefined {
  const [first, ...others] = candidates.filter(
    (one): one is ValueFinding => one !== undefined && one !== false,
  );
  if (!first || others.length === 0) return first;
  return { ...first, also: others.map(({ code }) => code) };
}
