import { expect, test } from "vitest";
import type { Overview } from "#contract/overview.ts";
import { barLength, changeBars, neighbour, signedChange, silentUnits, withoutUnit } from "./overview-bars.ts";

const change = (value: string | null): Overview["changes"][number] => {
  const figure = { key: "k", role: "actual", period: "2023-S1", orgUnit: "VN12", breakdown: {}, value, unit: "%", text: "", state: "confirmed", asOf: "2023-06-30" } as const; // prettier-ignore
  return { key: "k", name: "k", before: figure, now: figure, change: figure };
};

test("a plan that is exceeded fills its track, and one that is missing leaves it empty", () => {
  expect([barLength("27.33"), barLength("112"), barLength(null), barLength("-3")]).toEqual([
    27.33, 100, 0, 0,
  ]);
});

test("rise and fall go to both sides of one middle, to one scale", () => {
  expect(changeBars([change("50"), change("-25"), change(null)])).toEqual([
    { from: 50, length: 50 },
    { from: 25, length: 25 },
    { from: 50, length: 0 },
  ]);
  expect(changeBars([])).toEqual([]);
});

test("a change carries its sign as people write it", () => {
  expect([signedChange({ value: "55.7", unit: "%" }), signedChange({ value: "-8.2", unit: "%" }), signedChange({ value: null, unit: "%" })]).toEqual(["+55,7%", "−8,2%", "–"]);
}); // prettier-ignore

test("the arrows stop at the first and the last period", () => {
  const periods = ["2022-S1", "2023-S1"];
  expect([neighbour(periods, "2023-S1", -1), neighbour(periods, "2023-S1", 1), neighbour(periods, "2020-S1", 1)]).toEqual(["2022-S1", undefined, undefined]);
}); // prettier-ignore

test("a unit that lacks three forms is named once", () => {
  const form = { dataSet: "d", period: "2023-06", name: "Phiếu", dueOn: "2023-07-05", expected: 2, received: 0 };
  const muong = { uid: "a", name: "Mù Cả" };
  expect(silentUnits([{ ...form, units: [muong] }, { ...form, units: [muong, { uid: "b", name: "Tà Tổng" }] }])).toEqual(["Mù Cả", "Tà Tổng"]);
}); // prettier-ignore

test("a unit that stands once is taken off the number, and a sign stays with it", () => {
  const number = (text: string, unit: string) => withoutUnit({ text, unit });
  expect([number("192.278 triệu đồng", "triệu đồng"), number("27,33%", "%"), number("12", ""), number("người", "người")]).toEqual(["192.278", "27,33%", "12", "người"]);
}); // prettier-ignore
