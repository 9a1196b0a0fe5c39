import type { ExpressionValue, Item } from "./item.ts";

/**
 * What becomes of an expression when reported values are missing; otherwise they count as 0. Values asked for by
 * `isNull`, `isNotNull` and `firstNonNull` do not count as missing.
 */
export const missingValueStrategies = [
  "SKIP_IF_ANY_VALUE_MISSING",
  "SKIP_IF_ALL_VALUES_MISSING",
  "NEVER_SKIP",
] as const;
export type MissingValueStrategy = (typeof missingValueStrategies)[number];

/** Finds the value of an item, with its modifiers applied; `undefined` when there is none. */
export type ItemLookup = (item: Item) => ExpressionValue | undefined;

export interface ExpressionContext {
  readonly value: ItemLookup;
  /** One look-up for each sampled period (or org unit), for the aggregate functions. */
  readonly samples?: readonly ItemLookup[];
}

/** One evaluation under way: what is looked up where, and how many reported values were found. */
export interface Evaluation {
  lookup: ItemLookup;
  readonly samples: readonly ItemLookup[];
  readonly strategy: MissingValueStrategy;
  /** Off inside `isNull` and the like, where a missing value is an answer. */
  replacesMissing: boolean;
  asked: number;
  found: number;
}

export type Evaluate = (evaluation: Evaluation) => ExpressionValue | undefined;

/** Whether the strategy gives up after what was found so far. */
export function isSkipped({ strategy, asked, found }: Evaluation): boolean {
  if (strategy === "SKIP_IF_ANY_VALUE_MISSING") return found < asked;
  return strategy === "SKIP_IF_ALL_VALUES_MISSING" && asked > 0 && found === 0;
}

/** Evaluates while missing values stay missing. */
export function evaluateAllowingMissing(
  evaluate: Evaluate,
  evaluation: Evaluation,
): ExpressionValue | undefined {
  const { replacesMissing } = evaluation;
  evaluation.replacesMissing = false;
  const value = evaluate(evaluation);
  evaluation.replacesMissing = replacesMissing;
  return value;
}

/**
 * Evaluates once for each sample, each by itself under the strategy, and keeps what has a value. All of them
 * together count as one value asked for.
 */
export function evaluateSamples(evaluate: Evaluate, evaluation: Evaluation): ExpressionValue[] {
  const values: ExpressionValue[] = [];
  let askedAny = evaluation.samples.length === 0;
  for (const lookup of evaluation.samples) {
    const sample: Evaluation = { ...evaluation, lookup, asked: 0, found: 0 };
    const value = evaluate(sample);
    askedAny ||= sample.asked > 0;
    if (value !== undefined && !isSkipped(sample)) values.push(value);
  }
  if (askedAny && evaluation.replacesMissing) {
    evaluation.asked += 1;
    if (values.length > 0) evaluation.found += 1;
  }
  return values;
}
