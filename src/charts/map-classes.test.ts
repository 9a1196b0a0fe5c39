import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classify, classifyChanges, classMethods } from "./map-classes.ts";

const someValues = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 8 }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true }),
  ),
  { maxLength: 60 },
);

describe.each(classMethods)("classes with %s", (method) => {
  test("hold every value once, are at most five, and none is empty", () => {
    fc.assert(
      fc.property(someValues, (values) => {
        const { classes, classOf } = classify(values, method);
        expect(classes.length).toBeLessThanOrEqual(5);
        expect(classes.every(({ count }) => count > 0)).toBe(true);
        expect(classes.reduce((total, { count }) => total + count, 0)).toBe(values.length);
        for (const value of values) {
          const { from, to } = classes[classOf(value)!]!;
          expect(value).toBeGreaterThanOrEqual(from ?? Number.NEGATIVE_INFINITY);
          expect(value).toBeLessThan(to ?? Number.POSITIVE_INFINITY);
        }
      }),
    );
  });

  test("leave a commune without a number without a class", () => {
    const { classOf } = classify([1, 2, 3], method);
    expect(classOf(undefined)).toBeUndefined();
    expect(classOf(Number.NaN)).toBeUndefined();
  });
});

test("many communes with the same value stay in one class", () => {
  const { classes, classOf } = classify([0, 0, 0, 0, 0, 0, 0, 1, 2, 3], "equal-counts");
  expect(classes[0]).toMatchObject({ count: 7, least: 0, greatest: 0 });
  expect(classOf(0)).toBe(0);
});

test("borders are the roundest numbers that part neighbours: people per square kilometre of 38 communes", () => {
  const densities = [296, 195, 164, 98, 97, 95, 91, 87, 86, 84, 84, 81, 80, 70, 69, 65, 59, 58, 57, 57, 53, 53, 53, 49, 27, 14, 12, 6]; // prettier-ignore
  const { classes } = classify(densities, "equal-counts");
  expect(classes.map(({ to }) => to)).toEqual([50, 59, 82, 95, undefined]);
  expect(classify(densities, "equal-widths").classes.map(({ to }) => to)).toEqual([100, 200, undefined]);
});

test("a single value, or none, makes one class, or none", () => {
  expect(classify([4, 4], "equal-counts").classes).toHaveLength(1);
  expect(classify([], "equal-widths").classes).toEqual([]);
});

test("a fall and a rise of one size are equally strong, and what hardly moved is in the middle", () => {
  const { classes, classOf, isDiverging } = classifyChanges([-50, -33, -14, 0, 1, 12, 45]);
  expect(isDiverging).toBe(true);
  expect(classes.map(({ to }) => to)).toEqual([-20, -4, 4, 20, undefined]);
  expect([-50, -14, 0, 12, 45].map(classOf)).toEqual([0, 1, 2, 3, 4]);
  expect(classifyChanges([0, 0]).classes).toHaveLength(1);
});
