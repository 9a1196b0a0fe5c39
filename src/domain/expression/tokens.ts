import { ExpressionError } from "./expression-error.ts";

export interface Token {
  readonly type: "number" | "text" | "word" | "item" | "symbol" | "end";
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Longer than any indicator in use, and short enough to be read at once. */
const mostCharacters = 100_000;

const blank = /(?:\s+|\/\/[^\n\r]*|\/\*[^]*?\*\/)+/y;
/** The first that fits counts: `A{` is an item before `A` is a word. */
const patterns: readonly (readonly [Token["type"], RegExp])[] = [
  ["item", /(?:#|[A-Za-z]+)\{[^}]*\}|\[[^\]]*\]|PS_EVENTDATE:\s*\w*/y],
  ["number", /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ["text", /'(?:[^'\\\n\r]|\\[^\n\r])*'|"(?:[^"\\\n\r]|\\[^\n\r])*"/y],
  ["word", /(?:d2:)?[A-Za-z_]\w*/y],
  ["symbol", /&&|\|\||[<>=!]=|[-+*%^<>!(),.]|\/(?!\*)/y],
];
const opensWithoutEnd = /(?:#|[A-Za-z]+)\{|\[|\/\*|['"]/y;

/** Reads an expression token by token; always knows the next one. Throws ExpressionError only. */
export class TokenReader {
  private readonly source: string;
  private upcoming: Token;

  constructor(source: string) {
    if (source.length > mostCharacters) {
      throw new ExpressionError("too-long", mostCharacters, { most: mostCharacters, found: source.length });
    }
    this.source = source;
    this.upcoming = readToken(source, 0);
  }

  peek(): Token {
    return this.upcoming;
  }

  take(): Token {
    const token = this.upcoming;
    if (token.type !== "end") this.upcoming = readToken(this.source, token.to);
    return token;
  }

  /** Takes the next token when it is one of these symbols or words. */
  takeIf(...texts: readonly string[]): Token | undefined {
    const { type, text } = this.upcoming;
    return (type === "symbol" || type === "word") && texts.includes(text) ? this.take() : undefined;
  }

  expect(text: string): Token {
    return this.takeIf(text) ?? this.fail(text);
  }

  fail(expected: string): never {
    const { type, text, from } = this.upcoming;
    throw new ExpressionError("unexpected", from, { expected, found: type === "end" ? "end" : text });
  }
}

function readToken(source: string, at: number): Token {
  const from = at + (matchAt(blank, source, at)?.length ?? 0);
  if (from >= source.length) return { type: "end", text: "", from: source.length, to: source.length };
  for (const [type, pattern] of patterns) {
    const text = matchAt(pattern, source, from);
    if (text !== undefined) return { type, text, from, to: from + text.length };
  }
  const opening = matchAt(opensWithoutEnd, source, from);
  if (opening !== undefined) throw new ExpressionError("unclosed", from, { found: opening });
  const strange = String.fromCodePoint(source.codePointAt(from) ?? 0);
  return { type: "symbol", text: strange, from, to: from + strange.length };
}

function matchAt(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}
