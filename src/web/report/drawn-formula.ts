import type { FigureNode, FigureOrigin } from "#contract/figure.ts";

/** The arithmetic behind a figure as it is drawn: terms in a row, or a fraction of two such rows. */
export type DrawnFormula =
  | { readonly kind: "row"; readonly terms: readonly Term[] }
  | {
      readonly kind: "fraction";
      readonly above: readonly Term[];
      readonly below: readonly Term[];
      readonly factor: number;
    };

export interface Term {
  /** None before the first term. */
  readonly sign: "+" | "−" | "";
  readonly node: FigureNode;
}

/** More terms than this are a list, not a formula. */
const mostTerms = 6;

/** How a computed figure came about; `undefined` when it was reported, counted, or has too many parts to draw. */
export function drawnFormula(origin: FigureOrigin): DrawnFormula | undefined {
  if (origin.kind === "parts") return row(origin.operands, "+");
  if (origin.kind !== "computed") return undefined;
  const { operation, operands, factor = 1 } = origin;
  const [first, second] = operands;
  if (!first || !second) return undefined;
  switch (operation) {
    case "sum":
      return row(operands, "+");
    case "difference":
    case "change":
      return row(operands, "−");
    case "ratio":
      return { kind: "fraction", above: terms([first], "+"), below: terms([second], "+"), factor };
    case "relative-change":
      return {
        kind: "fraction",
        above: terms([first, second], "−"),
        below: terms([second], "+"),
        factor: 100,
      };
  }
}

function row(nodes: readonly FigureNode[], sign: "+" | "−"): DrawnFormula | undefined {
  return nodes.length < 2 || nodes.length > mostTerms
    ? undefined
    : { kind: "row", terms: terms(nodes, sign) };
}

function terms(nodes: readonly FigureNode[], sign: "+" | "−"): Term[] {
  return nodes.map((node, index) => ({ node, sign: index === 0 ? "" : sign }));
}
