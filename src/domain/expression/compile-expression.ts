import type { Decimal } from "#domain/decimal.ts";
import { compileNode, type Operands } from "./compile-node.ts";
import {
  isSkipped,
  type Evaluate,
  type Evaluation,
  type ExpressionContext,
  type MissingValueStrategy,
} from "./evaluation.ts";
import { asNumber, typeOf } from "./expression-types.ts";
import type { ExpressionType } from "./functions.ts";
import type { ExpressionValue, Item } from "./item.ts";
import { parseExpression, type Mention } from "./parse-expression.ts";
import { printExpression } from "./print-expression.ts";

export interface CompiledExpression {
  /** As it was written. */
  readonly text: string;
  /** Its plainest spelling; two expressions of one spelling are the same. */
  readonly spelling: string;
  readonly type: ExpressionType;
  /** What it needs for the period itself, each item once, with its modifiers: the very objects that are looked up. */
  readonly items: readonly Item[];
  /** What its aggregate functions need for every sampled period. */
  readonly sampledItems: readonly Item[];
  readonly mentions: readonly Mention[];
  /** The value, or `undefined` when it is missing. Throws an ExpressionError when a text stands for a number. */
  readonly evaluate: (
    context: ExpressionContext,
    strategy: MissingValueStrategy,
  ) => ExpressionValue | undefined;
  /** The same as a number: yes is 1 and no is 0. */
  readonly calculate: (context: ExpressionContext, strategy: MissingValueStrategy) => Decimal | undefined;
}

/**
 * Reads an expression in the language of DHIS2 once, to be evaluated any number of times. Decimals are exact; only
 * logarithms, roots and powers that are not whole may lose digits. Throws an ExpressionError at the character.
 */
export function compileExpression(text: string): CompiledExpression {
  const { root, mentions } = parseExpression(text);
  const operands: Operands = { items: new Map(), sampledItems: new Map(), isSampling: false };
  const run = compileNode(root, "any", operands);
  return {
    text,
    spelling: printExpression(root),
    type: typeOf(root),
    items: [...operands.items.values()],
    sampledItems: [...operands.sampledItems.values()],
    mentions,
    evaluate: (context, strategy) => evaluateWith(run, context, strategy),
    calculate: (context, strategy) => asNumber(evaluateWith(run, context, strategy), 0),
  };
}

function evaluateWith(
  run: Evaluate,
  { value: lookup, samples = [] }: ExpressionContext,
  strategy: MissingValueStrategy,
): ExpressionValue | undefined {
  const evaluation: Evaluation = { lookup, samples, strategy, replacesMissing: true, asked: 0, found: 0 };
  const value = run(evaluation);
  return isSkipped(evaluation) ? undefined : value;
}

/** The text as it was written, with every item replaced by its name; modifiers stay as they are. */
export function describeExpression(
  { text, mentions }: Pick<CompiledExpression, "text" | "mentions">,
  nameOf: (item: Item) => string,
): string {
  let described = "";
  let end = 0;
  for (const { item, from, to } of mentions) {
    described += text.slice(end, from) + nameOf(item);
    end = to;
  }
  return described + text.slice(end);
}
