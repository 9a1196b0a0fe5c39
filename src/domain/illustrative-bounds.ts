import { hasDimensions, optionCombo, parseOptionCombo } from "./breakdown.ts";
import type { DataElement } from "./data-element.ts";
import type { DataValue } from "./data-value.ts";
import { sum } from "./decimal.ts";
import { parseExpression } from "./expression/parse-expression.ts";
import { findDenominator, findWholes, scaleOf } from "./illustrative-wholes.ts";
import type { ValidationRule } from "./validation-rule.ts";

/** One cell that a rule keeps at or below another one of the same unit and period. */
export interface CellOrder {
  readonly part: RuleCell;
  readonly whole: RuleCell;
}

export interface RuleCell {
  /** Id or key. */
  readonly element: string;
  readonly optionCombo: string;
}

/** Facts which together are at least another fact, in the province and so in every commune. */
export type Bound = readonly DataValue[];

/** What those rules say that hold one cell against another (`#{a} ≤ #{b}`); rules that compute anything say nothing here. */
export function listCellOrders(rules: readonly ValidationRule[]): CellOrder[] {
  return rules.flatMap(({ left, operator, right }) => {
    const [a, b] = [readCell(left.expression), readCell(right.expression)];
    if (!a || !b) return [];
    if (operator === "less_than_or_equal_to") return [{ part: a, whole: b }];
    return operator === "greater_than_or_equal_to" ? [{ part: b, whole: a }] : [];
  });
}

function readCell(expression: string): RuleCell | undefined {
  const { root } = parseExpression(expression);
  if (root.kind !== "item" || root.item.kind !== "data-element") return undefined;
  const { dataElement, breakdown } = root.item;
  return breakdown && { element: dataElement, optionCombo: optionCombo(breakdown) };
}

/**
 * All that a fact may not exceed, what matters most first: the same cell over a longer period, the total of its
 * breakdown, what rules hold it against, the denominator of its percentage.
 */
export function listBounds(
  fact: DataValue,
  elements: readonly DataElement[],
  facts: readonly DataValue[],
  orders: readonly CellOrder[],
): Bound[] {
  const find = (name: string): DataElement | undefined =>
    elements.find(({ id }) => id === name) ??
    elements.find(({ key, onlyRoles }) => key === name && !onlyRoles);
  const element = find(fact.element);
  const ofRules = orders
    .filter(({ part }) => part.optionCombo === fact.optionCombo && find(part.element) === element)
    .map(({ whole }) => readWhole(whole.optionCombo, find(whole.element), fact, facts))
    .filter((bound) => isAtLeast(bound, fact));
  const denominator = findDenominator(fact, elements, facts);
  return [
    ...(element ? findWholes(fact, element, facts).map((whole) => [whole]) : []),
    ...ofRules,
    ...(denominator ? [[denominator]] : []),
  ];
}

/** The cell as it was reported, or else the parts that make it up: so does the check read it. */
function readWhole(
  combo: string,
  element: DataElement | undefined,
  { period }: DataValue,
  facts: readonly DataValue[],
): Bound {
  const cells = facts.filter((other) => other.element === element?.id && other.period === period);
  const reported = cells.find((cell) => cell.optionCombo === combo);
  if (reported) return [reported];
  const partition = element?.breakdowns.find(({ relation }) => combo === "" && relation === "partition");
  if (!partition) return [];
  return cells.filter((cell) =>
    hasDimensions(parseOptionCombo(cell.optionCombo) ?? {}, partition.dimensions),
  );
}

/** Only what is counted in the same decimals, and not smaller, can bound. */
function isAtLeast(bound: Bound, { value }: DataValue): boolean {
  const total = sum(bound.map((one) => one.value));
  return (
    total !== undefined && total.gte(value) && bound.every((one) => scaleOf(one.value) === scaleOf(value))
  );
}
