import { decimal, type Decimal } from "#domain/decimal.ts";
import { isWithinRange } from "./arithmetic.ts";
import { ExpressionError } from "./expression-error.ts";
import { functions } from "./functions.ts";
import type { PlainItem } from "./item.ts";
import { applyModifiers, readModifiers } from "./read-modifiers.ts";
import { readItem } from "./read-item.ts";
import { parseSubExpression } from "./sub-expression.ts";
import { chainOperators, operatorWords, type SyntaxNode } from "./syntax-tree.ts";
import { readText } from "./text-literal.ts";
import { TokenReader, type Token } from "./tokens.ts";

/** An item as it stands in the source, without what is said about it outside. */
export interface Mention {
  readonly item: PlainItem;
  readonly from: number;
  readonly to: number;
}

export interface ParsedExpression {
  readonly root: SyntaxNode;
  /** In the order of the source. */
  readonly mentions: readonly Mention[];
}

/** Nobody nests so deep; it keeps hostile input off the call stack. */
const mostLevels = 200;

/** Reads the text of an expression; throws an ExpressionError at the first character that does not fit. */
export function parseExpression(text: string): ParsedExpression {
  const reader = new TokenReader(text);
  if (reader.peek().type === "end") throw new ExpressionError("empty", 0);
  const parser = new ExpressionParser(reader);
  const root = parser.parseChain(0);
  if (reader.peek().type !== "end") reader.fail("operator");
  return { root, mentions: parser.mentions };
}

class ExpressionParser {
  readonly mentions: Mention[] = [];
  private readonly reader: TokenReader;
  private depth = 0;

  constructor(reader: TokenReader) {
    this.reader = reader;
  }

  /** Operands joined by operators of one level, read from left to right. */
  parseChain(level: number): SyntaxNode {
    const operators = chainOperators[level];
    if (!operators) return this.parseSigned();
    const first = this.parseChain(level + 1);
    const rest = [];
    for (;;) {
      const token = this.reader.peek();
      const name = operatorWords.get(token.text) ?? token.text;
      const operator = operators.find((candidate) => candidate === name);
      if (!operator) break;
      this.reader.take();
      rest.push({ operator, operand: this.parseChain(level + 1), at: token.from });
    }
    return rest.length === 0 ? first : { kind: "chain", level, first, rest, at: first.at };
  }

  /** A sign binds tighter than `*` and looser than `^`: −2 ^ 2 is −4. */
  private parseSigned(): SyntaxNode {
    const { from } = this.reader.peek();
    if (++this.depth > mostLevels) throw new ExpressionError("too-deep", from, { most: mostLevels });
    const sign = this.reader.takeIf("+", "-", "!", "not");
    const node: SyntaxNode = sign
      ? { kind: "sign", operator: signOf(sign), operand: this.parseSigned(), at: from }
      : this.parsePower();
    this.depth -= 1;
    return node;
  }

  /** Powers alone are read from right to left: 2 ^ 3 ^ 2 is 512. */
  private parsePower(): SyntaxNode {
    const base = this.parseModified();
    return this.reader.takeIf("^")
      ? { kind: "power", base, exponent: this.parseSigned(), at: base.at }
      : base;
  }

  private parseModified(): SyntaxNode {
    return applyModifiers(this.parseOperand(), readModifiers(this.reader));
  }

  private parseOperand(): SyntaxNode {
    const token = this.reader.peek();
    const { from: at, text } = token;
    if (this.reader.takeIf("(")) return this.parseUntilClosed();
    switch (token.type) {
      case "number":
        return { kind: "number", value: readNumber(this.reader.take()), text, at };
      case "text":
        return { kind: "text", value: readText(this.reader.take().text), at };
      case "item":
        return { kind: "item", item: this.mention(readItem(token), this.reader.take()), at };
      case "word":
        return this.parseWord(token);
      default:
        return this.reader.fail("value");
    }
  }

  private parseWord({ text, from: at }: Token): SyntaxNode {
    if (operatorWords.has(text)) this.reader.fail("value");
    this.reader.take();
    if (text === "true" || text === "false") return { kind: "boolean", value: text === "true", at };
    if (text === "null") return { kind: "null", at };
    if (text === "orgUnit") return this.parseOrgUnitCondition(at);
    if (text.startsWith("d2:")) throw new ExpressionError("individual-record", at, { name: text });
    if (text !== "subExpression" && !functions.has(text)) {
      throw new ExpressionError("unknown-function", at, { name: text });
    }
    return this.parseCall(text, at);
  }

  private parseCall(name: string, at: number): SyntaxNode {
    this.reader.expect("(");
    const operands: SyntaxNode[] = [];
    if (!this.reader.takeIf(")")) {
      do operands.push(this.parseChain(0));
      while (this.reader.takeIf(name === "is" && operands.length === 1 ? "in" : ","));
      this.reader.expect(")");
    }
    if (name === "subExpression") return parseSubExpression(operands, at);
    const { least, most } = functions.get(name) ?? { least: 0, most: 0 };
    if (operands.length < least || operands.length > most) {
      throw new ExpressionError("wrong-argument-count", at, { name, least, most, found: operands.length });
    }
    return { kind: "call", name, operands, at };
  }

  /** `orgUnit.group(uid, …)` and its like: whether the org unit is one of those. */
  private parseOrgUnitCondition(at: number): SyntaxNode {
    this.reader.expect(".");
    const word = this.reader.peek();
    if (word.text === "program")
      throw new ExpressionError("individual-record", at, { name: "orgUnit.program" });
    const condition = (["ancestor", "dataSet", "group"] as const).find((name) => name === word.text);
    if (!condition) throw new ExpressionError("unknown-function", at, { name: `orgUnit.${word.text}` });
    this.reader.take();
    this.reader.expect("(");
    const uids: string[] = [];
    do uids.push(this.reader.peek().type === "word" ? this.reader.take().text : this.reader.fail("uid"));
    while (this.reader.takeIf(","));
    const { to } = this.reader.expect(")");
    return {
      kind: "item",
      item: this.mention({ kind: "org-unit-condition", condition, uids }, { from: at, to }),
      at,
    };
  }

  private parseUntilClosed(): SyntaxNode {
    const node = this.parseChain(0);
    this.reader.expect(")");
    return node;
  }

  private mention<I extends PlainItem>(item: I, { from, to }: Pick<Token, "from" | "to">): I {
    this.mentions.push({ item, from, to });
    return item;
  }
}

function signOf({ text }: Token): "+" | "-" | "!" {
  return text === "+" || text === "-" ? text : "!";
}

function readNumber({ text, from }: Token): Decimal {
  const exponent = Number(/e(.*)$/i.exec(text)?.[1] ?? 0);
  const isPlausible = Math.abs(exponent) < 1000 && text.length < 1000;
  const value = isPlausible ? decimal(text) : undefined;
  if (!value || !isWithinRange(value))
    throw new ExpressionError("number-out-of-range", from, { found: text.slice(0, 40) });
  return value;
}
