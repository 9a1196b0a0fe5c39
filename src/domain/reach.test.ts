import { describe, expect, test } from "vitest";
import type { OrgUnit, Placement, Succession } from "./org-unit.ts";
import { findReach } from "./reach.ts";

function unit(uid: string, ...placements: Placement[]): OrgUnit {
  return { uid, name: uid, fullName: uid, type: "xa", kind: "area", aliases: [], placements };
}

/** Two districts until the middle of 2025; then a commune of each became one, and districts were no more. */
const old = { to: "2025-06-30" };
const units = [
  unit("tinh", { level: 1 }),
  unit("huyen-a", { level: 2, parent: "tinh", ...old }),
  unit("huyen-b", { level: 2, parent: "tinh", ...old }),
  unit("xa-1", { level: 3, parent: "huyen-a", ...old }),
  unit("xa-2", { level: 3, parent: "huyen-a", ...old }),
  unit("xa-3", { level: 3, parent: "huyen-b", ...old }),
  unit("xa-moi", { level: 2, parent: "tinh", from: "2025-07-01" }),
  unit("tram-1", { level: 4, parent: "xa-1", ...old }, { level: 3, parent: "xa-moi", from: "2025-07-01" }),
  unit(
    "tram-2",
    { level: 4, parent: "xa-2", to: "2020-12-31" },
    { level: 4, parent: "xa-3", from: "2021-01-01" },
  ),
];
const became = (predecessor: string, successor: string): Succession => ({
  predecessor,
  successor,
  on: "2025-07-01",
  share: 1,
});
const successions = [became("xa-1", "xa-moi"), became("xa-3", "xa-moi")];
const on = (today: string) => findReach(units, successions, today);

describe("a grant over a unit reaches", () => {
  test("what stands below it", () => {
    expect([...on("2025-03-01")("xa-2").acts]).toEqual(["xa-2"]);
    expect(on("2025-03-01")("huyen-a").acts).toEqual(
      new Set(["huyen-a", "xa-1", "xa-2", "tram-1", "xa-moi"]),
    );
  });

  test("after a merger, what came of the communes of a district that is no more", () => {
    expect(on("2026-01-01")("huyen-b").acts).toContain("xa-moi");
    expect(on("2026-01-01")("huyen-b").acts).toContain("tram-1");
  });

  test("to look at: the history of a merged commune, from both districts, and nothing beside", () => {
    const { looks, acts } = on("2026-01-01")("xa-moi");
    expect(looks).toEqual(new Set(["xa-moi", "tram-1", "xa-1", "xa-3", "tram-2"]));
    expect([...acts].toSorted()).toEqual(["tram-1", "xa-moi"]);
  });

  test("to look at but not to act on: a station that has gone to another commune", () => {
    const { looks, acts } = on("2025-03-01")("xa-2");
    expect(looks.has("tram-2")).toBe(true);
    expect(acts.has("tram-2")).toBe(false);
  });

  test("never the unit above", () => {
    for (const { uid } of units.slice(1)) expect(on("2026-01-01")(uid).looks.has("tinh")).toBe(false);
  });
});

test("a circle of parents comes to an end", () => {
  const circle = [unit("a", { level: 2, parent: "b" }), unit("b", { level: 2, parent: "a" })];
  expect(findReach(circle, [became("a", "b"), became("b", "a")], "2026-01-01")("a").looks).toEqual(
    new Set(["a", "b"]),
  );
});
