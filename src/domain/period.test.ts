import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "./calendar.ts";
import * as period from "./period.ts";

describe("spellings", () => {
  test.each([
    ["2023S1", "2023-S1"],
    ["2023-s1", "2023-S1"],
    ["202306", "2023-06"],
    ["2023Q2", "2023-Q2"],
    [" 2023-9M ", "2023-9M"],
    ["2020W53", "2020-W53"],
    ["2023W5", "2023-W05"],
    ["2023", "2023"],
  ])("%s is read as %s", (text, code) => expect(period.parsePeriod(text)).toBe(code));

  test.each(["", "2023-13", "2023-Q5", "2023-S3", "2023-W53", "23-06", "6/2023", "2023-00", "quý I"])(
    "%s is no period",
    (text) => expect(period.parsePeriod(text)).toBeUndefined(),
  );
});

describe("first and last day", () => {
  test.each([
    ["2023-S1", "2023-01-01", "2023-06-30"],
    ["2023-S2", "2023-07-01", "2023-12-31"],
    ["2023-9M", "2023-01-01", "2023-09-30"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2023-W01", "2023-01-02", "2023-01-08"],
    ["2020-W53", "2020-12-28", "2021-01-03"],
  ])("%s runs from %s to %s", (code, from, to) => expect(period.periodSpan(code)).toEqual({ from, to }));

  test.each([
    ["2023-S1", "2022-12-15", "2023-06-14"],
    ["2023-9M", "2022-12-15", "2023-09-14"],
    ["2023", "2022-12-15", "2023-12-14"],
    ["2023-06", "2023-05-15", "2023-06-14"],
    ["2023-Q2", "2023-03-15", "2023-06-14"],
  ])("an administrative report for %s runs from %s to %s", (code, from, to) =>
    expect(period.periodSpan(code, "administrative")).toEqual({ from, to }),
  );
});

test("the half-year before the first is the second of last year", () => {
  expect(period.previousPeriod("2023-S1")).toBe("2022-S2");
  expect(period.previousPeriod("2023-9M")).toBe("2022-9M");
  expect(period.previousPeriod("2021-W01")).toBe("2020-W53");
});

test("week 53 is compared with the last week of a year that has 52", () => {
  expect(period.samePeriodLastYear("2020-W53")).toBe("2019-W52");
  expect(period.samePeriodLastYear("2023-S1")).toBe("2022-S1");
});

test("a half-year is two quarters or six months; nine months are three quarters; weeks nest in nothing", () => {
  expect(period.divisions("2023-S1").map((parts) => parts.length)).toEqual([2, 6]);
  expect(period.divisions("2023-9M")[0]).toEqual(["2023-Q1", "2023-Q2", "2023-Q3"]);
  expect(period.divisions("2023").map((parts) => parts.length)).toEqual([2, 4, 12]);
  expect(period.divisions("2023-W26")).toEqual([]);
});

test("the year to date of the second quarter is January to June", () => {
  expect(period.yearToDate("2023-Q2")).toEqual(period.monthsWithin("2023-S1"));
});

test("a figure as of 31 December belongs to the year, one as of 30 June to the half-year", () => {
  expect(period.longestPeriodEndingOn("2022-12-31")).toBe("2022");
  expect(period.longestPeriodEndingOn("2023-06-30")).toBe("2023-S1");
  expect(period.longestPeriodEndingOn("2023-07-06")).toBeUndefined();
});

const anyPeriod = fc
  .tuple(fc.integer({ min: 1950, max: 2100 }), fc.constantFrom("-03", "-12", "-Q1", "-Q4", "-S2", "-W01", "-W52", "-9M", ""))
  .map(([year, rest]) => `${year}${rest}`); // prettier-ignore

test("periods of one type follow each other without a gap", () => {
  fc.assert(
    fc.property(anyPeriod, (code) => {
      const next = period.nextPeriod(code);
      expect(period.previousPeriod(next)).toBe(code);
      if (period.periodType(code) === "nine-months") return; // the last quarter lies between
      expect(period.periodStart(next)).toBe(addDays(period.periodEnd(code), 1));
    }),
  );
});

test("the parts of a period cover it exactly", () => {
  fc.assert(
    fc.property(anyPeriod, (code) => {
      for (const parts of period.divisions(code)) {
        expect(period.periodStart(parts[0]!)).toBe(period.periodStart(code));
        expect(period.periodEnd(parts.at(-1)!)).toBe(period.periodEnd(code));
        expect(parts.every((part) => period.isWithin(part, code))).toBe(true);
      }
    }),
  );
});
