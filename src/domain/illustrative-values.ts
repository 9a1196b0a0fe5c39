import type { DataElement } from "./data-element.ts";
import type { DataValue } from "./data-value.ts";
import { decimal, sum, type Decimal } from "./decimal.ts";
import { freeSpread, oneEach, spreadBelow, vary } from "./illustrative-shares.ts";
import { listBounds, listCellOrders, type Bound } from "./illustrative-bounds.ts";
import { scaleOf } from "./illustrative-wholes.ts";
import { distribute, distributeWithin, type Part } from "./largest-remainder.ts";
import { periodEnd } from "./period.ts";
import type { ValidationRule } from "./validation-rule.ts";

/** People per commune on the communes of one day, with its source. */
export interface PopulationSeries {
  readonly id: string;
  /** The day from which this list of communes is the right one. */
  readonly tree: string;
  readonly source: string;
  readonly byOrgUnit: Readonly<Record<string, number>>;
}

export interface IllustrativeInput {
  readonly elements: readonly DataElement[];
  /** Reported facts; only those of `province` are spread over its communes. */
  readonly values: readonly DataValue[];
  readonly populations: readonly PopulationSeries[];
  readonly province: string;
  /** Where a rule holds one cell against another, the communes keep to it as the province does. */
  readonly rules?: readonly ValidationRule[];
  readonly seed: number;
}

/**
 * Invents commune values to try the product with: every provincial count is spread over the communes of its period by
 * population, varied by the seed. The communes add up to the province exactly; a month is at most its half-year, a
 * subset at most its whole, a numerator at most its denominator, a cell at most what a rule holds it against. Source
 * `illustrative`; the same seed, the same values.
 */
export function illustrateValues(input: IllustrativeInput): DataValue[] {
  const elements = new Map(input.elements.map((element) => [element.id, element]));
  const facts = input.values.filter((value) => isSpreadable(value, elements, input.province));
  const orders = listCellOrders(input.rules ?? []);
  const known = new Map<DataValue, readonly Part[]>();
  const begun = new Set<DataValue>();

  function sharesOf(fact: DataValue): readonly Part[] {
    const shares = known.get(fact) ?? spread(fact, elements.get(fact.element)!);
    known.set(fact, shares);
    return shares;
  }

  function spread(fact: DataValue, element: DataElement): readonly Part[] {
    begun.add(fact);
    const count = unitsOf(fact.value, scaleOf(fact.value));
    const people = populationOn(input.populations, periodEnd(fact.period));
    const seed = `${input.seed}|${fact.element}`;
    if (countsPlaces(element)) return oneEach(people, count, seed);
    const bounds = listBounds(fact, input.elements, facts, orders)
      .filter((bound) => bound.every((one) => known.has(one) || !begun.has(one))) // two rules that say a ≤ b ≤ a
      .map((bound) => ({ bound, shares: addShares(bound.map(sharesOf)) }))
      .filter(({ shares }) => isOnSameCommunes(shares, people));
    const weights = weigh(fact, bounds[0], people, seed);
    return spreadWithin(count, weights, bounds.map(({ shares }) => shares)); // prettier-ignore
  }

  return facts.flatMap((fact) => sharesOf(fact).map((part) => illustrate(fact, part)));
}

/** What arises in communes or districts and adds up; a bound (">22") or what is computed anyway is not spread. */
function isSpreadable(
  value: DataValue,
  elements: ReadonlyMap<string, DataElement>,
  province: string,
): boolean {
  const element = elements.get(value.element);
  return (
    value.orgUnit === province &&
    value.source === "reported" &&
    value.qualifier === undefined &&
    value.value.gte(0) &&
    element?.orgNature === "sum" &&
    element.timeNature !== "rate" &&
    element.formula === undefined &&
    ["xã", "huyện"].includes(element.level)
  );
}

/** Communes and their stations are counted once each, however many people live there. */
function countsPlaces(element: DataElement): boolean {
  return ["xã", "trạm"].includes(element.unit);
}

/** The last list of communes that had begun on that day; none before the first. */
function populationOn(populations: readonly PopulationSeries[], day: string): Part[] {
  const series = populations
    .toSorted((a, b) => (a.tree < b.tree ? -1 : 1))
    .findLast(({ tree }) => tree <= day);
  return Object.entries(series?.byOrgUnit ?? {}).map(([orgUnit, people]) => ({
    orgUnit,
    amount: BigInt(people),
  }));
}

interface BoundShares {
  readonly bound: Bound;
  readonly shares: readonly Part[];
}

/** A part of the same element takes the shares of its whole; of another element shares near them; of nothing, people. */
function weigh(
  fact: DataValue,
  first: BoundShares | undefined,
  people: readonly Part[],
  seed: string,
): readonly Part[] {
  if (!first) return vary(people, freeSpread, seed);
  if (first.bound.every(({ element }) => element === fact.element)) return first.shares;
  const whole = sum(first.bound.map(({ value }) => value)) ?? fact.value;
  return vary(first.shares, spreadBelow(fact.value, whole), seed);
}

/** Within all the bounds; where they leave too little room together, those that matter least give way. */
function spreadWithin(
  count: bigint,
  weights: readonly Part[],
  bounds: readonly (readonly Part[])[],
): readonly Part[] {
  for (let kept = bounds.length; kept > 0; kept -= 1) {
    const within = distributeWithin(count, weights, leastOf(bounds.slice(0, kept)));
    if (within) return within;
  }
  return distribute(count, weights);
}

function leastOf(bounds: readonly (readonly Part[])[]): Map<string, bigint> {
  const least = new Map<string, bigint>();
  for (const { orgUnit, amount } of bounds.flat()) {
    const before = least.get(orgUnit);
    if (before === undefined || amount < before) least.set(orgUnit, amount);
  }
  return least;
}

function addShares(all: readonly (readonly Part[])[]): readonly Part[] {
  const added = new Map<string, bigint>();
  for (const { orgUnit, amount } of all.flat()) added.set(orgUnit, (added.get(orgUnit) ?? 0n) + amount);
  return [...added].map(([orgUnit, amount]) => ({ orgUnit, amount }));
}

/** A whole over other communes (a year with a reform in it) cannot lend its shares. */
function isOnSameCommunes(shares: readonly Part[], people: readonly Part[]): boolean {
  const communes = new Set(people.map((part) => part.orgUnit));
  return shares.length === communes.size && shares.every((share) => communes.has(share.orgUnit));
}

function illustrate(fact: DataValue, { orgUnit, amount }: Part): DataValue {
  const { element, optionCombo: combo, period, asOf } = fact;
  const value = decimal(amount.toString()).times(decimal(`1e-${scaleOf(fact.value)}`));
  return {
    element,
    optionCombo: combo,
    period,
    orgUnit,
    value,
    ...(asOf && { asOf }),
    source: "illustrative",
  };
}

function unitsOf(value: Decimal, scale: number): bigint {
  return BigInt(value.times(decimal(`1e${scale}`)).toFixed(0));
}
