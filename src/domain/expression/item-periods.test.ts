import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWithin, nextPeriod, periodEnd, periodType, type Period } from "#domain/period.ts";
import { compileExpression } from "./compile-expression.ts";
import { periodItemValue, periodsOf } from "./item-periods.ts";
import type { Item } from "./item.ts";

function itemOf(text: string): Item {
  const [item] = compileExpression(text).items;
  if (!item) throw new Error(`no item in ${text}`);
  return item;
}

describe("the periods that make up an item", () => {
  test.each<[string, string | string[], string[]]>([
    ["#{a}", "2023-03", ["2023-03"]],
    ["#{a}.periodOffset(-1)", "2023-01", ["2022-12"]],
    ["#{a}.periodOffset(-12)", "2023-03", ["2022-03"]],
    ["#{a}.periodOffset(+1)", "2023-Q4", ["2024-Q1"]],
    ["#{a}.periodOffset(-1)", "2021-W01", ["2020-W53"]],
    ["#{a}.periodOffset(-1)", "2023-9M", ["2022-9M"]],
    ["#{a}.yearToDate()", "2023-03", ["2023-01", "2023-02", "2023-03"]],
    ["#{a}.yearToDate()", "2023-Q3", ["2023-Q1", "2023-Q2", "2023-Q3"]],
    ["#{a}.yearToDate()", "2023-S2", ["2023-S1", "2023-S2"]],
    ["#{a}.yearToDate()", "2023-9M", ["2023-9M"]],
    ["#{a}.yearToDate()", "2023", ["2023"]],
    ["#{a}.yearToDate()", "2021-W02", ["2021-W01", "2021-W02"]],
    ["#{a}.yearToDate().periodOffset(-12)", "2023-02", ["2022-01", "2022-02"]],
    ["#{a}.periodOffset(-2).yearToDate()", "2023-01", listMonths("2022-01", 11)],
    ["(#{a}.yearToDate()).yearToDate()", "2023-02", ["2023-01", "2023-02"]],
    ["#{a}.yearToDate()", ["2023-02", "2023-03"], ["2023-01", "2023-02", "2023-03"]],
    ["#{a}", ["2023-01", "2023-Q1", "2023-01"], ["2023-Q1"]],
    ["#{a}.minDate(2023-2-1)", "2023-Q1", ["2023-02", "2023-03"]],
    ["#{a}.minDate(2023-2-1).maxDate(2023-2-28)", "2023-Q1", ["2023-02"]],
    ["#{a}.yearToDate().minDate(2023-2-2)", "2023-04", ["2023-03", "2023-04"]],
    ["#{a}.minDate(2024-1-1)", "2023", []],
    ["#{a}.maxDate(2023-1-4)", "2023-W01", []],
    ["#{a}.periodOffset(-1)", "1900", []],
    ["#{a}.periodOffset(1)", "9999-12", []],
    ["C{k}", "2023-03", ["2023-03"]],
  ])("%s in %s", (text, asked, expected) => {
    expect(periodsOf(itemOf(text), asked)).toEqual(expected);
  });

  test("no day is counted twice, whatever is shifted and summed up over whatever periods", () => {
    const month = fc
      .integer({ min: 0, max: 47 })
      .map((index) => listMonths("2020-01", 48)[index] ?? "2020-01");
    fc.assert(
      fc.property(
        fc.array(month, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: -30, max: 30 }),
        (months, offset) => {
          const periods = periodsOf(itemOf(`(#{a}.periodOffset(${offset})).yearToDate()`), months);
          expect(new Set(periods).size).toBe(periods.length);
          for (const period of periods) expect(periodType(period)).toBe("month");
        },
      ),
    );
  });

  test("shifting and then summing up since January is summing up and then shifting", () => {
    const one = periodsOf(itemOf("#{a}.yearToDate().periodOffset(-3)"), "2023-05");
    expect(periodsOf(itemOf("#{a}.periodOffset(-3).yearToDate()"), "2023-05")).toEqual(one);
  });

  test("months asked for beside their quarter add nothing", () => {
    const periods = periodsOf(itemOf("#{a}"), ["2023-Q1", ...listMonths("2023-01", 5)]);
    expect(periods).toEqual(["2023-Q1", "2023-04", "2023-05"]);
    expect(periods.filter((period) => isWithin(period, "2023-Q1"))).toEqual(["2023-Q1"]);
    expect(periodEnd(periods.at(-1) ?? "")).toBe("2023-05-31");
  });
});

describe("numbers of the period itself", () => {
  test.each([
    ["[days]", "2023-02", 28],
    ["[days]", "2024-Q1", 91],
    ["[days]", "2023-W26", 7],
    ["[days].yearToDate()", "2023-02", 59],
    ["[days].periodOffset(-12)", "2025-02", 29],
    ["[periodInYear]", "2023-03", 3],
    ["[periodInYear]", "2023-9M", 1],
    ["[periodInYear].periodOffset(-3)", "2023-02", 11],
    ["[yearlyPeriodCount]", "2023-03", 12],
    ["[yearlyPeriodCount]", "2023-Q1", 4],
    ["[yearlyPeriodCount]", "2023-S1", 2],
    ["[yearlyPeriodCount]", "2023", 1],
    ["[yearlyPeriodCount]", "2020-W10", 53],
    ["[yearlyPeriodCount]", "2021-W11", 52],
    ["[yearlyPeriodCount]", "2026-W46", 53],
  ])("%s in %s is %d", (text, period, expected) => {
    expect(periodItemValue(itemOf(text), period)?.toNumber()).toBe(expected);
  });

  test("a data element is no such number", () => {
    expect(periodItemValue(itemOf("#{a}"), "2023-02")).toBeUndefined();
  });
});

function listMonths(first: Period, count: number): Period[] {
  const months = [first];
  while (months.length < count) months.push(nextPeriod(months.at(-1) ?? first));
  return months;
}
