import { expect, test } from "vitest";
import { compareValues } from "./comparison-bars.ts";

const bar = (name: string, value: number) => ({ name, text: String(value), value });
const shares = (comparison: ReturnType<typeof compareValues>) => comparison?.bars.map(({ share }) => share);

test("half of a percentage is half of the scale", () => {
  expect(shares(compareValues([bar("2023", 25), bar("2022", 50)], { unit: "%" }))).toEqual([0.25, 0.5]);
});

test("counts share the scale of the largest, the plan included", () => {
  const comparison = compareValues([bar("2023", 50), bar("2022", 100)], { unit: "ca", plan: 200 });
  expect(shares(comparison)).toEqual([0.25, 0.5]);
  expect(comparison?.planShare).toBe(1);
});

test("bars of nothing have no length", () => {
  expect(shares(compareValues([bar("2023", 0), bar("2022", 0)], { unit: "ca" }))).toEqual([0, 0]);
});

test("numbers below zero are not drawn as if they were above", () => {
  expect(compareValues([bar("2023", -1), bar("2022", 2)], { unit: "ca" })).toBeUndefined();
});
