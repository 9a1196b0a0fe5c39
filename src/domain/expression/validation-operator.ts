import type { Decimal } from "#domain/decimal.ts";
import { compareNumbers } from "./arithmetic.ts";

/** How the two sides of a validation rule must stand to each other, in the words of DHIS2. */
export const validationOperators = [
  "equal_to",
  "not_equal_to",
  "greater_than",
  "greater_than_or_equal_to",
  "less_than",
  "less_than_or_equal_to",
  "compulsory_pair",
  "exclusive_pair",
] as const;
export type ValidationOperator = (typeof validationOperators)[number];

/** The sign of a comparison; pairs have none. */
export const operatorSigns: Readonly<Partial<Record<ValidationOperator, string>>> = {
  equal_to: "=",
  not_equal_to: "≠",
  greater_than: ">",
  greater_than_or_equal_to: "≥",
  less_than: "<",
  less_than_or_equal_to: "≤",
};

/**
 * Whether the sides stand as the rule says. A comparison with a missing side is not made: `undefined`. A compulsory
 * pair has both sides or neither, an exclusive pair at most one.
 */
export function holds(
  left: Decimal | undefined,
  operator: ValidationOperator,
  right: Decimal | undefined,
): boolean | undefined {
  if (operator === "compulsory_pair") return (left === undefined) === (right === undefined);
  if (operator === "exclusive_pair") return left === undefined || right === undefined;
  return left && right && compare(compareNumbers(left, right), operator);
}

function compare(
  order: number,
  operator: Exclude<ValidationOperator, "compulsory_pair" | "exclusive_pair">,
): boolean {
  switch (operator) {
    case "equal_to":
      return order === 0;
    case "not_equal_to":
      return order !== 0;
    case "greater_than":
      return order > 0;
    case "greater_than_or_equal_to":
      return order >= 0;
    case "less_than":
      return order < 0;
    case "less_than_or_equal_to":
      return order <= 0;
  }
}
