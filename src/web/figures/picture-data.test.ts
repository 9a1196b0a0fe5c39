import { expect, test } from "vitest";
import type { AnalyticsCell } from "#contract/analytics.ts";
import { countStates, pictureData } from "./picture-data.ts";
import { buildPivot } from "./pivot.ts";
import { nameUnits } from "./unit-name.ts";

const units = ["Than Uyên", "Mù Cả"];
const buildCell = (item: string, orgUnit: string, value: string | null, unit: string): AnalyticsCell => ({
  item, orgUnit, period: "2023-S1", role: "actual", value, unit, state: value === null ? "missing" : "provisional", reported: 1, expected: 2, carried: 0,
}); // prettier-ignore
const cells = [
  buildCell("cases", "Than Uyên", "7", "ca"),
  buildCell("cases", "Mù Cả", "12", "ca"),
  buildCell("rate", "Than Uyên", "27.3", "%"),
  buildCell("rate", "Mù Cả", null, "%"),
];
const table = {
  items: ["cases", "rate"].map((id) => ({ id, key: id, breakdown: {}, name: { vi: id, en: id } })),
  orgUnits: units.map((uid) => ({ uid, name: uid, fullName: uid, type: "xa" })),
  periods: ["2023-S1"],
  roles: ["actual" as const],
  cells,
};
const byUnit = buildPivot(table, { rows: "orgUnit", isComplete: false });
const byItem = buildPivot(table, { rows: "item", isComplete: false });

test("a picture begins with a rate, and follows the column that was asked for or sorted by", () => {
  expect(pictureData(byUnit, undefined, undefined)!.column.key).toBe("rate");
  expect(pictureData(byUnit, undefined, "cases")!.column.key).toBe("cases");
  expect(pictureData(byUnit, "rate", "cases")!.column.key).toBe("rate");
});

test("a missing number stays missing, and numbers of different units have no picture together", () => {
  expect(pictureData(byUnit, "rate", undefined)!.rows.map(({ value }) => value)).toEqual([27.3, undefined]);
  expect(pictureData(byItem, "Than Uyên", undefined)!.unit).toBeUndefined();
});

test("provisional and missing numbers are counted under the picture", () => {
  expect(countStates(cells)).toEqual({ provisional: 3, missing: 1 });
});

test("wards and towns are abbreviated, and two units of one name keep their full names apart", () => {
  const name = (uid: string, type: string, short: string, fullName: string) => ({ uid, type, name: short, fullName }); // prettier-ignore
  const names = nameUnits([
    name("1", "phuong", "Tân Phong", "Phường Tân Phong"),
    name("2", "xa", "Sìn Hồ", "Xã Sìn Hồ"),
    name("3", "huyen", "Sìn Hồ", "Huyện Sìn Hồ"),
    name("4", "hospital", "Tỉnh", "Bệnh viện Đa khoa tỉnh"),
  ]);
  expect([...names.values()]).toEqual([
    "P. Tân Phong",
    "Xã Sìn Hồ",
    "Huyện Sìn Hồ",
    "Bệnh viện Đa khoa tỉnh",
  ]);
});
