import { expect, test } from "vitest";
import type { FigureNode } from "#contract/figure.ts";
import { buildFigure } from "./build-report-view.ts";
import { drawnFormula, type DrawnFormula, type Term } from "./drawn-formula.ts";

function node(text: string): FigureNode {
  return {
    ...buildFigure({ text }),
    orgUnitName: "Tỉnh Lai Châu",
    origin: { kind: "missing", reason: "not-reported", operands: [] },
  };
}

const now = node("51");
const before = node("46");

function words(terms: readonly Term[]): string {
  return terms.map(({ sign, node: { text } }) => `${sign}${text}`).join(" ");
}

function inWords(formula: DrawnFormula | undefined): unknown {
  if (formula === undefined) return undefined;
  if (formula.kind === "row") return words(formula.terms);
  return [words(formula.above), words(formula.below), formula.factor];
}

test("a rate is a fraction times its factor", () => {
  const origin = { kind: "computed", operation: "ratio", factor: 10_000, operands: [now, before] } as const;
  expect(inWords(drawnFormula({ ...origin, operands: [now, before] }))).toEqual(["51", "46", 10_000]);
});

test("a growth in percent is the difference over the base, times 100", () => {
  expect(
    inWords(drawnFormula({ kind: "computed", operation: "relative-change", operands: [now, before] })),
  ).toEqual(["51 −46", "46", 100]);
});

test("sums and differences stand in a row", () => {
  expect(inWords(drawnFormula({ kind: "computed", operation: "sum", operands: [now, before] }))).toBe(
    "51 +46",
  );
  expect(inWords(drawnFormula({ kind: "computed", operation: "change", operands: [now, before] }))).toBe(
    "51 −46",
  );
});

test("a sum over eight districts is a list, not a formula", () => {
  const operands = Array.from({ length: 8 }, () => now);
  expect(drawnFormula({ kind: "parts", over: "org-units", operands })).toBeUndefined();
});

test("a reported number has no formula", () => {
  expect(drawnFormula({ kind: "reported", derived: false, estimate: false })).toBeUndefined();
});
