import { describe, expect, test } from "vitest";
import type { AnalyticsCell } from "#contract/analytics.ts";
import { gapsOf, isRatio, printCell, printValue, readTypedNumber, writeTypedNumber } from "./cell-text.ts";

const buildCell = (more: Partial<AnalyticsCell>): AnalyticsCell => ({
  item: "malaria.cases", orgUnit: "VN12", period: "2023-S1", role: "actual", value: "2633", unit: "ca",
  state: "confirmed", reported: 106, expected: 106, carried: 0, ...more,
}); // prettier-ignore

test.each([
  ["2633", "ca", false, "2.633"],
  ["27.3274516", "%", false, "27,33%"],
  ["-9.80392156", "%", true, "-9,80%"],
  ["55.729166", "%", true, "+55,73%"],
  ["0", "%", true, "0%"],
  ["0.001", "%", true, "0,00%"],
  ["12.6544", "/vạn dân", false, "12,65"],
])("%s %s is written as an office writes it", (value, unit, isChange, text) => {
  expect(printValue(value, unit, isChange)).toBe(text);
});

test("a missing number is a dash, an impossible one says so; neither is zero", () => {
  expect(printCell(buildCell({ value: null, state: "missing" }), "không so được")).toBe("–");
  expect(printCell(buildCell({ value: null, state: "impossible" }), "không so được")).toBe("không so được");
  expect(printCell(buildCell({ value: "0" }), "")).toBe("0");
});

test("a sum over 98 of 106 communes says so; a single report and a carried stock lack nothing", () => {
  expect(gapsOf(buildCell({ reported: 98 }))).toEqual({ reported: 98, expected: 106 });
  expect(gapsOf(buildCell({ reported: 98, carried: 8 }))).toBeUndefined();
  expect(gapsOf(buildCell({ reported: 1, expected: 1 }))).toBeUndefined();
});

test("only rates, shares and densities are shaded on a map", () => {
  expect(["%", "‰", "/vạn dân", "người/km²"].every(isRatio)).toBe(true);
  expect(["ca", "người", "triệu đồng"].some(isRatio)).toBe(false);
});

describe("a number typed as a correction", () => {
  test.each([
    ["1.204", "1204"],
    ["1204", "1204"],
    ["12,5", "12.5"],
    ["1 204", "1204"],
    ["-3", "-3"],
  ])("%s is read as %s", (typed, value) => expect(readTypedNumber(typed)).toBe(value));
  test.each(["", "12.5", "1,204.5", "mười", "1e3", "0x1f"])("%s is not guessed at", (typed) =>
    expect(readTypedNumber(typed)).toBeUndefined(),
  );
  test("what stands in the box is read back as the same number", () => {
    expect(readTypedNumber(writeTypedNumber("1204.75"))).toBe("1204.75");
  });
});
