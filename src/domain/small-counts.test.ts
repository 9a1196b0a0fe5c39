import { expect, test } from "vitest";
import { buildElement } from "./facts-builder.ts";
import { hideSmallCounts, spreadSensitivity, type CountCell } from "./small-counts.ts";

const cell = (orgUnit: string, value: string | undefined, part: Partial<CountCell> = {}): CountCell => ({ orgUnit, value, period: "2023-06", role: "actual", ...part }); // prettier-ignore
const hide = (cells: readonly CountCell[]) => {
  const hidden = hideSmallCounts(cells, { below: 5, parentOf: ({ orgUnit }) => orgUnit.charAt(0), isWhole: (uid) => uid === "tinh" }); // prettier-ignore
  return cells.flatMap((each) => (hidden.has(each) ? [`${each.orgUnit} ${hidden.get(each)}`] : []));
};

test("counts from 1 to 4 are hidden; 0, 5 and what nobody reported are not", () => {
  expect(hide([cell("a1", "4"), cell("a2", "1"), cell("a3", "0"), cell("a4", "5"), cell("a5", undefined)])).toEqual(["a1 small", "a2 small"]); // prettier-ignore
});

test("a single hidden commune takes the next smallest of its district along, else the total would tell it", () => {
  expect(hide([cell("a1", "3"), cell("a2", "90"), cell("a3", "12"), cell("b1", "7")])).toEqual(["a1 small", "a3 gives-away"]); // prettier-ignore
});

test("rates and growth could be turned back into counts", () => {
  expect(hide([cell("a1", "33.3", { role: "growth_percent" })])).toEqual(["a1 gives-away"]);
});

test("the whole province is shown as its reports print it", () => {
  expect(hide([cell("tinh", "3")])).toEqual([]);
});

test("a rate is as sensitive as what it counts", () => {
  const cases = buildElement("hiv.new_cases");
  const rate = buildElement("hiv.rate", { formula: { kind: "ratio", numerator: { element: "hiv.new_cases" }, denominator: { element: "dan-so" }, factor: 100 } }); // prettier-ignore
  const limits = spreadSensitivity(
    [{ element: "hiv.new_cases", below: 5, reason: "", setBy: "" }],
    [rate, cases],
  );
  expect([...limits]).toEqual([["hiv.new_cases", 5], ["hiv.rate", 5]]); // prettier-ignore
});
