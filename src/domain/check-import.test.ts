import { describe, expect, test } from "vitest";
import type { Breakdown } from "./breakdown.ts";
import { checkImport, distinctItems } from "./check-import.ts";
import type { Imported } from "./check-import-cell.ts";
import type { DataElement } from "./data-element.ts";
import type { DataValue, Target } from "./data-value.ts";
import { decimal } from "./decimal.ts";
import type { FigureRole } from "./figure.ts";

const place = { file: "so-lieu.csv", column: "F" };

describe("the same cell twice", () => {
  test("is a finding even when the values agree", () => {
    expect(check([buildValue({ row: 2 }), buildValue({ row: 5 })])).toMatchObject([
      {
        code: "cell-twice",
        severity: "blocking",
        facts: { firstRow: 2, value: "10" },
        place: { file: "so-lieu.csv", row: 5 },
      },
    ]);
  });

  test("with two values names both", () => {
    expect(check([buildValue({ row: 2 }), buildValue({ row: 5, value: "11" })])).toMatchObject([
      { code: "cell-twice-differs", facts: { firstRow: 2, firstValue: "10", value: "11" } },
    ]);
  });

  test("in two roles is one value when they agree, and a finding when they do not", () => {
    const actual = buildValue({ row: 2, role: "actual" });
    expect(check([actual, buildValue({ row: 3, role: "cumulative" })])).toEqual([]);
    expect(check([actual, buildValue({ row: 3, role: "cumulative", value: "9" })])).toMatchObject([
      { code: "cell-twice-differs", facts: { firstRole: "actual", role: "cumulative" } },
    ]);
    expect([...distinctItems([actual, buildValue({ row: 3, role: "cumulative" })])]).toHaveLength(1);
  });

  test("in two roles is kept as its last row says it", () => {
    const rows = [
      buildValue({ row: 2, asOf: "2023-06-29" }),
      buildValue({ row: 3, combo: "sex=nữ" }),
      buildValue({ row: 4, role: "cumulative", asOf: "2023-06-30" }),
    ];
    const kept = Array.from(distinctItems(rows), ({ optionCombo, asOf }) => `${optionCombo} ${asOf}`);
    expect(new Set(kept)).toEqual(new Set([" 2023-06-30", "sex=nữ undefined"]));
    expect(kept).toHaveLength(2);
  });

  test("a thousand times over is listed, and counted beyond that", () => {
    const findings = check(Array.from({ length: 1501 }, (_, index) => buildValue({ row: index + 2 })));
    expect(findings).toHaveLength(1001);
    expect(findings.at(-1)).toMatchObject({
      code: "more-findings",
      severity: "blocking",
      facts: { count: 500 },
      place: { file: "so-lieu.csv" },
    });
  });

  test("may be two plans of two bodies", () => {
    const targets = [buildTarget("UBND", 2), buildTarget("HĐND", 3)];
    expect(check([], { targets })).toEqual([]);
    expect([...distinctItems(targets)]).toHaveLength(2);
    expect(check([], { targets: [...targets, buildTarget("UBND", 4)] })).toMatchObject([
      { code: "cell-twice" },
    ]);
  });
});

describe("a part above its whole", () => {
  test("is found within the file", () => {
    const values = [buildValue({ row: 2 }), buildValue({ row: 3, combo: "sex=nữ", value: "11" })];
    expect(check(values)).toMatchObject([
      {
        code: "part-above-whole",
        severity: "blocking",
        facts: { breakdown: "sex=nữ", part: "11", whole: "10", wholeRow: 2 },
        place: { row: 3 },
      },
    ]);
  });

  test("is found against what is kept, on either side", () => {
    const total = buildValue({ row: 2, value: "10" });
    const part = buildValue({ row: 3, combo: "sex=nữ", value: "11" });
    expect(check([part], { existing: [total.item] })).toMatchObject([
      { code: "part-above-whole", facts: { wholeRow: 0 } },
    ]);
    expect(check([total], { existing: [part.item] })).toMatchObject([
      { code: "part-above-whole", place: { row: 2 } },
    ]);
  });

  test("is forgiven when the file corrects what is kept", () => {
    const values = [
      buildValue({ row: 2, value: "12" }),
      buildValue({ row: 3, combo: "sex=nữ", value: "11" }),
    ];
    expect(check(values, { existing: [buildValue({ value: "10" }).item] })).toEqual([]);
  });

  test("does not concern cells that the file leaves alone", () => {
    const kept = [buildValue({ value: "10" }).item, buildValue({ combo: "sex=nữ", value: "11" }).item];
    expect(
      check([buildValue({ row: 2, combo: "sex=nam", value: "1" })], { existing: kept }).map(
        ({ facts }) => facts.breakdown,
      ),
    ).not.toContain("sex=nam");
    expect(check([buildValue({ row: 2, period: "2023-Q1" })], { existing: kept })).toEqual([]);
  });

  test.each<[Breakdown["relation"], string | undefined]>([
    ["partition", "parts-above-whole"],
    ["subset", undefined],
    ["overlapping", undefined],
  ])("parts of a %s that exceed it together: %s", (relation, code) => {
    const breakdowns = [{ dimensions: ["sex"], relation }];
    const values = [
      buildValue({ row: 2 }),
      buildValue({ row: 3, combo: "sex=nam", value: "6" }),
      buildValue({ row: 4, combo: "sex=nữ", value: "6" }),
    ];
    expect(check(values, { elements: [{ ...element, breakdowns }] }).map((finding) => finding.code)).toEqual(
      code ? [code] : [],
    );
  });

  test("is found between two levels of a breakdown", () => {
    const breakdowns: Breakdown[] = [
      { dimensions: ["tier"], relation: "partition" },
      { dimensions: ["tier", "type"], relation: "subset" },
    ];
    const values = [
      buildValue({ row: 2, combo: "tier=xã", value: "5" }),
      buildValue({ row: 3, combo: "tier=xã;type=bác sĩ", value: "6" }),
      buildValue({ row: 4, combo: "tier=huyện;type=bác sĩ", value: "6" }),
    ];
    expect(check(values, { elements: [{ ...element, breakdowns }] })).toMatchObject([
      { code: "part-above-whole", facts: { wholeBreakdown: "tier=xã", part: "6", whole: "5" } },
    ]);
  });

  test("is not looked for between different days, nor among percentages", () => {
    const values = [
      buildValue({ row: 2 }),
      buildValue({ row: 3, combo: "sex=nữ", value: "11", asOf: "2023-07-06" }),
    ];
    expect(check(values)).toEqual([]);
    const percent = [buildValue({ row: 2 }), buildValue({ row: 3, combo: "sex=nữ", value: "11" })];
    expect(check(percent, { elements: [{ ...element, valueType: "percent" }] })).toEqual([]);
  });
});

