import { describe, expect, test } from "vitest";
import type { DataSet } from "./data-set.ts";
import { closesOn, dueOn, listOpenPeriods, periodOn, whyShut } from "./deadline.ts";
import { buildDataSet } from "./data-set-builder.ts";
import { addWorkingDays, plainCalendar } from "./working-days.ts";

const holidays2023 = { holidays: new Set(["2023-05-02", "2023-05-03", "2023-09-01", "2023-09-04"]), workingDays: new Set<string>() }; // prettier-ignore

describe("working days", () => {
  test.each([
    ["2023-06-30", 5, "2023-07-07"], // Friday: the week after
    ["2023-04-30", 5, "2023-05-10"], // Reunification day, 1 May and two days off in lieu
    ["2023-08-31", 5, "2023-09-11"], // National day is four days long
    ["2023-12-31", 5, "2024-01-08"], // New Year
    ["2023-06-30", 0, "2023-06-30"],
  ])("after %s, %d working days end on %s", (from, count, day) => {
    expect(addWorkingDays(from, count, holidays2023)).toBe(day);
  });

  test("a Saturday worked in exchange counts", () => {
    const calendar = { holidays: new Set(["2024-04-29"]), workingDays: new Set(["2024-05-04"]) };
    expect(addWorkingDays("2024-04-26", 3, calendar)).toBe("2024-05-04");
  });
});

describe("when a form is due", () => {
  const due = (facts: Partial<DataSet>, period: string) => dueOn(buildDataSet(facts), period, plainCalendar);

  test("counts from the last day of the period", () => {
    expect(due({}, "2023-06")).toBe("2023-07-07");
    expect(due({ deadline: { days: 10, counting: "days" } }, "2023-02")).toBe("2023-03-10");
    expect(due({ periodType: "half-year", deadline: { days: 15, counting: "working-days" } }, "2023-S1")).toBe("2023-07-21"); // prettier-ignore
  });

  test("a plan for the year is due after the year's first day", () => {
    const deadline = { days: 15, from: "start", counting: "working-days" } as const;
    expect(due({ periodType: "year", deadline }, "2023")).toBe("2023-01-20");
  });

  test("an administrative period ends on the 14th", () => {
    const facts = { periodRule: "administrative", deadline: { days: 2, counting: "working-days" } } as const;
    expect(due(facts, "2023-06")).toBe("2023-06-16");
  });

  test("a period opens on its first day and closes so many days after it was due", () => {
    const dataSet = buildDataSet({ deadline: { days: 5, counting: "working-days", closesAfter: 60 } });
    expect(closesOn(dataSet, "2023-06", plainCalendar)).toBe("2023-09-05");
    const shut = (today: string) => whyShut(dataSet, "2023-06", today, plainCalendar);
    expect([shut("2023-05-31"), shut("2023-06-01"), shut("2023-09-05"), shut("2023-09-06")]).toEqual(["period-not-open", undefined, undefined, "period-closed"]); // prettier-ignore
    expect(whyShut(buildDataSet(), "2023-06", "2039-01-01", plainCalendar)).toBeUndefined();
  });
});

test.each([
  ["month", "calendar", "2023-07-05", "2023-07"],
  ["month", "administrative", "2023-07-14", "2023-07"],
  ["month", "administrative", "2023-07-15", "2023-08"],
  ["month", "administrative", "2023-12-15", "2024-01"],
  ["half-year", "administrative", "2022-12-15", "2023-S1"],
  ["half-year", "calendar", "2023-06-30", "2023-S1"],
  ["quarter", "calendar", "2023-10-01", "2023-Q4"],
  ["week", "calendar", "2024-12-30", "2025-W01"],
  ["year", "calendar", "2023-12-31", "2023"],
  ["nine-months", "calendar", "2023-10-01", undefined],
] as const)("the %s (%s) of %s is %s", (type, rule, day, period) => {
  expect(periodOn(type, day, rule)).toBe(period);
});

describe("which periods are open", () => {
  const monthly = buildDataSet({ deadline: { days: 5, counting: "working-days", closesAfter: 60 } });
  const open = (versions: DataSet[], today: string) => listOpenPeriods(versions, today, plainCalendar).map(({ period }) => period); // prettier-ignore

  test("the running one and those before it that have not closed", () => {
    expect(open([monthly], "2023-07-05")).toEqual(["2023-07", "2023-06", "2023-05", "2023-04"]);
  });

  test("none before the form began, each with the version of its own time", () => {
    const next = { ...monthly, validFrom: "2023-06-01" };
    const periods = listOpenPeriods(
      [{ ...monthly, validFrom: "2023-05-15" }, next],
      "2023-07-05",
      plainCalendar,
    );
    expect(periods.map(({ period, dataSet }) => [period, dataSet.validFrom])).toEqual([
      ["2023-07", "2023-06-01"],
      ["2023-06", "2023-06-01"],
      ["2023-05", "2023-05-15"],
    ]);
  });

  test("nine months are asked for until next year's begin", () => {
    const nine = buildDataSet({ periodType: "nine-months" });
    expect(open([nine], "2023-11-02")[0]).toBe("2023-9M");
  });
});
