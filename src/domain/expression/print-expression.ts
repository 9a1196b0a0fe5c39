import { spellItem, spellModifiers } from "./item.ts";
import { chainOperators, type SyntaxNode } from "./syntax-tree.ts";
import { quoteText } from "./text-literal.ts";

const signLevel = chainOperators.length;
const powerLevel = signLevel + 1;
const operandLevel = powerLevel + 1;

/** The plainest spelling of an expression; reading it gives the same tree. */
export function printExpression(node: SyntaxNode): string {
  switch (node.kind) {
    case "number":
      return node.text;
    case "text":
      return quoteText(node.value);
    case "boolean":
      return String(node.value);
    case "null":
      return "null";
    case "item":
      return spellItem(node.item);
    case "sign":
      return node.operator + printAbove(node.operand, signLevel);
    case "power":
      return `${printAbove(node.base, operandLevel)} ^ ${printAbove(node.exponent, signLevel)}`;
    case "chain":
      return printChain(node);
    case "call":
      return `${node.name}(${printOperands(node.name, node.operands.map(printExpression))})`;
    case "sub-expression":
      return `subExpression(${printExpression(node.inner)})${spellModifiers(node.modifiers)}`;
  }
}

function printChain({ level, first, rest }: Extract<SyntaxNode, { kind: "chain" }>): string {
  const links = rest.map(({ operator, operand }) => ` ${operator} ${printAbove(operand, level + 1)}`);
  return printAbove(first, level + 1) + links.join("");
}

function printOperands(name: string, [first = "", ...others]: readonly string[]): string {
  return name === "is" ? `${first} in ${others.join(", ")}` : [first, ...others].join(", ");
}

/** With brackets when it would be read as part of something tighter. */
function printAbove(node: SyntaxNode, level: number): string {
  const text = printExpression(node);
  return levelOf(node) < level ? `(${text})` : text;
}

function levelOf(node: SyntaxNode): number {
  if (node.kind === "chain") return node.level;
  if (node.kind === "sign") return signLevel;
  return node.kind === "power" ? powerLevel : operandLevel;
}
