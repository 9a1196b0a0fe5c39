import { describe, expect, test } from "vitest";
import { decimal } from "#domain/decimal.ts";
import { buildElement, buildSeries } from "./check-builders.ts";
import { rankFindings, relatedPeriods, ValuesCheck, type CellGroup } from "./check-values.ts";
import { checkLimit, indexLimits, proposeLimit } from "./limits.ts";
import { periodsBefore } from "./series.ts";
import { defaultCheckSettings, settingReasons } from "./settings.ts";
import { findingId, valuesOf, type ValueFinding } from "./value-finding.ts";

const half = { period: "2023-S1" };
const flow = buildElement();

function totals(element: string, total: number, month: number, orgUnit = "VN12"): CellGroup {
  const cell = { element, optionCombo: "", orgUnit };
  const series = buildSeries(total, [], { ...cell, ...half });
  return {
    orgUnit,
    series: [series],
    blank: [],
    related: [{ ...cell, period: "2023-06", value: String(month) }],
  };
}

function findTotals(...lines: readonly (readonly [total: number, month: number])[]): ValueFinding[] {
  const check = new ValuesCheck(half);
  lines.forEach(([total, month], index) => {
    check.see(buildElement({ id: `line${index}` }), [totals(`line${index}`, total, month)]);
  });
  return check.findings();
}

describe("totals beside their last month", () => {
  test("the three immunisation lines of 2023 that are exactly seven times the month", () => {
    const found = findTotals([5040, 720], [5369, 767], [2940, 420], [21_500, 2027], [6463, 154], [1185, 177]);
    expect(found.map(({ code, facts }) => [code, facts["factor"], facts["lines"], facts["months"]])).toEqual(
      [5040, 5369, 2940].map(() => ["cumulative-multiple", 7, 3, 6]),
    );
  });

  test("one small line may be a multiple by chance, several with one factor hardly", () => {
    expect(findTotals([84, 12])).toEqual([]);
    expect(findTotals([84, 12], [91, 13], [154, 22]).map(({ facts }) => facts["lines"])).toEqual([3, 3, 3]);
    expect(findTotals([84, 12], [65, 13])).toEqual([]);
  });

  test("a half-year cannot hold less than its June", () => {
    expect(findTotals([700, 720])).toMatchObject([{ code: "period-below-month", severity: "blocking" }]);
  });

  test("nothing times anything is nothing", () => {
    expect(findTotals([0, 0], [5, 0], [0, 5])).toMatchObject([{ code: "period-below-month" }]);
  });

  test("the longer periods that end with a month, and the last month of a longer one", () => {
    expect(relatedPeriods("2023-06")).toEqual(["2023-Q2", "2023-S1"]);
    expect(relatedPeriods("2023-12")).toEqual(["2023-Q4", "2023-S2", "2023"]);
    expect(relatedPeriods("2023-05")).toEqual([]);
    expect(relatedPeriods("2023-S1")).toEqual(["2023-06"]);
    expect(relatedPeriods("2023-W26")).toEqual([]);
  });
});

describe("a total since January", () => {
  const cumulative = buildElement({ timeNature: "cumulative" });
  const find = (now: number, before: readonly number[], period: string) => {
    const check = new ValuesCheck({ period, kinds: new Set(["cumulative"]) });
    check.see(cumulative, [{ orgUnit: "xa-1", series: [buildSeries(now, before, { period })], blank: [], related: [] }]);
    return check.findings();
  }; // prettier-ignore

  test("does not fall within a year, and begins anew in January", () => {
    expect(find(90, [100], "2023-05")).toMatchObject([
      { code: "cumulative-falls", facts: { earlier: "2023-04" } },
    ]);
    expect(find(90, [1000], "2023-01")).toEqual([]);
    expect(find(100, [100], "2023-05")).toEqual([]);
  });

  test("may be a copied multiple of what the month added", () => {
    expect(find(7 * 431, [6 * 431], "2023-07")).toMatchObject([{ code: "cumulative-multiple", facts: { factor: 7, month: "431" } }]); // prettier-ignore
  });
});