describe("single values", () => {
  test("a count below zero is a finding, a negative amount of money is not", () => {
    expect(check([buildValue({ row: 7, value: "-1" })])).toMatchObject([
      {
        code: "negative-count",
        severity: "blocking",
        facts: { value: "-1" },
        place: { row: 7, column: "F" },
      },
    ]);
    expect(check([buildValue({ value: "-1" })], { elements: [{ ...element, valueType: "money" }] })).toEqual(
      [],
    );
  });

  test.each([
    ["100.1", ["percent-out-of-range"]],
    ["-0.1", ["percent-out-of-range"]],
    ["100", []],
    ["0", []],
  ])("a percentage of %s: %j", (value, codes) => {
    const findings = check([buildValue({ value })], { elements: [{ ...element, valueType: "percent" }] });
    expect(findings.map(({ code }) => code)).toEqual(codes);
    expect(findings.every(({ severity }) => severity === "warning")).toBe(true);
  });

  test("a period that has not begun is a finding, one that has begun is not", () => {
    expect(check([buildValue({ period: "2023-S2" })], { today: "2023-06-30" })).toMatchObject([
      { code: "period-future", severity: "blocking", facts: { from: "2023-07-01", today: "2023-06-30" } },
    ]);
    expect(check([buildValue({ period: "2023-S1" })], { today: "2023-06-24" })).toEqual([]);
    expect(check([buildValue({ asOf: "2023-07-06" })], { today: "2023-07-01" })).toMatchObject([
      { code: "period-future" },
    ]);
    expect(check([], { targets: [buildTarget("UBND", 2)], today: "2022-01-01" })).toEqual([]);
  });
});

const element: DataElement = {
  id: "tb.managed",
  key: "tb.managed",
  name: { vi: "Bệnh nhân lao quản lý", en: "TB patients managed" },
  unit: "bệnh nhân",
  valueType: "integer",
  timeNature: "flow",
  orgNature: "sum",
  collected: "month",
  programme: "Lao",
  level: "xã",
  owner: "VN12",
  breakdowns: [{ dimensions: ["sex"], relation: "partition" }],
};

function check(
  values: readonly Imported<DataValue>[],
  given: Partial<Parameters<typeof checkImport>[0]> = {},
) {
  return checkImport({
    values,
    targets: [],
    elements: [element],
    existing: [],
    today: "2026-01-01",
    place,
    ...given,
  });
}

function buildValue(given: {
  row?: number;
  role?: FigureRole;
  combo?: string;
  value?: string;
  period?: string;
  asOf?: string;
}): Imported<DataValue> {
  const { row = 2, role = "actual", combo = "", value = "10", period = "2023-S1", asOf } = given;
  const item = {
    element: "tb.managed",
    optionCombo: combo,
    period,
    orgUnit: "VN12",
    value: decimal(value),
    source: "reported",
  } as const;
  return { row, role, item: asOf === undefined ? item : { ...item, asOf } };
}

function buildTarget(setBy: string, row: number): Imported<Target> {
  return {
    row,
    role: "plan",
    item: {
      element: "tb.managed",
      optionCombo: "",
      period: "2023",
      orgUnit: "VN12",
      value: decimal("10"),
      setBy,
    },
  };
}
