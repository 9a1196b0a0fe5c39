import { expect, test } from "vitest";
import { allCounts, allItems, expandItems, findItems, programmeToken, toggleItem } from "./item-choice.ts";

const buildItem = (key: string, vi: string, programme: string) => ({
  key, programme, name: { vi, en: key }, unit: "ca", timeNature: "flow" as const, isComputed: false,
}); // prettier-ignore
const items = [
  buildItem("epi.full", "Trẻ dưới 1 tuổi tiêm chủng đầy đủ", "Tiêm chủng mở rộng"),
  buildItem("malaria.cases", "Bệnh nhân sốt rét", "Sốt rét"),
  buildItem("malaria.deaths", "Tử vong do sốt rét", "Sốt rét"),
];

test("indicators are found without marks, in any order of words, also by their programme", () => {
  const found = (typed: string) => findItems(items, typed).flatMap((group) => group.items.map(({ key }) => key)); // prettier-ignore
  expect(found("sot ret tu vong")).toEqual(["malaria.deaths"]);
  expect(found("day du tiem")).toEqual(["epi.full"]);
  expect(found("mo rong")).toEqual(["epi.full"]);
  expect(found("đái tháo đường")).toEqual([]);
  expect(findItems(items, "").map(({ programme }) => programme)).toEqual(["Tiêm chủng mở rộng", "Sốt rét"]);
});

test("a whole programme is one word of the address; unticking one of it leaves the others", () => {
  const chosen = [programmeToken("Sốt rét")];
  expect(expandItems(chosen, items)).toEqual(["malaria.cases", "malaria.deaths"]);
  expect(toggleItem(chosen, "malaria.deaths", items)).toEqual(["malaria.cases"]);
  expect(toggleItem(["epi.full"], "malaria.cases", items)).toEqual(["epi.full", "malaria.cases"]);
  expect(expandItems([allItems], items)).toHaveLength(3);
  const rate = { ...buildItem("epi.rate", "Tỷ lệ", "Tiêm chủng mở rộng"), timeNature: "rate" as const };
  expect(expandItems([allCounts], [...items, rate])).toHaveLength(3);
});
