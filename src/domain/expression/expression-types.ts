import { decimal, type Decimal } from "#domain/decimal.ts";
import { ExpressionError } from "./expression-error.ts";
import { functions, operandType, type ExpressionType } from "./functions.ts";
import type { ExpressionValue } from "./item.ts";
import type { SyntaxNode } from "./syntax-tree.ts";

/** The loosest level of chains that give a number; looser ones compare or combine and give yes or no. */
const firstNumberLevel = 4;

/** What a node gives, as far as its text tells; what a data element holds shows only when its value is there. */
export function typeOf(node: SyntaxNode): ExpressionType {
  switch (node.kind) {
    case "number":
    case "power":
      return "number";
    case "text":
      return "text";
    case "boolean":
      return "boolean";
    case "null":
      return "any";
    case "sign":
      return node.operator === "!" ? "boolean" : "number";
    case "chain":
      return node.level < firstNumberLevel ? "boolean" : "number";
    case "item":
      return itemType(node);
    case "sub-expression":
      return typeOf(node.inner);
    case "call":
      return callType(node);
  }
}

function itemType({ item }: Extract<SyntaxNode, { kind: "item" }>): ExpressionType {
  if (item.kind === "data-element") return "any";
  return item.kind === "org-unit-condition" ? "boolean" : "number";
}

function callType({ name, operands }: Extract<SyntaxNode, { kind: "call" }>): ExpressionType {
  const signature = functions.get(name);
  if (!signature || signature.result !== "any") return signature?.result ?? "any";
  return commonType(operands.filter((_operand, index) => operandType(signature, index) === "any"));
}

/** The first type that is known among nodes that must be of one type. */
export function commonType(nodes: readonly SyntaxNode[]): ExpressionType {
  for (const node of nodes) {
    const type = typeOf(node);
    if (type !== "any") return type;
  }
  return "any";
}

/** Throws unless a node may give what is wanted. */
export function checkType(node: SyntaxNode, wanted: ExpressionType): void {
  const type = typeOf(node);
  if (type === "any" || wanted === "any" || type === wanted) return;
  throw new ExpressionError("type-mismatch", node.at, { expected: wanted, found: type });
}

/** Reads a value as what is wanted: yes and no are 1 and 0 and the reverse; a text is never a number. */
export function asType(
  value: ExpressionValue | undefined,
  wanted: ExpressionType,
  at: number,
): ExpressionValue | undefined {
  switch (wanted) {
    case "number":
      return asNumber(value, at);
    case "boolean":
      return asBoolean(value, at);
    case "text":
      return typeof value === "object" ? value.toFixed() : value?.toString();
    case "any":
      return value;
  }
}

export function asNumber(value: ExpressionValue | undefined, at: number): Decimal | undefined {
  if (typeof value === "boolean") return decimal(value ? 1 : 0);
  if (typeof value !== "string") return value;
  throw new ExpressionError("type-mismatch", at, { expected: "number", found: "text" });
}

export function asBoolean(value: ExpressionValue | undefined, at: number): boolean | undefined {
  if (typeof value === "object") return !value.eq(0);
  if (typeof value !== "string") return value;
  throw new ExpressionError("type-mismatch", at, { expected: "boolean", found: "text" });
}

/** What a missing value counts as when the strategy goes on without it. */
export function neutralValue(wanted: ExpressionType): ExpressionValue {
  if (wanted === "text") return "";
  return wanted === "boolean" ? false : decimal(0);
}
