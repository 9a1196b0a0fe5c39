import { expect, test } from "vitest";
import { decimal, type Decimal } from "#domain/decimal.ts";
import { holds, type ValidationOperator } from "./validation-operator.ts";

test.each<[number | undefined, ValidationOperator, number | undefined, boolean | undefined]>([
  [5, "less_than_or_equal_to", 5, true],
  [7, "less_than_or_equal_to", 5, false],
  [5, "less_than", 5, false],
  [5, "greater_than_or_equal_to", 5, true],
  [5, "greater_than", 4, true],
  [5, "equal_to", 5, true],
  [5, "not_equal_to", 5, false],
  [undefined, "less_than", 5, undefined],
  [5, "equal_to", undefined, undefined],
  [0, "equal_to", undefined, undefined],
  [undefined, "compulsory_pair", undefined, true],
  [0, "compulsory_pair", undefined, false],
  [undefined, "compulsory_pair", 3, false],
  [0, "compulsory_pair", 3, true],
  [undefined, "exclusive_pair", undefined, true],
  [4, "exclusive_pair", undefined, true],
  [4, "exclusive_pair", 0, false],
])("under-five deaths %s %s all deaths %s: %s", (left, operator, right, expected) => {
  expect(holds(side(left), operator, side(right))).toBe(expected);
});

function side(value: number | undefined): Decimal | undefined {
  return value === undefined ? undefined : decimal(value);
}

test("a third of three is one to a validation rule too", () => {
  expect(holds(decimal(1).div(3).times(3), "equal_to", decimal(1))).toBe(true);
});
