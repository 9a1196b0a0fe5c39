import { describe, expect, test } from "vitest";
import type { AnalyticsCell } from "#contract/analytics.ts";
import { buildPivot, byName, headRows, nameAt, type PivotTable } from "./pivot.ts";

function buildCell(orgUnit: string, period: string, value: string | null, more: Partial<AnalyticsCell> = {}): AnalyticsCell {
  return { item: "malaria.cases", orgUnit, period, role: "actual", value, unit: "ca", state: value === null ? "missing" : "confirmed", reported: 1, expected: 1, carried: 0, ...more };
} // prettier-ignore

function buildTable(cells: readonly AnalyticsCell[]): PivotTable {
  const each = (name: "item" | "orgUnit" | "period") => [...new Set(cells.map((cell) => cell[name]))];
  return {
    items: each("item").map((id) => ({ id, key: id, breakdown: {}, name: { vi: id, en: id } })),
    orgUnits: each("orgUnit").map((uid) => ({ uid, name: uid, fullName: uid, type: "xa" })),
    periods: each("period"),
    roles: [...new Set(cells.map(({ role }) => role))],
    cells: [...cells],
  };
}

const table = buildTable([
  buildCell("Than Uyên", "2022-S1", "9"),
  buildCell("Than Uyên", "2023-S1", "7"),
  buildCell("Mù Cả", "2022-S1", "10"),
  buildCell("Mù Cả", "2023-S1", null),
  buildCell("Dào San", "2022-S1", "2"),
  buildCell("Dào San", "2023-S1", "12"),
]);
const plain = { rows: "orgUnit", isComplete: false } as const;
const order = (pivot: ReturnType<typeof buildPivot>) => pivot.rows.map(({ id }) => id);

test("units stand down the side, and what there is only one of is told in the title, not in a column", () => {
  const pivot = buildPivot(table, plain);
  expect(pivot.columns.map(({ key }) => key)).toEqual(["2022-S1", "2023-S1"]);
  expect(pivot.fixed.map(({ id }) => id)).toEqual(["malaria.cases", "actual"]);
  expect(pivot.rows[1]!.cells.map((cell) => cell?.value)).toEqual(["10", null]);
  expect(nameAt(pivot, pivot.rows[0]!, pivot.columns[1]!)).toEqual({ item: "malaria.cases", orgUnit: "Than Uyên", period: "2023-S1", role: "actual" }); // prettier-ignore
});

test("rows and columns change places and every number stays with its unit and period", () => {
  const pivot = buildPivot(table, { rows: "period", isComplete: false });
  expect(order(pivot)).toEqual(["2022-S1", "2023-S1"]);
  expect(pivot.rows[1]!.cells.map((cell) => cell?.value)).toEqual(["7", null, "12"]);
});

describe("sorting", () => {
  const sorted = (column: string, isDescending: boolean) =>
    order(buildPivot(table, { ...plain, sort: { column, isDescending } }));
  test("goes by number, not by digits, and leaves what is missing at the end either way", () => {
    expect(sorted("2022-S1", true)).toEqual(["Mù Cả", "Than Uyên", "Dào San"]);
    expect(sorted("2023-S1", true)).toEqual(["Dào San", "Than Uyên", "Mù Cả"]);
    expect(sorted("2023-S1", false)).toEqual(["Than Uyên", "Dào San", "Mù Cả"]);
  });
  test("by name, or by a column that is no longer there: then as in the catalogue", () => {
    expect(sorted(byName, false)).toEqual(["Dào San", "Mù Cả", "Than Uyên"]);
    expect(sorted("1999", true)).toEqual(["Than Uyên", "Mù Cả", "Dào San"]);
  });
});

test("the province stands above its communes whatever they are sorted by, and once only", () => {
  const totals = buildTable([
    buildCell("Toàn tỉnh", "2022-S1", "1"),
    buildCell("Toàn tỉnh", "2023-S1", "19"),
  ]);
  const pivot = buildPivot(table, { ...plain, sort: { column: "2022-S1", isDescending: true } }, totals);
  expect(order(pivot)[0]).toBe("Toàn tỉnh");
  expect(pivot.rows[0]!.isTotal).toBe(true);
  expect(order(buildPivot(table, plain, table))).toHaveLength(3);
});

test("rows that lack a number can be left out, and it is said how many", () => {
  const pivot = buildPivot(table, { ...plain, isComplete: true });
  expect(order(pivot)).toEqual(["Than Uyên", "Dào San"]);
  expect(pivot.hidden).toBe(1);
});

test("heads span the columns below them, the chosen side outermost", () => {
  const cells = table.cells.flatMap((cell) => [cell, { ...cell, role: "prior_year" as const }]);
  const byPeriod = buildPivot(buildTable(cells), { ...plain, columns: "period" });
  expect(headRows(byPeriod).map((row) => row.map(({ member, span }) => [member.id, span]))).toEqual([
    [["2022-S1", 2], ["2023-S1", 2]],
    [["actual", 1], ["prior_year", 1], ["actual", 1], ["prior_year", 1]],
  ]); // prettier-ignore
  const byRole = buildPivot(buildTable(cells), { ...plain, columns: "role" });
  expect(byRole.columns.map(({ key }) => key)).toEqual([
    "actual|2022-S1",
    "actual|2023-S1",
    "prior_year|2022-S1",
    "prior_year|2023-S1",
  ]);
});

test("cells that have not come yet are told apart from numbers that are missing", () => {
  const half = { ...table, cells: table.cells.slice(0, 1) };
  expect(buildPivot(half, plain).rows[0]!.cells[1]).toBeUndefined();
  expect(buildPivot(table, plain).rows[1]!.cells[1]?.value).toBeNull();
});
