import type { Decimal } from "#domain/decimal.ts";
import type { DataElementItem, Modifiers, PlainItem } from "./item.ts";

/** Operators that are read from left to right, from the loosest to the tightest. */
export const chainOperators = [
  ["||"],
  ["&&"],
  ["==", "!="],
  ["<", ">", "<=", ">="],
  ["+", "-"],
  ["*", "/", "%"],
] as const;
export type ChainOperator = (typeof chainOperators)[number][number];

/** Words that mean the same as a sign. */
export const operatorWords: ReadonlyMap<string, ChainOperator | "!"> = new Map([
  ["or", "||"],
  ["and", "&&"],
  ["not", "!"],
]);

interface Place {
  /** The character where it begins. */
  readonly at: number;
}

/** A chain holds any number of operands, so that a sum of a thousand items is not a thousand levels deep. */
export interface ChainNode extends Place {
  readonly kind: "chain";
  /** Index into `chainOperators`. */
  readonly level: number;
  readonly first: SyntaxNode;
  readonly rest: readonly (Place & { readonly operator: ChainOperator; readonly operand: SyntaxNode })[];
}

export interface CallNode extends Place {
  readonly kind: "call";
  readonly name: string;
  readonly operands: readonly SyntaxNode[];
}

export interface SubExpressionNode extends Place {
  readonly kind: "sub-expression";
  readonly element: DataElementItem;
  readonly inner: SyntaxNode;
  readonly modifiers: Modifiers;
}

export interface ItemNode extends Place {
  readonly kind: "item";
  readonly item: PlainItem;
}

export type SyntaxNode =
  | (Place & { readonly kind: "number"; readonly value: Decimal; readonly text: string })
  | (Place & { readonly kind: "text"; readonly value: string })
  | (Place & { readonly kind: "boolean"; readonly value: boolean })
  | (Place & { readonly kind: "null" })
  | ItemNode
  | (Place & { readonly kind: "sign"; readonly operator: "+" | "-" | "!"; readonly operand: SyntaxNode })
  | (Place & { readonly kind: "power"; readonly base: SyntaxNode; readonly exponent: SyntaxNode })
  | ChainNode
  | CallNode
  | SubExpressionNode;

/** The nodes directly below. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  switch (node.kind) {
    case "sign":
      return [node.operand];
    case "power":
      return [node.base, node.exponent];
    case "chain":
      return [node.first, ...node.rest.map(({ operand }) => operand)];
    case "call":
      return node.operands;
    case "sub-expression":
      return [node.inner];
    default:
      return [];
  }
}

/** The same tree with other items; a sub-expression counts as one item. */
export function mapItems(
  node: SyntaxNode,
  change: (leaf: ItemNode | SubExpressionNode) => SyntaxNode,
): SyntaxNode {
  const map = (child: SyntaxNode): SyntaxNode => mapItems(child, change);
  switch (node.kind) {
    case "item":
    case "sub-expression":
      return change(node);
    case "sign":
      return { ...node, operand: map(node.operand) };
    case "power":
      return { ...node, base: map(node.base), exponent: map(node.exponent) };
    case "chain":
      return {
        ...node,
        first: map(node.first),
        rest: node.rest.map((link) => ({ ...link, operand: map(link.operand) })),
      };
    case "call":
      return { ...node, operands: node.operands.map(map) };
    default:
      return node;
  }
}
