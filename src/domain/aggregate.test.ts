import { describe, expect, test } from "vitest";
import { yearToDateParts } from "./aggregate-periods.ts";
import { aggregateReports, isUnambiguous, type AggregateRule, type ReportSum, type ReportSums } from "./aggregate.ts"; // prettier-ignore

/** Sums by "unit period"; units with children are opened. */
function buildSums(found: Readonly<Record<string, readonly Partial<ReportSum>[]>>, children: Readonly<Record<string, readonly string[]>> = {}): ReportSums {
  return {
    find: (unit, period) => (found[`${unit} ${period}`] ?? []).map(buildSum),
    isOpened: (unit) => unit in children,
    childrenOf: (unit) => children[unit] ?? [],
    isTreeChanging: () => false,
  };
} // prettier-ignore

function buildSum(more: Partial<ReportSum>): ReportSum {
  const sum = { own: false, kind: "month", isWhole: false, span: 6, sum: "0", count: 1, units: 1, periods: 1, last: 1, estimates: 0, expected: 0 } as const; // prettier-ignore
  return { ...sum, ...more };
}

const flow: AggregateRule = { units: "sum", time: "sum" };
const stock: AggregateRule = { units: "sum", time: "last" };

function shown(sums: ReportSums, rule: AggregateRule, unit: string, period: string): unknown {
  const found = aggregateReports(sums, rule, unit, period);
  return found && { ...found };
}

describe("an aggregate", () => {
  test("of a count says how many reports of how many it adds up", () => {
    const sums = buildSums({ "tinh 2025-S1": [{ sum: "70", count: 11, units: 2, periods: 6, expected: 12 }] }); // prettier-ignore
    expect(shown(sums, flow, "tinh", "2025-S1")).toEqual({ value: "70", reported: 11, expected: 12, carried: 0, isEstimate: false }); // prettier-ignore
  });

  test("of a stock counts units whose last report is older as carried", () => {
    const sums = buildSums({
      "tinh 2025-S1": [{ sum: "70", count: 30, units: 8, last: 5, expected: 9 }],
    });
    expect(shown(sums, stock, "tinh", "2025-S1")).toEqual({ value: "70", reported: 5, expected: 9, carried: 3, isEstimate: false }); // prettier-ignore
  });

  test("of a mean divides by the periods that were reported", () => {
    const sums = buildSums({ "tinh 2025-Q1": [{ sum: "70", count: 10, periods: 2 }] });
    expect(shown(sums, { units: "sum", time: "mean" }, "tinh", "2025-Q1")).toMatchObject({ value: "35" });
  });

  test("takes what the unit itself reported for the period before anything below it", () => {
    const reports = [{ own: true, kind: "half-year" as const, isWhole: true, sum: "100" }, { sum: "70" }];
    expect(isUnambiguous(reports.map(buildSum))).toBe(true);
    expect(shown(buildSums({ "tinh 2025-S1": reports }), flow, "tinh", "2025-S1")).toMatchObject({ value: "100" }); // prettier-ignore
  });

  test("is put together from the units below when half-years and months meet there", () => {
    const meeting = [{ kind: "half-year" as const, sum: "100" }, { sum: "70" }];
    expect(isUnambiguous(meeting.map(buildSum))).toBe(false);
    const sums = buildSums(
      {
        "tinh 2025-S1": meeting,
        "a 2025-S1": [{ own: true, kind: "half-year", isWhole: true, sum: "100" }, { sum: "30" }],
        "b 2025-S1": [{ sum: "40" }],
      },
      { tinh: ["a", "b", "c"] },
    );
    expect(shown(sums, flow, "tinh", "2025-S1")).toMatchObject({ value: "140" });
    expect(shown(sums, { units: "min", time: "last" }, "tinh", "2025-S1")).toMatchObject({ value: "40" });
  });

  test("of a rate is only what was reported for just the period", () => {
    const sums = buildSums({ "tinh 2025-S1": [{ own: true, sum: "12" }] });
    expect(shown(sums, { units: "none", time: "exact" }, "tinh", "2025-S1")).toBeUndefined();
  });

  test("of nothing is missing, not zero", () => {
    expect(shown(buildSums({}), flow, "tinh", "2025-S1")).toBeUndefined();
  });
});

test.each([
  ["2025-06", ["2025-S1"]],
  ["2025-05", ["2025-Q1", "2025-04", "2025-05"]],
  ["2025-01", ["2025-01"]],
  ["2025-08", ["2025-S1", "2025-07", "2025-08"]],
  ["2025-11", ["2025-9M", "2025-10", "2025-11"]],
  ["2025-Q2", ["2025-S1"]],
  ["2025-Q4", ["2025"]],
  ["2025", ["2025"]],
  ["2025-W26", ["2025-W26"]],
])("the year to %s is %j", (period, parts) => {
  expect(yearToDateParts(period)).toEqual(parts);
});
