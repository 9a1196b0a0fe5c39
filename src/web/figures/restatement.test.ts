import { expect, test } from "vitest";
import type { AnalyticsTable } from "#contract/analytics.ts";
import { describeRestatements } from "./restatement.ts";

const names = { moi: "Xã Lê Lợi", a: "Xã Chăn Nưa", b: "Xã Pú Đao", qua: "Xã Lê Lợi", cung: "Xã Mù Cả" };
const step = (predecessor: string, successor: string, share = 1) => ({ predecessor, successor, share, on: "2025-07-01", decree: "1670/NQ-UBTVQH15" }); // prettier-ignore
const restate = (orgUnit: string, more: Partial<AnalyticsTable["restatements"][number]>) => ({ orgUnit, period: "2023-S1", tree: "2025-07-01", successions: [], crossing: [], ...more }); // prettier-ignore
const describe = (one: AnalyticsTable["restatements"][number]) => describeRestatements({ restatements: [one], names }).get(one.orgUnit)!; // prettier-ignore

test("a merged commune names those it was merged from, and by which decree", () => {
  expect(describe(restate("moi", { successions: [step("a", "moi"), step("b", "moi")] }))).toEqual({
    isChanged: true,
    predecessors: [
      { name: "Xã Chăn Nưa", share: 1 },
      { name: "Xã Pú Đao", share: 1 },
    ],
    decrees: ["1670/NQ-UBTVQH15"],
    on: "2025-07-01",
    isStraddling: false,
    crossing: [],
  });
});

test("a commune that only got a new number is not marked; one that was divided is", () => {
  expect(describe(restate("cung", { successions: [step("a", "cung")] })).isChanged).toBe(false);
  expect(describe(restate("moi", { successions: [step("a", "moi", 0.4)] })).isChanged).toBe(true);
});

test("an old district names the new communes that cross its border", () => {
  const { isChanged, crossing } = describe(restate("huyen", { crossing: ["qua"] }));
  expect([isChanged, crossing]).toEqual([true, ["Xã Lê Lợi"]]);
});

test("a commune merged from two districts is told apart from one merged within a district", () => {
  const merged = {
    restatements: [restate("moi", { successions: [step("a", "moi"), step("b", "moi")] })],
    names,
  };
  const straddles = (districts: Readonly<Record<string, string>>) => describeRestatements(merged, (unit) => districts[unit]).get("moi")!.isStraddling; // prettier-ignore
  expect(straddles({ a: "Sìn Hồ", b: "Nậm Nhùn" })).toBe(true);
  expect(straddles({ a: "Sìn Hồ", b: "Sìn Hồ" })).toBe(false);
});
