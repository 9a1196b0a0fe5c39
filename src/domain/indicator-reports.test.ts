import { describe, expect, test } from "vitest";
import { decimal } from "./decimal.ts";
import { aggregationTypes } from "./expression/item.ts";
import { aggregateBy, withoutParts, type Report } from "./indicator-reports.ts";

const report = (unit: string, period: string, value: number): Report => ({
  unit,
  period,
  value: decimal(value),
  isEstimate: false,
});
const parents: Readonly<Record<string, string>> = { xa: "huyen", tram: "xa", huyen: "tinh" };

describe("reports that are read one by one", () => {
  test("never count both a unit and those below it, nor a period and its parts", () => {
    const reports = [
      report("huyen", "2025-01", 10),
      report("xa", "2025-01", 4),
      report("tram", "2025-02", 1),
      report("xa", "2025-Q1", 7),
      report("xa", "2025-04", 2),
      report("other", "2025-01", 3),
    ];
    const kept = withoutParts(reports, (unit) => parents[unit]);
    expect(kept.map(({ unit, period }) => `${unit} ${period}`)).toEqual([
      "huyen 2025-01",
      "xa 2025-Q1",
      "xa 2025-04",
      "other 2025-01",
    ]);
  });

  test("of nothing there is no number, whatever is asked", () => {
    for (const type of aggregationTypes) expect(aggregateBy(type, [])).toBeUndefined();
  });

  const some = [report("b", "2025-03", 6), report("a", "2025-01", 1), report("a", "2025-02", 3)];
  test.each([
    ["SUM", "10"], ["AVERAGE", "4"], ["AVERAGE_SUM_ORG_UNIT", "8"], ["COUNT", "3"],
    ["FIRST", "7"], ["FIRST_AVERAGE_ORG_UNIT", "3.5"], ["FIRST_FIRST_ORG_UNIT", "1"],
    ["LAST", "9"], ["LAST_AVERAGE_ORG_UNIT", "4.5"], ["LAST_LAST_ORG_UNIT", "6"], ["LAST_IN_PERIOD", "9"],
    ["MAX", "6"], ["MAX_SUM_ORG_UNIT", "9"], ["MIN", "1"], ["MIN_SUM_ORG_UNIT", "7"], ["NONE", undefined],
  ] as const)("%s is %s", (type, expected) => {
    expect(aggregateBy(type, some)?.toFixed()).toBe(expected);
  }); // prettier-ignore
});
