import { expect, test } from "vitest";
import type { FigureNode } from "#contract/figure.ts";
import { buildFigure } from "./build-report-view.ts";
import { differenceFrom } from "./node-label.ts";

function node(changes: Partial<FigureNode>): FigureNode {
  const origin: FigureNode["origin"] = { kind: "reported", derived: false, estimate: false };
  return { ...buildFigure(), orgUnitName: "Tỉnh Lai Châu", origin, ...changes };
}

const whole = node({});

test("a part is named by its cell, a district by its name, last year by its period", () => {
  expect(differenceFrom(node({ breakdown: { age: "trẻ em" } }), whole)).toMatchObject({ name: false, options: ["trẻ em"] }); // prettier-ignore
  expect(differenceFrom(node({ orgUnit: "VN12.108", orgUnitName: "Huyện Sìn Hồ" }), whole)).toMatchObject({ name: false, orgUnit: "Huyện Sìn Hồ" }); // prettier-ignore
  expect(differenceFrom(node({ period: "2022-S1" }), whole)).toMatchObject({
    name: false,
    period: "2022-S1",
  });
});

test("another indicator is named in full", () => {
  expect(differenceFrom(node({ key: "population.average" }), whole)).toMatchObject({
    name: true,
    period: undefined,
  });
});

test("the whole that a share is taken of goes by the indicator's name", () => {
  expect(differenceFrom(whole, node({ breakdown: { age: "trẻ em" } }))).toMatchObject({
    name: true,
    options: [],
  });
});

test("the value a change starts from is told by its period", () => {
  expect(differenceFrom(whole, node({ role: "growth_abs" }))).toMatchObject({
    name: false,
    period: "2023-S1",
  });
});
