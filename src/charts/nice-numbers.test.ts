import fc from "fast-check";
import { expect, test } from "vitest";
import { niceTicks, roundestWithin } from "./nice-numbers.ts";

test.each([
  [18.4, 21.2, 20],
  [0.334, 0.338, 0.335],
  [59, 60, 60],
  [-3, 2, 0],
  [95, 164, 100],
  [1.2, 1.21, 1.21],
])("between %d and %d the roundest border is %d", (low, high, border) => {
  expect(roundestWithin(low, high)).toBe(border);
});

test("a border is always above the lower number and at most the upper one, so that it parts the two", () => {
  const number = fc.double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(number, number, (a, b) => {
      fc.pre(a !== b);
      const border = roundestWithin(Math.min(a, b), Math.max(a, b));
      expect(border).toBeGreaterThan(Math.min(a, b));
      expect(border).toBeLessThanOrEqual(Math.max(a, b));
    }),
  );
});

test("an axis covers all values with a few round rules", () => {
  expect(niceTicks(352, 512)).toEqual([350, 400, 450, 500, 550]);
  expect(niceTicks(0, 100)).toEqual([0, 50, 100]);
  expect(niceTicks(7, 7)).toEqual([7]);
});
