import { describe, expect, test } from "vitest";
import type { TaskGap } from "#contract/task.ts";
import type { TaskStatus } from "#domain/task.ts";
import { indicatorLine } from "./indicator-line.ts";
import { countGaps, openQuestions } from "./open-questions.ts";
import { compareNumbers, groupByStatus } from "./status-groups.ts";

const task = (number: string, gaps: readonly TaskGap[], status: TaskStatus = "no-term") => ({
  id: `t${number}`,
  number,
  status,
  gaps: [...gaps],
});

describe("the bar of statuses", () => {
  test("late work stands first, work without a term last, and what nobody has is not drawn", () => {
    const statuses: TaskStatus[] = ["no-term", "done-on-time", "open-overdue", "no-term"];
    expect(groupByStatus(statuses.map((status) => ({ status })))).toEqual([
      { status: "open-overdue", count: 1 },
      { status: "done-on-time", count: 1 },
      { status: "no-term", count: 2 },
    ]);
    expect(groupByStatus([])).toEqual([]);
  });

  test("conclusion 10 comes after 5.2, and 5.10 after 5.2", () => {
    expect(["10", "5.10", "5.2", "1"].toSorted(compareNumbers)).toEqual(["1", "5.2", "5.10", "10"]);
  });
});

describe("what is still missing", () => {
  test("one question after the other: conclusion by conclusion, who before by when before what", () => {
    const questions = openQuestions([task("10", ["product"]), task("2", ["product", "term", "lead"])]);
    expect(questions).toEqual([
      { task: "t2", gap: "lead" },
      { task: "t2", gap: "term" },
      { task: "t2", gap: "product" },
      { task: "t10", gap: "product" },
    ]);
    expect(countGaps(questions)).toEqual({ lead: 1, term: 1, product: 2 });
  });

  test("a lead that was merged into another unit is a lead that is missing", () => {
    expect(countGaps(openQuestions([task("1", ["lead-closed"], "open-in-term")])).lead).toBe(1);
  });

  test("nothing more is asked about work that is done or was stopped", () => {
    const finished = [task("1", ["product"], "done-late"), task("2", ["lead"], "stopped")];
    expect(openQuestions(finished)).toEqual([]);
  });
});

describe("the indicator since the day of assignment", () => {
  const words = { title: "Methadone", missing: "–", periodName: (period: string) => period };
  const figure = (period: string, value: string | null) =>
    ({
      period,
      value,
      text: value === null ? "–" : `${value} người`,
      unit: "người",
      state: value === null ? "missing" : "confirmed",
    }) as const;

  test("it runs in the order of time, and a year without a figure is a gap, whether it was sent as one or left out", () => {
    const figures = [figure("2023-S1", "1906"), figure("2020-S1", "2315"), figure("2022-S1", "2077"), figure("2024-S1", null)]; // prettier-ignore
    const line = indicatorLine(figures, words);
    expect(line?.times).toEqual(["2020-S1", "2021-S1", "2022-S1", "2023-S1"]);
    expect(line?.series[0]?.points[0]?.text).toBe("2315");
    expect(line?.series[0]?.points.map(({ value }) => value)).toEqual([2315, undefined, 2077, 1906]);
  });

  test("one figure is no line", () => {
    expect(indicatorLine([figure("2020-S1", "2315"), figure("2021-S1", null)], words)).toBeUndefined();
    expect(indicatorLine([], words)).toBeUndefined();
  });
});
