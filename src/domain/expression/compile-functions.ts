import { decimal, type Decimal } from "#domain/decimal.ts";
import { aggregates, percentile } from "./aggregates.ts";
import { bounded, compareNumbers, logarithm, normalDensity, normalShare } from "./arithmetic.ts";
import { evaluateAllowingMissing, evaluateSamples, type Evaluate } from "./evaluation.ts";
import { asBoolean, asNumber, neutralValue } from "./expression-types.ts";
import type { ExpressionValue } from "./item.ts";

type Value = ExpressionValue | undefined;

/** Makes a function of operands that are compiled already. */
export function compileFunction(name: string, operands: readonly Evaluate[], at: number): Evaluate {
  const special = specialFunctions.get(name);
  if (special) return special(operands, at);
  const numeric = numericFunctions.get(name);
  if (numeric) return overNumbers(operands, at, numeric);
  const ofTexts = textFunctions.get(name);
  if (ofTexts) return overTexts(operands, ofTexts);
  return overSamples(name, operands, at);
}

const specialFunctions: ReadonlyMap<string, (operands: readonly Evaluate[], at: number) => Evaluate> =
  new Map([
    ["if", compileIf],
    ["is", compileIs],
    ["isNull", ([operand]: readonly Evaluate[]) => isMissing(operand, true)],
    ["isNotNull", ([operand]: readonly Evaluate[]) => isMissing(operand, false)],
    ["firstNonNull", compileFirstNonNull],
    ["greatest", (operands, at) => extreme(operands, at, 1)],
    ["least", (operands, at) => extreme(operands, at, -1)],
  ]);

/** Only the branch that is taken is evaluated, so that the other one's gaps do not count. */
function compileIf([condition, whenTrue, whenFalse]: readonly Evaluate[], at: number): Evaluate {
  return (evaluation) => {
    const isMet = asBoolean(condition?.(evaluation), at);
    return isMet === undefined ? undefined : isMet ? whenTrue?.(evaluation) : whenFalse?.(evaluation);
  };
}

function compileIs([operand, ...members]: readonly Evaluate[]): Evaluate {
  return (evaluation) => {
    const value = operand?.(evaluation);
    if (value === undefined) return undefined;
    return members.some((member) => isSame(value, member(evaluation)));
  };
}

function isSame(value: ExpressionValue, other: Value): boolean {
  return typeof value === "object" && typeof other === "object"
    ? compareNumbers(value, other) === 0
    : value === other;
}

function isMissing(operand: Evaluate | undefined, wanted: boolean): Evaluate {
  return (evaluation) => !operand || (evaluateAllowingMissing(operand, evaluation) === undefined) === wanted;
}

function compileFirstNonNull(operands: readonly Evaluate[]): Evaluate {
  return (evaluation) => {
    for (const operand of operands) {
      const value = evaluateAllowingMissing(operand, evaluation);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

/** What is missing in spite of the strategy (a `null`, a division by zero) is passed over. */
function extreme(operands: readonly Evaluate[], at: number, direction: 1 | -1): Evaluate {
  return (evaluation) =>
    operands
      .map((operand) => asNumber(operand(evaluation), at))
      .filter((value) => value !== undefined)
      .reduce<Decimal | undefined>(
        (best, value) => (best === undefined || value.cmp(best) === direction ? value : best),
        undefined,
      );
}

type NumericFunction = (first: Decimal, second: Decimal | undefined, third: Decimal | undefined) => Value;

const numericFunctions: ReadonlyMap<string, NumericFunction> = new Map<string, NumericFunction>([
  ["log", logarithm],
  ["log10", (value) => logarithm(value, decimal(10))],
  ["removeZeros", (value) => (value.eq(0) ? undefined : value)],
  ["normDistCum", (value, mean, spread) => normalShare(value.toNumber(), ...normal(mean, spread))],
  ["normDistDen", (value, mean, spread) => normalDensity(value.toNumber(), ...normal(mean, spread))],
]);

function normal(mean: Decimal | undefined, spread: Decimal | undefined): [number, number] {
  return [mean?.toNumber() ?? 0, spread?.toNumber() ?? 1];
}

/** An operand that is written but missing makes the result missing. */
function overNumbers(operands: readonly Evaluate[], at: number, compute: NumericFunction): Evaluate {
  return (evaluation) => {
    const numbers = operands.map((operand) => asNumber(operand(evaluation), at));
    const [first] = numbers;
    if (first === undefined || numbers.includes(undefined)) return undefined;
    return compute(first, numbers[1], numbers[2]);
  };
}

type TextFunction = (text: string, parts: readonly string[]) => boolean;

const textFunctions: ReadonlyMap<string, TextFunction> = new Map<string, TextFunction>([
  ["contains", (text, parts) => parts.every((part) => text.includes(part))],
  ["containsItems", (text, parts) => parts.every((part) => text.split(",").includes(part))],
]);

function overTexts(operands: readonly Evaluate[], compute: TextFunction): Evaluate {
  return (evaluation) => {
    const values = operands.map((operand) => operand(evaluation));
    if (values.includes(undefined)) return undefined;
    const [text = "", ...parts] = values.map(String);
    return compute(text, parts);
  };
}

/** The last operand is what is sampled; one before it belongs to the period itself. */
function overSamples(name: string, operands: readonly Evaluate[], at: number): Evaluate {
  const sampled = operands.at(-1);
  const share = operands.length > 1 ? operands[0] : undefined;
  const aggregate = aggregates.get(name);
  return (evaluation) => {
    if (!sampled) return undefined;
    const values = evaluateSamples(sampled, evaluation);
    const wantedShare = share && asNumber(share(evaluation), at);
    if (values.length === 0) return evaluation.replacesMissing ? neutralValue("number") : undefined;
    if (name === "count") return decimal(values.length);
    const numbers = values.map((value) => asNumber(value, at)).filter((value) => value !== undefined);
    const result = share ? wantedShare && percentile(numbers, wantedShare) : aggregate?.(numbers);
    return result && bounded(result);
  };
}
