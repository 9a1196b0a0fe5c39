import { compileExpression, type CompiledExpression } from "./expression/compile-expression.ts";
import { ExpressionError, type ExpressionErrorCode } from "./expression/expression-error.ts";
import type { Item } from "./expression/item.ts";
import { TokenReader } from "./expression/tokens.ts";
import type { Indicator } from "./indicator.ts";
import { nearNames } from "./indicator-names.ts";
import type {
  Reference,
  ReferenceProblem,
  ReferenceProblemCode,
  References,
} from "./indicator-references.ts";

export type FormulaProblemCode =
  | ExpressionErrorCode
  | ReferenceProblemCode
  /** `sum(…)`, `percentileCont(…)`: they compare a period with others before it, which indicators do not. */
  | "aggregate-function"
  /** The formula gives a text. */
  | "not-a-number";

/** Why a formula cannot be used, and at which characters (counted from 0, `to` not included). */
export interface FormulaProblem {
  readonly code: FormulaProblemCode;
  readonly from: number;
  readonly to: number;
  readonly facts: Readonly<Record<string, string | number>>;
  /** Names that may have been meant. */
  readonly near: readonly string[];
}

/** A formula that can be evaluated: what each of its items is. */
export interface Formula {
  readonly compiled: CompiledExpression;
  readonly references: ReadonlyMap<Item, Reference>;
}

export interface CheckedFormula {
  /** Absent when there are problems. */
  readonly formula?: Formula;
  readonly problems: readonly FormulaProblem[];
}

/** Reads a formula and finds everything it speaks of; all unknown names are told at once. */
export function checkFormula(text: string, references: References): CheckedFormula {
  const compiled = compileOr(text);
  if (!("items" in compiled)) return { problems: [compiled] };
  const problems: FormulaProblem[] = [];
  for (const { item, from, to } of compiled.mentions) {
    const found = references.find(item);
    if ("problem" in found) problems.push(problemOf(found, from, to));
  }
  if (compiled.sampledItems.length > 0) problems.push(wholeText(text, "aggregate-function"));
  if (compiled.type === "text") problems.push(wholeText(text, "not-a-number"));
  if (problems.length > 0) return { problems };
  const known = new Map<Item, Reference>();
  for (const item of compiled.items) {
    const found = references.find(item);
    if (!("problem" in found)) known.set(item, found);
  }
  return { formula: { compiled, references: known }, problems };
}

function compileOr(text: string): CompiledExpression | FormulaProblem {
  try {
    return compileExpression(text);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const { code, offset: from, facts } = error;
    return { code, from, to: endOfToken(text, from), facts, near: [] };
  }
}

/** Where the word or sign that begins at a character ends, so that all of it can be marked. */
function endOfToken(text: string, from: number): number {
  if (from >= text.length) return from;
  try {
    return from + Math.max(1, new TokenReader(text.slice(from)).peek().to);
  } catch (error) {
    if (error instanceof ExpressionError) return text.length; // it has no end
    throw error;
  }
}

function problemOf({ problem, name, among }: ReferenceProblem, from: number, to: number): FormulaProblem {
  const near = problem === "unknown-option-combo" ? among : nearNames(name, among);
  return { code: problem, from, to, facts: { name }, near };
}

function wholeText(text: string, code: FormulaProblemCode): FormulaProblem {
  return { code, from: 0, to: text.length, facts: {}, near: [] };
}

/** Both formulas of an indicator, ready for evaluation; `undefined` when either cannot be used any more. */
export interface ReadyIndicator {
  readonly indicator: Indicator;
  readonly numerator: Formula;
  readonly denominator: Formula;
}

export function readyIndicator(indicator: Indicator, references: References): ReadyIndicator | undefined {
  const numerator = checkFormula(indicator.numerator, references).formula;
  const denominator = checkFormula(indicator.denominator, references).formula;
  return numerator && denominator && { indicator, numerator, denominator };
}

/** The indicators that a formula speaks of directly, by our keys; none when it cannot be read. */
export function indicatorsIn(text: string, references: Pick<References, "find">): string[] {
  const compiled = compileOr(text);
  if (!("items" in compiled)) return [];
  return [...compiled.items, ...compiled.sampledItems].flatMap((item) => {
    const found = item.kind === "indicator" ? references.find(item) : undefined;
    return found && "kind" in found && found.kind === "indicator" ? [found.indicator.key] : [];
  });
}
