import { power } from "./arithmetic.ts";
import { compileFunction } from "./compile-functions.ts";
import type { Evaluate } from "./evaluation.ts";
import { ExpressionError } from "./expression-error.ts";
import {
  asBoolean,
  asNumber,
  asType,
  checkType,
  commonType,
  neutralValue,
  typeOf,
} from "./expression-types.ts";
import { functions, operandType, type ExpressionType } from "./functions.ts";
import { isReported, spellItem, type Item } from "./item.ts";
import { combineBy, onNumbers } from "./operators.ts";
import { printExpression } from "./print-expression.ts";
import type { CallNode, ChainNode, SubExpressionNode, SyntaxNode } from "./syntax-tree.ts";

/** The items met while compiling, by spelling. */
export interface Operands {
  readonly items: Map<string, Item>;
  readonly sampledItems: Map<string, Item>;
  /** Inside an aggregate function. */
  readonly isSampling: boolean;
}

/** Turns a tree into a function that gives what is wanted; throws an ExpressionError where the types cannot meet. */
export function compileNode(node: SyntaxNode, wanted: ExpressionType, operands: Operands): Evaluate {
  checkType(node, wanted);
  const run = compileByKind(node, wanted, operands);
  return typeOf(node) === wanted || wanted === "any"
    ? run
    : (evaluation) => asType(run(evaluation), wanted, node.at);
}

function compileByKind(node: SyntaxNode, wanted: ExpressionType, operands: Operands): Evaluate {
  switch (node.kind) {
    case "number":
    case "text":
    case "boolean":
      return () => node.value;
    case "null":
      return () => undefined;
    case "item":
      return compileItem(node.item, wanted, operands);
    case "sub-expression":
      return compileItem(subExpressionItem(node), wanted, operands);
    case "sign":
      return compileSign(node, operands);
    case "power":
      return compilePower(node, operands);
    case "chain":
      return compileChain(node, operands);
    case "call":
      return compileCall(node, wanted, operands);
  }
}

function compileItem(met: Item, wanted: ExpressionType, operands: Operands): Evaluate {
  const item = keepItem(met, operands);
  if (!isReported(item)) return ({ lookup }) => lookup(item);
  const neutral = neutralValue(wanted);
  return (evaluation) => {
    const value = evaluation.lookup(item);
    if (!evaluation.replacesMissing) return value;
    evaluation.asked += 1;
    if (value !== undefined) evaluation.found += 1;
    return value ?? neutral;
  };
}

/** One object for all items of one spelling, so that values may be kept by item. */
function keepItem(met: Item, { items, sampledItems, isSampling }: Operands): Item {
  const spelling = spellItem(met);
  const item = items.get(spelling) ?? sampledItems.get(spelling) ?? met;
  (isSampling ? sampledItems : items).set(spelling, item);
  return item;
}

function subExpressionItem(node: SubExpressionNode): Item {
  const { element, inner, modifiers } = node;
  const run = compileNode(inner, "any", { items: new Map(), sampledItems: new Map(), isSampling: false });
  return {
    kind: "sub-expression",
    element,
    formula: printExpression(inner),
    modifiers,
    apply: (value) =>
      run({
        lookup: () => value,
        samples: [],
        strategy: "NEVER_SKIP",
        replacesMissing: true,
        asked: 0,
        found: 0,
      }),
  };
}

function compileSign(node: Extract<SyntaxNode, { kind: "sign" }>, operands: Operands): Evaluate {
  const { operator, operand, at } = node;
  const run = compileNode(operand, operator === "!" ? "boolean" : "number", operands);
  if (operator === "+") return run;
  if (operator === "-") return (evaluation) => asNumber(run(evaluation), at)?.neg();
  return (evaluation) => {
    const value = asBoolean(run(evaluation), at);
    return value === undefined ? undefined : !value;
  };
}

function compileCall(
  { name, operands: nodes, at }: CallNode,
  wanted: ExpressionType,
  operands: Operands,
): Evaluate {
  const signature = functions.get(name);
  if (!signature) throw new ExpressionError("unknown-function", at, { name });
  if (signature.isAggregate && operands.isSampling)
    throw new ExpressionError("nested-aggregate", at, { name });
  const free = nodes.filter((_node, index) => operandType(signature, index) === "any");
  const common = signature.result === "any" && wanted !== "any" ? wanted : commonType(free);
  const runs = nodes.map((node, index) => {
    const isSampling = operands.isSampling || (signature.isAggregate === true && index === nodes.length - 1);
    const type = operandType(signature, index);
    return compileNode(node, type === "any" ? common : type, { ...operands, isSampling });
  });
  return compileFunction(name, runs, at);
}

const raise = onNumbers(power);

function compilePower(node: Extract<SyntaxNode, { kind: "power" }>, operands: Operands): Evaluate {
  const base = compileNode(node.base, "number", operands);
  const exponent = compileNode(node.exponent, "number", operands);
  return (evaluation) => raise(base(evaluation), exponent(evaluation), node.at);
}

/** What decides an `or` and an `and` before the rest is looked at. */
const decisiveValues: readonly (boolean | undefined)[] = [true, false];

/** Folds the operands from left to right. */
function compileChain(node: ChainNode, operands: Operands): Evaluate {
  const types = operandTypes(node);
  const start = compileNode(node.first, types[0] ?? "any", operands);
  const links = node.rest.map(({ operator, operand, at }, index) => ({
    at,
    combine: combineBy[operator],
    run: compileNode(operand, types[index] ?? "any", operands),
  }));
  const decisive = decisiveValues[node.level];
  return (evaluation) => {
    let value = start(evaluation);
    for (const { run, combine, at } of links) {
      if (value !== undefined && value === decisive) return value;
      value = combine(value, run(evaluation), at);
    }
    return value;
  };
}

/** What the operands beside each operator must be; from the second comparison on they meet a yes or no. */
function operandTypes({ level, first, rest }: ChainNode): ExpressionType[] {
  if (level < 2) return rest.map(() => "boolean");
  if (level > 3) return rest.map(() => "number");
  return rest.map(({ operand }, index) => (index === 0 ? commonType([first, operand]) : "boolean"));
}
