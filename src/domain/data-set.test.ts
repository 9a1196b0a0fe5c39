import { describe, expect, test } from "vitest";
import { buildDataSet } from "./data-set-builder.ts";
import { approverOf, isExpected, listExpected, versionFor } from "./data-set.ts";
import type { OrgUnit, Placement } from "./org-unit.ts";

function buildUnit(uid: string, facts: Partial<OrgUnit>, ...placements: Placement[]): OrgUnit {
  return { uid, name: uid, fullName: uid, type: "xa", kind: "area", aliases: [], placements, ...facts };
}

const facility = (type: string) => ({ type, kind: "facility" as const });
const end = "2025-06-30";
const after = "2025-07-01";
const units = [
  buildUnit("tinh", { type: "tinh" }, { level: 1 }),
  buildUnit("huyen-a", { type: "huyen" }, { parent: "tinh", level: 2, to: end }),
  buildUnit("huyen-b", { type: "huyen" }, { parent: "tinh", level: 2, to: end }),
  buildUnit("xa-1", {}, { parent: "huyen-a", level: 3, to: end }, { parent: "tinh", level: 3, from: after }),
  buildUnit("xa-2", {}, { parent: "huyen-b", level: 3, to: end }),
  buildUnit("tram-1", facility("health-station"), { parent: "xa-1", level: 4 }),
  buildUnit("tram-2", facility("health-station"), { parent: "xa-2", level: 4, to: end }),
  buildUnit("ttyt-a", facility("health-centre"), { parent: "huyen-a", level: 3, to: end }),
  buildUnit("ttyt-b", facility("health-centre"), { parent: "huyen-b", level: 3, to: end }),
];
const uids = (list: readonly OrgUnit[]) => list.map(({ uid }) => uid);

describe("who reports", () => {
  const of = (assignment: object, period = "2025-06") => {
    const dataSet = buildDataSet();
    return uids(listExpected({ ...dataSet, assignment: { ...dataSet.assignment, ...assignment } }, units, period)); // prettier-ignore
  };

  test("units of a type on the tree of the period's last day", () => {
    expect(of({})).toEqual(["tram-1", "tram-2"]);
    expect(of({}, "2025-07")).toEqual(["tram-1"]);
  });

  test("only within a place, without exceptions, and those named", () => {
    expect(of({ within: ["huyen-a"] })).toEqual(["tram-1"]);
    expect(of({ except: ["tram-1"] })).toEqual(["tram-2"]);
    expect(of({ types: [], orgUnits: ["ttyt-a"] })).toEqual(["ttyt-a"]);
    expect(of({ orgUnits: ["tram-1"] })).toEqual(["tram-1", "tram-2"]);
  });

  test("one unit can be asked for without the others", () => {
    const dataSet = buildDataSet();
    expect(isExpected(dataSet, units.slice(5, 6), "tram-1", "2025-06")).toBe(true);
    expect(isExpected(dataSet, units.slice(6, 7), "tram-2", "2025-07")).toBe(false);
  });
});

describe("who approves", () => {
  const centre = { id: "a", name: { vi: "TTYT", en: "Centre" }, days: 15, approver: { type: "health-centre", level: 2 } }; // prettier-ignore

  test("the centre of the unit's own district, as long as there is one", () => {
    expect(approverOf(centre, units, "tram-1", end)).toBe("ttyt-a");
    expect(approverOf(centre, units, "tram-2", end)).toBe("ttyt-b");
    expect(approverOf(centre, units, "tram-1", after)).toBeUndefined();
  });

  test("or one body for all", () => {
    expect(approverOf({ ...centre, approver: { orgUnit: "cdc" } }, units, "tram-1", after)).toBe("cdc");
  });
});

describe("a new version from a date", () => {
  const old = buildDataSet({ validFrom: "2020-04-01" });
  const next = buildDataSet({ validFrom: "2025-07-01" });
  const of = (period: string, versions = [next, old]) => versionFor(versions, period)?.validFrom;

  test("holds for periods that end on or after it", () => {
    expect([of("2020-03"), of("2020-04"), of("2025-06"), of("2025-07")]).toEqual([undefined, "2020-04-01", "2020-04-01", "2025-07-01"]); // prettier-ignore
  });

  test("a form that ended is not asked for again, and not by its older version", () => {
    const ended = { ...next, validTo: "2026-12-31" };
    expect([of("2026-12", [old, ended]), of("2027-01", [old, ended])]).toEqual(["2025-07-01", undefined]);
  });

  test("other types of periods are not meant", () => {
    expect(of("2025-Q3")).toBeUndefined();
  });
});
