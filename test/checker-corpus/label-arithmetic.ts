import { type Decimal, decimal, divide, roundHalfUp, truncate } from "#domain/decimal.ts";

/** What a label's expression comes to: a number, or whether a comparison holds. */
export type Outcome = { readonly value: Decimal } | { readonly holds: boolean };

const TOKEN = /\s*(o\d+|\d+(?:\.\d+)?|<=|>=|==|[-+*/()<>])/y;

/** Works out a label's expression (`"o1 / o2 * 100"`, `"o1 <= o2"`), where `o1` is the first of `operands`. */
export function evaluate(expression: string, operands: readonly string[]): Outcome {
  const tokens = tokenize(expression);
  const left = readSum(tokens, operands);
  const comparison = tokens.shift();
  if (comparison === undefined) return { value: left };
  const right = readSum(tokens, operands);
  if (tokens.length > 0) throw new Error(`left over in "${expression}": ${tokens.join(" ")}`);
  return { holds: compare(comparison, left, right) };
}

/** Whether a printed number (a label's `value`, its final zeros kept) is the exact one, rounded half up or cut off. */
export function isPrintedFrom(printed: string, exact: Decimal): boolean {
  const decimals = printed.split(".")[1]?.length ?? 0;
  const value = decimal(printed);
  return value.eq(roundHalfUp(exact, decimals)) || value.eq(truncate(exact, decimals));
}

function tokenize(expression: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(expression); match; match = TOKEN.exec(expression)) tokens.push(match[1] ?? "");
  if (tokens.join("") !== expression.replaceAll(/\s/g, ""))
    throw new Error(`unreadable expression "${expression}"`);
  return tokens;
}

function readSum(tokens: string[], operands: readonly string[]): Decimal {
  let total = readProduct(tokens, operands);
  while (tokens[0] === "+" || tokens[0] === "-") {
    const sign = tokens.shift();
    const term = readProduct(tokens, operands);
    total = sign === "+" ? total.plus(term) : total.minus(term);
  }
  return total;
}

function readProduct(tokens: string[], operands: readonly string[]): Decimal {
  let product = readTerm(tokens, operands);
  while (tokens[0] === "*" || tokens[0] === "/") {
    const sign = tokens.shift();
    const factor = readTerm(tokens, operands);
    product = sign === "*" ? product.times(factor) : quotient(product, factor);
  }
  return product;
}

function readTerm(tokens: string[], operands: readonly string[]): Decimal {
  const token = tokens.shift() ?? "";
  if (token === "(") {
    const inner = readSum(tokens, operands);
    if (tokens.shift() !== ")") throw new Error("unclosed bracket");
    return inner;
  }
  if (!token.startsWith("o")) return decimal(token);
  const operand = operands[Number(token.slice(1)) - 1];
  if (operand === undefined) throw new Error(`no operand ${token}`);
  return decimal(operand);
}

function quotient(dividend: Decimal, divisor: Decimal): Decimal {
  const result = divide(dividend, divisor);
  if (result === undefined) throw new Error("division by zero");
  return result;
}

function compare(comparison: string, left: Decimal, right: Decimal): boolean {
  switch (comparison) {
    case "<=":
      return left.lte(right);
    case ">=":
      return left.gte(right);
    case "==":
      return left.eq(right);
    case "<":
      return left.lt(right);
    case ">":
      return left.gt(right);
    default:
      throw new Error(`unknown comparison ${comparison}`);
  }
}
