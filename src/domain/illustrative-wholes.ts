import { optionCombo } from "./breakdown.ts";
import type { DataElement, Item } from "./data-element.ts";
import type { DataValue } from "./data-value.ts";
import type { Decimal } from "./decimal.ts";
import { isWithin, monthCount, yearPeriod } from "./period.ts";

/** The facts that this one is a part of: the same cell over longer periods, the longest first; the total of its breakdown. */
export function findWholes(fact: DataValue, element: DataElement, facts: readonly DataValue[]): DataValue[] {
  const larger = facts.filter((other) => other.element === fact.element && isAtMost(fact, other));
  const longer = larger
    .filter((other) => other.optionCombo === fact.optionCombo && other.period !== fact.period)
    .filter((other) => element.timeNature === "flow" && isWithin(fact.period, other.period))
    .toSorted((a, b) => monthCount(b.period) - monthCount(a.period));
  const total = larger.find(
    (other) => fact.optionCombo !== "" && other.optionCombo === "" && other.period === fact.period,
  );
  return total ? [...longer, total] : longer;
}

/** The denominator of a percentage that this fact is the numerator of, reported for the same period or its year. */
export function findDenominator(
  fact: DataValue,
  elements: readonly DataElement[],
  facts: readonly DataValue[],
): DataValue | undefined {
  const denominators = new Set(
    elements.flatMap(({ formula }) =>
      formula?.kind === "ratio" && formula.factor === 100 && cellOf(formula.numerator) === factCell(fact)
        ? [cellOf(formula.denominator)]
        : [],
    ),
  );
  return facts.find(
    (other) =>
      denominators.has(factCell(other)) &&
      [fact.period, yearPeriod(fact.period)].includes(other.period) &&
      isAtMost(fact, other),
  );
}

function cellOf({ element, breakdown }: Item): string {
  return `${element} ${optionCombo(breakdown ?? {})}`;
}

function factCell(fact: DataValue): string {
  return `${fact.element} ${fact.optionCombo}`;
}

/** Only a whole that is counted in the same decimals, and not smaller, can lend its shares. */
function isAtMost(fact: DataValue, other: DataValue): boolean {
  return other.value.gte(fact.value) && scaleOf(other.value) === scaleOf(fact.value);
}

/** How many decimals a value is written with. */
export function scaleOf(value: Decimal): number {
  return value.toFixed().split(".")[1]?.length ?? 0;
}
