import type { DataElement } from "./data-element.ts";
import type { DataValue } from "./data-value.ts";
import { decimal, type Decimal } from "./decimal.ts";
import { freeSpread, oneEach, spreadBelow, vary } from "./illustrative-shares.ts";
import { findDenominator, findWhole, scaleOf } from "./illustrative-wholes.ts";
import { distribute, type Part } from "./largest-remainder.ts";
import { periodEnd } from "./period.ts";

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
  readonly seed: number;
}

/**
 * Invents commune values to try the product with: every provincial count is spread over the communes of its period by
 * population, varied by the seed. The communes add up to the province exactly; a month is at most its half-year, a
 * subset at most its whole, a numerator at most its denominator. Source `illustrative`; the same seed, the same values.
 */
export function illustrateValues(input: IllustrativeInput): DataValue[] {
  const elements = new Map(input.elements.map((element) => [element.id, element]));
  const facts = input.values.filter((value) => isSpreadable(value, elements, input.province));
  const known = new Map<DataValue, readonly Part[]>();

  function sharesOf(fact: DataValue): readonly Part[] {
    const shares = known.get(fact) ?? spread(fact, elements.get(fact.element)!);
    known.set(fact, shares);
    return shares;
  }

  function spread(fact: DataValue, element: DataElement): readonly Part[] {
    const count = unitsOf(fact.value, scaleOf(fact.value));
    const people = populationOn(input.populations, periodEnd(fact.period));
    const seed = `${input.seed}|${fact.element}`;
    if (countsPlaces(element)) return oneEach(people, count, seed);
    const whole = findWhole(fact, element, facts);
    if (whole) return distribute(count, onSameCommunes(sharesOf(whole), people));
    const denominator = findDenominator(fact, input.elements, facts);
    return denominator
      ? distribute(
          count,
          vary(
            onSameCommunes(sharesOf(denominator), people),
            spreadBelow(fact.value, denominator.value),
            seed,
          ),
        )
      : distribute(count, vary(people, freeSpread, seed));
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

/** A whole over other communes (a year with a reform in it) cannot lend its shares. */
function onSameCommunes(shares: readonly Part[], people: readonly Part[]): readonly Part[] {
  const communes = new Set(people.map((part) => part.orgUnit));
  const isSame = shares.length === communes.size && shares.every((share) => communes.has(share.orgUnit));
  return isSame ? shares : people;
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
