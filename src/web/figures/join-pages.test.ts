import { expect, test } from "vitest";
import type { AnalyticsTable } from "#contract/analytics.ts";
import { joinPages } from "./join-pages.ts";

const buildPage = (offset: number, orgUnits: readonly string[], next: number | null): AnalyticsTable => ({
  tree: "2025-07-01",
  page: { total: 3, offset, count: orgUnits.length, next },
  items: [],
  orgUnits: [],
  periods: ["2023-S1"],
  roles: ["actual"],
  cells: orgUnits.map((orgUnit) => ({ item: "a", orgUnit, period: "2023-S1", role: "actual", value: "1", unit: "ca", state: "confirmed", reported: 1, expected: 1, carried: 0 })),
  restatements: orgUnits.map((orgUnit) => ({ orgUnit, period: "2023-S1", tree: "2025-07-01", successions: [], crossing: [] })),
  names: Object.fromEntries(orgUnits.map((orgUnit) => [orgUnit, `Xã ${orgUnit}`])),
}); // prettier-ignore

test("pages become one table that knows how much is still to come", () => {
  const joined = joinPages([buildPage(0, ["x", "y"], 2), buildPage(2, ["z"], null)])!;
  expect(joined.cells.map(({ orgUnit }) => orgUnit)).toEqual(["x", "y", "z"]);
  expect(joined.page).toEqual({ total: 3, offset: 0, count: 3, next: null });
  expect(joined.restatements).toHaveLength(3);
  expect(joined.names).toEqual({ x: "Xã x", y: "Xã y", z: "Xã z" });
  expect(joinPages([])).toBeUndefined();
});
