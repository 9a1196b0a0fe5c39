import { describe, expect, test } from "vitest";
import { countCompleteness, groupReports, isLate, isTimely, type ExpectedReport } from "./completeness.ts";

function buildReport(facts: Partial<ExpectedReport> = {}): ExpectedReport {
  return { dataSet: "kham-benh", orgUnit: "tram-1", period: "2023-06", dueOn: "2023-07-07", isApproved: false, ...facts }; // prettier-ignore
}

describe("timeliness", () => {
  test("on the due day is in time, the day after is not", () => {
    expect(isTimely(buildReport({ firstReceivedOn: "2023-07-07" }))).toBe(true);
    expect(isTimely(buildReport({ firstReceivedOn: "2023-07-08" }))).toBe(false);
  });

  test("a late correction does not make a timely report late", () => {
    // the first hand-in of 5 July stands; the correction came on 20 July and is not asked for
    expect(isLate(buildReport({ firstReceivedOn: "2023-07-05" }), "2023-07-20")).toBe(false);
  });

  test("what has not come is late only once the due day has passed", () => {
    expect(isLate(buildReport(), "2023-07-07")).toBe(false);
    expect(isLate(buildReport(), "2023-07-08")).toBe(true);
  });
});

test("received, in time and approved are counted of what was expected", () => {
  const reports = [
    buildReport({ firstReceivedOn: "2023-07-05", isApproved: true }),
    buildReport({ firstReceivedOn: "2023-07-09" }),
    buildReport(),
    buildReport({ dueOn: "2023-07-30" }),
  ];
  expect(countCompleteness(reports, "2023-07-20")).toEqual({ expected: 4, received: 2, timely: 1, approved: 1, due: 3 }); // prettier-ignore
  expect(countCompleteness([], "2023-07-20")).toEqual({ expected: 0, received: 0, timely: 0, approved: 0, due: 0 }); // prettier-ignore
});

test("groups keep every report once", () => {
  const reports = ["a", "b", "a"].map((orgUnit) => buildReport({ orgUnit }));
  const groups = groupReports(reports, ({ orgUnit }) => orgUnit);
  expect([...groups].map(([name, group]) => [name, group.length])).toEqual([["a", 2], ["b", 1]]); // prettier-ignore
});
