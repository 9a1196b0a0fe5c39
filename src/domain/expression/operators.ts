import type { Decimal } from "#domain/decimal.ts";
import { bounded, compareNumbers, quotient, remainder } from "./arithmetic.ts";
import { asBoolean, asNumber, asType } from "./expression-types.ts";
import type { ExpressionValue } from "./item.ts";
import type { ChainOperator } from "./syntax-tree.ts";

type Value = ExpressionValue | undefined;

/** Two values made one; `at` is where the operator stands, for values that cannot meet. */
export type Combine = (left: Value, right: Value, at: number) => Value;

/** What every operator does. A missing operand makes the result missing, unless the other one decides it. */
export const combineBy: Readonly<Record<ChainOperator, Combine>> = {
  "||": (left, right, at) => decide(left, right, at, true),
  "&&": (left, right, at) => decide(left, right, at, false),
  "==": comparing((order) => order === 0),
  "!=": comparing((order) => order !== 0),
  "<": comparing((order) => order < 0),
  ">": comparing((order) => order > 0),
  "<=": comparing((order) => order <= 0),
  ">=": comparing((order) => order >= 0),
  "+": onNumbers((left, right) => bounded(left.plus(right))),
  "-": onNumbers((left, right) => bounded(left.minus(right))),
  "*": onNumbers((left, right) => bounded(left.times(right))),
  "/": onNumbers((left, right) => quotient(left, right)),
  "%": onNumbers(remainder),
};

/** Computes with two numbers; missing when either is. */
export function onNumbers(compute: (left: Decimal, right: Decimal) => Decimal | undefined): Combine {
  return (left, right, at) => {
    const first = asNumber(left, at);
    const second = asNumber(right, at);
    return first && second && compute(first, second);
  };
}

function decide(left: Value, right: Value, at: number, deciding: boolean): boolean | undefined {
  const first = asBoolean(left, at);
  const second = asBoolean(right, at);
  if (first === deciding || second === deciding) return deciding;
  return first === undefined || second === undefined ? undefined : !deciding;
}

function comparing(holds: (order: number) => boolean): Combine {
  return (left, right, at) =>
    left === undefined || right === undefined ? undefined : holds(orderOf(left, right, at));
}

/** Below 0, 0 or above 0, as the first comes before, with or after the second; no comes before yes. */
function orderOf(left: ExpressionValue, right: ExpressionValue, at: number): number {
  if (typeof left === "string" || typeof right === "string") {
    return compareTexts(String(asType(left, "text", at)), String(asType(right, "text", at)));
  }
  const [first, second] = [asNumber(left, at), asNumber(right, at)];
  return first && second ? compareNumbers(first, second) : 0;
}

/** By character code, as DHIS2 does: dates in ISO spelling come in their order. */
function compareTexts(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
