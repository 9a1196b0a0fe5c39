import { describe, expect, test } from "vitest";
import { expandPeriods, lastPeriods, latestValuesDay, nearestPeriod, periodsOfYear, readPeriods, sameTypeOldestFirst } from "./period-choice.ts"; // prettier-ignore

describe("a person types periods as an office says them", () => {
  test.each([
    ["6 tháng 2023, năm trước", ["2023-S1", "2022-S1"]],
    ["6 tháng đầu năm 2019-2023", ["2019-S1", "2020-S1", "2021-S1", "2022-S1", "2023-S1"]],
    ["quý II/2023; kỳ trước", ["2023-Q2", "2023-Q1"]],
    ["tháng 1-3/2023", ["2023-01", "2023-02", "2023-03"]],
    ["Tháng 12 năm 2022 và cùng kỳ năm trước", ["2022-12", "2021-12"]],
    ["9 tháng năm 2024", ["2024-9M"]],
    ["tuần 26/2023", ["2023-W26"]],
    ["năm 2022, 2023S1", ["2022", "2023-S1"]],
  ])("%s", (typed, periods) => {
    expect(readPeriods(typed)).toEqual({ periods, unread: [] });
  });

  test("what nobody can read is handed back, never guessed", () => {
    expect(readPeriods("mùa mưa, tháng 13/2023, năm trước, 2023")).toEqual({
      periods: ["2023"],
      unread: ["mùa mưa", "tháng 13/2023", "năm trước"],
    });
  });
});

test("the last twelve months end with the month of the day and cross the new year", () => {
  const months = expandPeriods(["12-thang"], "2023-06-30");
  expect([months.length, months[0], months.at(-1)]).toEqual([12, "2022-07", "2023-06"]);
  expect(expandPeriods(["2023-S1", "không phải kỳ", "2023S1"], "2023-06-30")).toEqual(["2023-S1"]);
});

test("a year has twelve months, four quarters, two halves and 52 or 53 weeks", () => {
  const counts = (["month", "quarter", "half-year", "nine-months", "year", "week"] as const).map(
    (type) => periodsOfYear(type, 2020).length,
  );
  expect(counts).toEqual([12, 4, 2, 1, 1, 53]);
  expect(lastPeriods("week", 2, "2023-01-03")).toEqual(["2022-W52", "2023-W01"]);
});

test("a line goes through periods of one length, oldest first", () => {
  expect(sameTypeOldestFirst(["2023-S1", "2022", "2019-S1"])).toEqual(["2019-S1", "2023-S1"]);
});

test("where a period has no values, the nearest that has is named", () => {
  expect(nearestPeriod("2026-S1", ["2020-S1", "2023-S1", "2023"])).toBe("2023");
  expect(nearestPeriod("2023-Q2", ["2019-S1", "2023-S1", "2023-06"])).toBe("2023-06");
  expect(nearestPeriod("2023", [])).toBeUndefined();
});

test("the latest twelve months end where reports end, not where the year's plan does, and never in the future", () => {
  const periods = ["2022-S1", "2023", "2023-06", "2031-01"].map((period) => ({ period }));
  expect(latestValuesDay(periods, "2026-11-22")).toBe("2023-06-30");
  expect(latestValuesDay([], "2026-11-22")).toBe("2026-11-22");
});
