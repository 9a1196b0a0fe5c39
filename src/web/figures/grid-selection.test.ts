import { expect, test } from "vitest";
import type { AnalyticsCell } from "#contract/analytics.ts";
import { blockOf, isInside, moveSelection, toClipboard, totalOf } from "./grid-selection.ts";

const at = (row: number, column: number) => ({ anchor: { row, column }, focus: { row, column } });
const size = { rows: 38, columns: 4 };
const press = (key: string, more: { shiftKey?: boolean; ctrlKey?: boolean } = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  ...more,
});
const buildCell = (value: string | null, unit = "ca"): AnalyticsCell => ({
  item: "malaria.cases", orgUnit: "VN12", period: "2023-S1", role: "actual", value, unit, state: "confirmed",
  reported: 1, expected: 1, carried: 0,
}); // prettier-ignore

test.each([
  ["ArrowDown", {}, { row: 6, column: 1 }],
  ["ArrowLeft", {}, { row: 5, column: 0 }],
  ["ArrowDown", { ctrlKey: true }, { row: 37, column: 1 }],
  ["End", {}, { row: 5, column: 3 }],
  ["Home", { ctrlKey: true }, { row: 0, column: 0 }],
  ["PageUp", {}, { row: 0, column: 1 }],
])("%s %j moves as in a spreadsheet and stays in the table", (key, more, focus) => {
  expect(moveSelection(at(5, 1), press(key, more), size)?.focus).toEqual(focus);
});

test("with Shift the block grows from where it began; other keys do not move", () => {
  const grown = moveSelection(at(5, 1), press("ArrowDown", { shiftKey: true }), size)!;
  expect(blockOf(grown)).toEqual({ top: 5, bottom: 6, left: 1, right: 1 });
  expect(isInside(blockOf(grown), { row: 6, column: 1 })).toBe(true);
  expect(isInside(blockOf(grown), { row: 7, column: 1 })).toBe(false);
  expect(moveSelection(at(5, 1), press("x"), size)).toBeUndefined();
  expect(blockOf(moveSelection(at(5, 1), press("a", { ctrlKey: true }), size)!)).toEqual({ top: 0, bottom: 37, left: 0, right: 3 }); // prettier-ignore
});

test("sum and count of a block are exact, leave out what is missing, and add nothing of different units", () => {
  expect(totalOf([buildCell("0.1"), buildCell("0.2"), buildCell(null), undefined])).toEqual({ count: 2, sum: "0.3", unit: "ca" }); // prettier-ignore
  expect(totalOf([buildCell("1"), buildCell("2", "%")])).toEqual({ count: 2, sum: undefined, unit: undefined }); // prettier-ignore
  expect(totalOf([buildCell(null)])).toEqual({ count: 0, sum: undefined, unit: undefined });
});

test("a name with a tab or a line break cannot shift the columns of a spreadsheet", () => {
  expect(toClipboard([["Đơn vị", "Ca"], ["Xã\tMù\nCả", "1.204"]])).toBe("Đơn vị\tCa\r\nXã Mù Cả\t1.204");
}); // prettier-ignore
