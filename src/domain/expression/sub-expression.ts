import { ExpressionError } from "./expression-error.ts";
import { functions } from "./functions.ts";
import { noModifiers, spellItem, type DataElementItem } from "./item.ts";
import { childrenOf, mapItems, type SubExpressionNode, type SyntaxNode } from "./syntax-tree.ts";

/**
 * Makes `subExpression(…)` one item: the formula is used on every reported value of its data element before these
 * are aggregated. Throws when it is not about exactly one data element, always in the same periods.
 */
export function parseSubExpression(operands: readonly SyntaxNode[], at: number): SubExpressionNode {
  const [inner] = operands;
  if (!inner || operands.length > 1) {
    const facts = { name: "subExpression", least: 1, most: 1, found: operands.length };
    throw new ExpressionError("wrong-argument-count", at, facts);
  }
  const elements = new Map<string, DataElementItem>();
  collectElements(inner, elements);
  const [element] = elements.values();
  if (!element || elements.size > 1) {
    throw new ExpressionError("sub-expression-items", at, { found: elements.size });
  }
  return {
    kind: "sub-expression",
    element: { ...element, modifiers: noModifiers },
    inner: withoutModifiers(inner),
    modifiers: element.modifiers,
    at,
  };
}

function collectElements(node: SyntaxNode, elements: Map<string, DataElementItem>): void {
  const isAggregate = node.kind === "call" && functions.get(node.name)?.isAggregate === true;
  const isOther = node.kind === "item" && node.item.kind !== "data-element";
  if (isAggregate || isOther || node.kind === "sub-expression") {
    throw new ExpressionError("sub-expression-items", node.at);
  }
  if (node.kind === "item" && node.item.kind === "data-element")
    elements.set(spellItem(node.item), node.item);
  for (const child of childrenOf(node)) collectElements(child, elements);
}

function withoutModifiers(inner: SyntaxNode): SyntaxNode {
  return mapItems(inner, (leaf) =>
    leaf.kind === "item" && "modifiers" in leaf.item
      ? { ...leaf, item: { ...leaf.item, modifiers: noModifiers } }
      : leaf,
  );
}
