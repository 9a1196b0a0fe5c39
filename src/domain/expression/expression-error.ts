export type ExpressionErrorCode =
  /** Nothing but blanks and comments. */
  | "empty"
  | "too-long"
  /** More parentheses, signs or powers within each other than anyone writes. */
  | "too-deep"
  /** Something else stands where `expected` should: facts `expected` and `found`. */
  | "unexpected"
  /** An item, a text or a comment that has no end. */
  | "unclosed"
  | "unknown-function"
  | "unknown-modifier"
  /** `X{…}` or `[…]` of a kind that does not exist. */
  | "unknown-item"
  /** An item of a known kind whose inside cannot be read. */
  | "item-unreadable"
  /** An item or function about single persons and events; such records are not kept here. */
  | "individual-record"
  /** Facts `name`, `least`, `most` and `found`. */
  | "wrong-argument-count"
  /** A text where a number is needed, and the like: facts `expected` and `found`. */
  | "type-mismatch"
  | "number-out-of-range"
  | "offset-out-of-range"
  | "date-unreadable"
  | "unknown-aggregation-type"
  /** `sum(avg(…))`: the samples of a sample do not exist. */
  | "nested-aggregate"
  /** A sub-expression is about exactly one data element. */
  | "sub-expression-items";

/** Why an expression cannot be used, and at which character (counted from 0). The sentence is written elsewhere. */
export class ExpressionError extends Error {
  readonly code: ExpressionErrorCode;
  readonly offset: number;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(
    code: ExpressionErrorCode,
    offset: number,
    facts: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} at ${offset} ${JSON.stringify(facts)}`);
    this.name = "ExpressionError";
    this.code = code;
    this.offset = offset;
    this.facts = facts;
  }
}
