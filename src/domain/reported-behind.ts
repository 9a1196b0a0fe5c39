import { aggregateRule } from "./aggregate.ts";
import { periodsInside, yearToDateParts } from "./aggregate-periods.ts";
import { hasDimensions, parseOptionCombo } from "./breakdown.ts";
import type { DataElement } from "./data-element.ts";
import type { DataValue } from "./data-value.ts";
import { isWithin, periodEnd, periodSpan, yearPeriod, type Period } from "./period.ts";
import type { Tree, Trees } from "./tree-comparison-tree.ts";
import type { TreeChoice, TreeComparison } from "./tree-comparison.ts";

/** A figure as asked for, of which the reported values are wanted. */
export interface FigureBehind {
  readonly element: DataElement;
  readonly optionCombo: string;
  readonly orgUnit: string;
  readonly period: Period;
  readonly tree: TreeChoice;
  readonly yearToDate: boolean;
}

/** The units whose values for a period may go into a figure. */
export type PlacesBehind = ReadonlyMap<Period, ReadonlySet<string>>;

/**
 * For which periods and units values may have been reported that a figure is made of: the native periods inside its
 * own, and the units that stood below its unit at their end; on another tree, the units it is put together from there.
 */
export function listPlacesBehind(
  asked: FigureBehind,
  comparison: TreeComparison,
  trees: Trees,
): PlacesBehind {
  const { element, orgUnit, period, tree, yearToDate } = asked;
  const rule = aggregateRule(element);
  const places = new Map<Period, Set<string>>();
  const add = (unit: string, native: Period) =>
    places.set(native, (places.get(native) ?? new Set()).add(unit));
  for (const part of yearToDate ? yearToDateParts(period) : [period]) {
    const composition = comparison.compose(orgUnit, part, tree, rule.time === "last");
    for (const term of composition.kind === "terms" ? composition.terms : []) {
      for (const native of nativesOf(element, term.period)) {
        const isAlone = term.ownOnly || rule.units === "none";
        const units = isAlone ? [term.unit] : trees.on(periodEnd(native)).subtreeOf(term.unit);
        for (const unit of units) add(unit, native);
      }
    }
  }
  return places;
}

/** What is collected once a year holds for every period of that year; a rate only for its own. */
function nativesOf(element: DataElement, period: Period): Period[] {
  if (aggregateRule(element).time === "exact") return [period];
  const isYearly = element.collected === "year" && element.timeNature === "stock";
  return [...new Set([...periodsInside(period), ...(isYearly ? [yearPeriod(period)] : [])])];
}

/** A reported value behind a figure; `isCovered` by one for a unit and period that include its own. */
export interface ValueBehind {
  readonly value: DataValue;
  readonly isCovered: boolean;
}

/**
 * The values that a figure is made of, by unit and period: of a total that a unit did not report, its parts; of a
 * stock, each unit's last.
 */
export function chooseValuesBehind(
  { element, optionCombo }: FigureBehind,
  places: PlacesBehind,
  values: readonly DataValue[],
  trees: Trees,
): ValueBehind[] {
  const here = values.filter(({ period, orgUnit }) => places.get(period)?.has(orgUnit));
  const cells = optionCombo === "" ? totalsOrParts(element, here) : here.filter((value) => value.optionCombo === optionCombo); // prettier-ignore
  const chosen = aggregateRule(element).time === "last" ? lastOfUnits(cells) : cells;
  const isCovered = coverageOf(chosen, trees);
  return chosen
    .map((value) => ({ value, isCovered: isCovered(value) }))
    .toSorted((a, b) => compare(a.value, b.value));
}

/** Which kind of cell makes up a total: the total itself, else the first partition that was reported. */
function totalsOrParts(element: DataElement, values: readonly DataValue[]): DataValue[] {
  const partitions = element.breakdowns.filter(({ relation }) => relation === "partition");
  const rankOf = (combo: string): number => {
    if (combo === "") return 0;
    const found = partitions.findIndex(({ dimensions }) => hasDimensions(parseOptionCombo(combo) ?? {}, dimensions)); // prettier-ignore
    return found === -1 ? Infinity : found + 1;
  };
  const best = new Map<string, number>();
  const ranked = values.map((value) => ({ value, rank: rankOf(value.optionCombo), place: placeOf(value.orgUnit, value.period) })); // prettier-ignore
  for (const { place, rank } of ranked) best.set(place, Math.min(rank, best.get(place) ?? Infinity));
  return ranked
    .filter(({ rank, place }) => rank !== Infinity && rank === best.get(place))
    .map(({ value }) => value);
}

function lastOfUnits(values: readonly DataValue[]): DataValue[] {
  const last = new Map<string, string>();
  for (const { orgUnit, period } of values) {
    const end = periodEnd(period);
    if (end > (last.get(orgUnit) ?? "")) last.set(orgUnit, end);
  }
  return values.filter(({ orgUnit, period }) => periodEnd(period) === last.get(orgUnit));
}

/** Whether another of the values is for a unit at or above, and a period around, the one asked about. */
function coverageOf(values: readonly DataValue[], trees: Trees): (value: DataValue) => boolean {
  const periods = [...new Set(values.map(({ period }) => period))];
  const reported = new Set(values.map(({ orgUnit, period }) => placeOf(orgUnit, period)));
  const around = new Map(periods.map((period) => [period, periods.filter((other) => isWithin(period, other))])); // prettier-ignore
  return ({ orgUnit, period }) =>
    around
      .get(period)!
      .some((other) =>
        atOrAbove(orgUnit, trees.on(periodEnd(period))).some(
          (unit) => (unit !== orgUnit || other !== period) && reported.has(placeOf(unit, other)),
        ),
      );
}

function atOrAbove(unit: string, tree: Tree): string[] {
  const found = new Set<string>();
  for (let uid: string | undefined = unit; uid !== undefined && !found.has(uid); uid = tree.parentOf(uid)) found.add(uid); // prettier-ignore
  return [...found];
}

function placeOf(unit: string, period: Period): string {
  return `${unit}|${period}`;
}

function compare(a: DataValue, b: DataValue): number {
  const [spanA, spanB] = [periodSpan(a.period), periodSpan(b.period)];
  return (
    inOrder(a.orgUnit, b.orgUnit) ||
    inOrder(spanA.from, spanB.from) ||
    inOrder(spanB.to, spanA.to) || // what holds others before them
    inOrder(a.optionCombo, b.optionCombo)
  );
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
