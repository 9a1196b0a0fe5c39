import { expect, test } from "vitest";
import type { OrgUnit } from "#domain/org-unit.ts";
import { unitMatcher } from "./unit-matcher.ts";

function buildUnit(uid: string, name: string, more: Partial<OrgUnit> = {}): OrgUnit {
  return { uid, name, fullName: name, type: "body", kind: "body", aliases: [], placements: [{ parent: "p", level: 2 }], ...more }; // prettier-ignore
}

const match = unitMatcher(
  [
    buildUnit("khtc", "Phòng Kế hoạch - Tài chính", { aliases: ["KHTC"] }),
    buildUnit("food", "Chi cục An toàn vệ sinh thực phẩm"),
    buildUnit("population", "Chi cục Dân số - Kế hoạch hóa gia đình"),
    buildUnit("cdc", "Trung tâm Kiểm soát bệnh tật tỉnh", { fullName: "Trung tâm Kiểm soát bệnh tật tỉnh Lai Châu" }),
    buildUnit("old", "Trung tâm Y tế Mường So", { placements: [{ parent: "p", level: 2, to: "2025-06-30" }] }),
    buildUnit("new", "TTYT Mường So"),
    buildUnit("commune", "Mường So", { kind: "area" }),
  ],
  "2026-01-01",
); // prettier-ignore
const uids = (name: string) => match(name).map(({ uid }) => uid);

test.each([
  ["phòng Kế hoạch tài chính", ["khtc"]],
  ["Kế hoạch - Tài chính", ["khtc"]],
  ["KHTC", ["khtc"]],
  ["trung tâm kiểm soát bệnh tật tỉnh Lai Châu", ["cdc"]],
  ["Chi cục", ["food", "population"]],
  ["TTYT Mường So", ["new", "old"]],
  ["Bệnh viện Trung ương", []],
  ["", []],
])("the name “%s” may mean %j, units that are no more last", (name, expected) => {
  expect(uids(name)).toEqual(expected);
});
