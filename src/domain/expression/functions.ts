/** What an operand must be; `any` is settled by its neighbours or when the value is there. */
export type ExpressionType = "number" | "text" | "boolean" | "any";

export interface FunctionSignature {
  /** The types of the operands; the last one repeats when `most` asks for more. */
  readonly operands: readonly ExpressionType[];
  readonly least: number;
  readonly most: number;
  /** `any`: of the type of its operands. */
  readonly result: ExpressionType;
  /** Aggregates over samples: its last operand is evaluated once for each sample. */
  readonly isAggregate?: true;
}

const many = 10_000;
const aggregate: FunctionSignature = {
  operands: ["number"],
  least: 1,
  most: 1,
  result: "number",
  isAggregate: true,
};

/** Every function of the language but `subExpression`, which the parser turns into an item. */
export const functions: ReadonlyMap<string, FunctionSignature> = new Map<string, FunctionSignature>([
  ["if", { operands: ["boolean", "any", "any"], least: 3, most: 3, result: "any" }],
  ["is", { operands: ["any"], least: 2, most: many, result: "boolean" }],
  ["isNull", { operands: ["any"], least: 1, most: 1, result: "boolean" }],
  ["isNotNull", { operands: ["any"], least: 1, most: 1, result: "boolean" }],
  ["firstNonNull", { operands: ["any"], least: 1, most: many, result: "any" }],
  ["removeZeros", { operands: ["number"], least: 1, most: 1, result: "number" }],
  ["greatest", { operands: ["number"], least: 1, most: many, result: "number" }],
  ["least", { operands: ["number"], least: 1, most: many, result: "number" }],
  ["log", { operands: ["number"], least: 1, most: 2, result: "number" }],
  ["log10", { operands: ["number"], least: 1, most: 1, result: "number" }],
  ["normDistCum", { operands: ["number"], least: 1, most: 3, result: "number" }],
  ["normDistDen", { operands: ["number"], least: 1, most: 3, result: "number" }],
  ["contains", { operands: ["text"], least: 2, most: many, result: "boolean" }],
  ["containsItems", { operands: ["text"], least: 2, most: many, result: "boolean" }],
  ["sum", aggregate],
  ["avg", aggregate],
  ["min", aggregate],
  ["max", aggregate],
  ["median", aggregate],
  ["stddev", aggregate],
  ["stddevSamp", aggregate],
  ["stddevPop", aggregate],
  ["variance", aggregate],
  ["count", { ...aggregate, operands: ["any"] }],
  ["percentileCont", { ...aggregate, operands: ["number", "number"], least: 2, most: 2 }],
]);

/** The type that the operand at an index must have. */
export function operandType({ operands }: FunctionSignature, index: number): ExpressionType {
  return operands[Math.min(index, operands.length - 1)] ?? "any";
}