describe("a copied form", () => {
  const swing = (seed: number) =>
    Array.from({ length: 24 }, (_, index) => 200 + ((index * 37 + seed * 61) % 90));
  const find = (copied: number, fresh: number) => {
    const check = new ValuesCheck({ period: "2023-12", kinds: new Set(["repetition"]) });
    for (let line = 0; line < copied + fresh; line++) {
      const before = swing(line);
      const now = line < copied ? before[4]! : 205 + ((line * 53) % 80) + 0.5;
      const element = buildElement({ id: `line${line}`, programme: "form" });
      check.see(element, [{ orgUnit: "xa-1", series: [buildSeries(Math.floor(now), before, { element: element.id })], blank: [], related: [] }]);
    }
    return check.findings().filter(({ code }) => code === "repeated-form");
  }; // prettier-ignore

  test("is told once, with the period it was copied from and all its cells", () => {
    const [found, ...others] = find(8, 2);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ facts: { form: "form", repeated: 8, compared: 10, earlier: "2023-07" } });
    expect(found?.cells).toHaveLength(8);
  });

  test("a few equal numbers are no copy", () => {
    expect(find(2, 8)).toEqual([]);
    expect(find(4, 0)).toEqual([]);
  });
});

describe("limits", () => {
  const limit = { element: "visits", optionCombo: "", periodType: "month", most: decimal(100) } as const;
  const cell = { element: "visits", optionCombo: "", orgUnit: "xa-1", period: "2023-12" };

  test("that of the unit before that of its type before that of all", () => {
    const all = [limit, { ...limit, unitType: "xa", most: decimal(200) }, { ...limit, orgUnit: "xa-1", most: decimal(300) }];
    const find = (limits: typeof all, orgUnit: string, type: string) => indexLimits(limits)({ ...cell, orgUnit }, type, "month")?.most?.toFixed();
    expect([find(all, "xa-1", "xa"), find(all, "xa-2", "xa"), find(all, "bv", "hospital")]).toEqual(["300", "200", "100"]);
    expect(indexLimits(all)(cell, "xa", "quarter")).toBeUndefined();
  }); // prettier-ignore

  test("a value at the limit is within it", () => {
    expect(checkLimit({ ...cell, value: "100" }, limit)).toEqual([]);
    expect(checkLimit({ ...cell, value: "100.5" }, limit)).toMatchObject([{ code: "above-maximum" }]);
  });

  test("proposed limits hold what was ever reported but one odd value, and are round", () => {
    const history = [...Array.from({ length: 23 }, (_, index) => 90 + index), 100_000];
    const proposed = proposeLimit(history, flow);
    expect([proposed?.least.toFixed(), proposed?.most.toFixed()]).toEqual(["61", "150"]);
    expect(proposeLimit([1, 2, 3], flow)).toBeUndefined();
    expect(proposeLimit(Array.from({ length: 12 }, () => 0), flow)).toMatchObject({ least: decimal(0) });
  });
}); // prettier-ignore

test("a finding keeps its name while its values change, and its values tell when they do", () => {
  const [before] = findTotals([5040, 720]);
  const [after] = findTotals([7920, 720]);
  expect(findingId(before!)).toBe(findingId(after!));
  expect(valuesOf(before!)).not.toBe(valuesOf(after!));
});

test("findings of one gravity keep their order whatever order they were made in", () => {
  const found = findTotals([5040, 720], [5369, 767], [2940, 420]);
  expect(rankFindings(found.toReversed())).toEqual(rankFindings(found));
});

test("every threshold says what it does and why", () => {
  expect(Object.keys(settingReasons).toSorted()).toEqual(Object.keys(defaultCheckSettings).toSorted());
});

test("two years of months, and a century is not left", () => {
  expect(periodsBefore("2023-02").slice(0, 3)).toEqual(["2023-01", "2022-12", "2022-11"]);
  expect(periodsBefore("2023-02")).toHaveLength(24);
  expect(periodsBefore("2023-S1")).toHaveLength(8);
});
