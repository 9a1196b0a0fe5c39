import { expect, test } from "vitest";
import type { PublishedOrgUnit } from "#contract/org-unit.ts";
import { buildUnitTree } from "./unit-tree.ts";

const buildUnit = (uid: string, parent: string | null, more: Partial<PublishedOrgUnit> = {}): PublishedOrgUnit => ({
  uid, parent, name: uid, fullName: uid, type: "xa", kind: "area", aliases: [], level: 3, isThere: true, ...more,
}); // prettier-ignore

const tree = buildUnitTree([
  buildUnit("tinh", null, { level: 1, type: "tinh" }),
  buildUnit("huyen", "tinh", { level: 2, type: "huyen", fullName: "Huyện Mường Tè" }),
  buildUnit("xa", "huyen", { fullName: "Xã Mù Cả", code: "03433" }),
  buildUnit("xa-moi", "tinh", { fullName: "Xã Khổng Lào", aliases: ["Xã Bản Lang"] }),
  buildUnit("xa-cu", "huyen", { fullName: "Xã Mù Cả cũ", isThere: false }),
  buildUnit("tram", "xa", {
    kind: "facility",
    type: "health-station",
    level: 4,
    fullName: "Trạm y tế Mù Cả",
  }),
]);

test("from the province one goes down to districts, communes and their stations", () => {
  expect(tree.root?.uid).toBe("tinh");
  expect(tree.areasBelow("huyen").map(({ uid }) => uid)).toEqual(["xa"]);
  expect(tree.othersBelow("xa").map(({ uid }) => uid)).toEqual(["tram"]);
  expect(tree.pathTo("tram").map(({ uid }) => uid)).toEqual(["tinh", "huyen", "xa", "tram"]);
  expect(tree.levels).toEqual([{ level: 1, count: 1 }, { level: 2, count: 1 }, { level: 3, count: 2 }]);
}); // prettier-ignore

test("units are found without marks, by old names and by code, areas first; closed ones are not offered", () => {
  expect(tree.search("mu ca", 9).map(({ uid }) => uid)).toEqual(["xa", "tram"]);
  expect(tree.search("ban lang", 9).map(({ uid }) => uid)).toEqual(["xa-moi"]);
  expect(tree.search("03433", 9).map(({ uid }) => uid)).toEqual(["xa"]);
  expect(tree.search("  ", 9)).toEqual([]);
});

test("a unit said to stand below itself does not hang the page", () => {
  const circle = buildUnitTree([buildUnit("a", "b"), buildUnit("b", "a")]);
  expect(circle.pathTo("a").map(({ uid }) => uid)).toEqual(["b", "a"]);
});
