import { expect, test } from "vitest";
import { RequestLimits } from "./request-limits.ts";

test("an office behind one address gets its burst, then its share of every second, and others are not touched", () => {
  let now = 0;
  const limits = new RequestLimits({ burst: 3, perSecond: 0.5 }, () => now);
  expect([limits.take("a"), limits.take("a"), limits.take("a"), limits.take("a")]).toEqual([0, 0, 0, 2]);
  expect(limits.take("b")).toBe(0);
  now = 2;
  expect([limits.take("a"), limits.take("a")]).toEqual([0, 2]);
});

test("ten million addresses do not fill the memory", () => {
  const limits = new RequestLimits({ burst: 1, perSecond: 0.001 }, () => 0);
  for (let i = 0; i < 30_000; i++) limits.take(String(i));
  expect(limits.take("29999")).toBeGreaterThan(0);
  expect(limits.take("0")).toBe(0); // forgotten, the longest at rest
});
