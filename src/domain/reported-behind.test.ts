import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DataElement } from "./data-element.ts";
import type { DataValue } from "./data-value.ts";
import { decimal } from "./decimal.ts";
import type { OrgUnit } from "./org-unit.ts";
import { isWithin, periodEnd } from "./period.ts";
import { chooseValuesBehind, listPlacesBehind, type FigureBehind } from "./reported-behind.ts";
import { indexTrees } from "./tree-comparison-tree.ts";
import { compareTrees } from "./tree-comparison.ts";

/** Xã 2 moves from huyện A to huyện B on 1 April 2025. */
const units: readonly OrgUnit[] = [
  buildUnit("tinh", { level: 1 }),
  buildUnit("huyen-a", { parent: "tinh", level: 2 }),
  buildUnit("huyen-b", { parent: "tinh", level: 2 }),
  buildUnit("xa-1", { parent: "huyen-a", level: 3 }),
  buildUnit("xa-2", { parent: "huyen-a", level: 3, to: "2025-03-31" }, { parent: "huyen-b", level: 3, from: "2025-04-01" }), // prettier-ignore
  buildUnit("xa-3", { parent: "huyen-b", level: 3 }),
];

function buildUnit(uid: string, ...placements: OrgUnit["placements"]): OrgUnit {
  return { uid, name: uid, fullName: uid, type: "xa", kind: "area", aliases: [], placements };
}

function buildElement(more: Partial<DataElement> = {}): DataElement {
  return {
    id: "cases", key: "cases", name: { vi: "Ca mắc", en: "Cases" }, unit: "ca", valueType: "integer", timeNature: "flow",
    orgNature: "sum", collected: "month", programme: "", level: "", owner: "", breakdowns: [], ...more,
  }; // prettier-ignore
}

function buildValue(orgUnit: string, period: string, optionCombo = ""): DataValue {
  return { element: "cases", optionCombo, period, orgUnit, value: decimal(1), source: "reported" };
}

function behind(values: readonly DataValue[], more: Partial<FigureBehind> = {}) {
  const asked = { element: buildElement(), optionCombo: "", orgUnit: "tinh", period: "2025-S1", tree: "as-it-stood", yearToDate: false, ...more }; // prettier-ignore
  const trees = indexTrees(units);
  const places = listPlacesBehind(asked, compareTrees(units, []), trees);
  return chooseValuesBehind(asked, places, values, trees);
}

const named = (found: ReturnType<typeof behind>) => found.map(({ value: { orgUnit, period } }) => `${orgUnit} ${period}`); // prettier-ignore

const someValues = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...units.map(({ uid }) => uid)), fc.constantFrom("2025-01", "2025-02", "2025-04", "2025-06", "2025-Q1", "2025-Q2", "2025-S1", "2025", "2024-12")), { selector: String })
  .map((cells) => cells.map(([unit, period]) => buildValue(unit, period))); // prettier-ignore

describe("the values behind a figure", () => {
  test("are those of the months a commune spent in the district, in the order of units and time", () => {
    const values = [buildValue("xa-2", "2025-06"), buildValue("xa-2", "2025-02"), buildValue("xa-1", "2025-06")]; // prettier-ignore
    expect(named(behind(values, { orgUnit: "huyen-a" }))).toEqual(["xa-1 2025-06", "xa-2 2025-02"]);
    expect(named(behind(values, { orgUnit: "huyen-b" }))).toEqual(["xa-2 2025-06"]);
    expect(named(behind(values, { orgUnit: "huyen-b", tree: "2025-06-30" }))).toEqual(["xa-2 2025-02", "xa-2 2025-06"]); // prettier-ignore
  });

  test("are each listed once, all that lie inside and none besides", () => {
    fc.assert(
      fc.property(someValues, fc.constantFrom("tinh", "huyen-a", "xa-2"), (values, orgUnit) => {
        const trees = indexTrees(units);
        const inside = values.filter(({ orgUnit: unit, period }) => isWithin(period, "2025-S1") && trees.on(periodEnd(period)).subtreeOf(orgUnit).has(unit)); // prettier-ignore
        expect(new Set(named(behind(values, { orgUnit })))).toEqual(new Set(inside.map(({ orgUnit: unit, period }) => `${unit} ${period}`))); // prettier-ignore
        expect(behind(values, { orgUnit })).toHaveLength(inside.length);
      }),
    );
  });

  test("never hold one another where they are not covered", () => {
    fc.assert(
      fc.property(someValues, (values) => {
        const free = behind(values).filter(({ isCovered }) => !isCovered).map(({ value }) => value); // prettier-ignore
        const trees = indexTrees(units);
        for (const a of free) {
          const holds = (b: DataValue) => a !== b && isWithin(b.period, a.period) && trees.on(periodEnd(b.period)).subtreeOf(a.orgUnit).has(b.orgUnit); // prettier-ignore
          expect(free.filter(holds)).toEqual([]);
        }
      }),
    );
  });

  test("since January reach back before the period", () => {
    const values = [buildValue("xa-1", "2025-01"), buildValue("xa-1", "2025-04")];
    expect(named(behind(values, { period: "2025-04" }))).toEqual(["xa-1 2025-04"]);
    expect(named(behind(values, { period: "2025-04", yearToDate: true }))).toHaveLength(2);
  });

  test("of what is collected once a year are the year's, of a rate only its own, of what does not add up the unit's", () => {
    const values = [buildValue("xa-1", "2025"), buildValue("xa-1", "2025-01"), buildValue("tinh", "2025-01"), buildValue("tinh", "2025-S1")]; // prettier-ignore
    const yearly = buildElement({ timeNature: "stock", collected: "year" });
    expect(named(behind(values, { element: yearly, orgUnit: "xa-1" }))).toEqual(["xa-1 2025"]);
    const rate = buildElement({ timeNature: "rate", orgNature: "recompute" });
    expect(named(behind(values, { element: rate }))).toEqual(["tinh 2025-S1"]);
    const alone = buildElement({ orgNature: "none" });
    expect(named(behind(values, { element: alone }))).toEqual(["tinh 2025-S1", "tinh 2025-01"]);
  });

  test("of a total are parts of one partition where a unit reported no total", () => {
    const breakdowns = [{ dimensions: ["sex"], relation: "partition" as const }, { dimensions: ["age"], relation: "partition" as const }, { dimensions: ["ill"], relation: "subset" as const }]; // prettier-ignore
    const of = (unit: string, ...combos: string[]) => combos.map((combo) => buildValue(unit, "2025-01", combo)); // prettier-ignore
    const values = [...of("xa-1", "", "sex=nam", "sex=nữ"), ...of("xa-2", "sex=nam", "age=trẻ em"), ...of("xa-3", "ill=nặng")]; // prettier-ignore
    const found = behind(values, { element: buildElement({ breakdowns }) });
    expect(found.map(({ value }) => `${value.orgUnit} ${value.optionCombo}`)).toEqual(["xa-1 ", "xa-2 sex=nam"]); // prettier-ignore
  });

  test("end even where two units stand below one another", () => {
    const circle = [buildUnit("a", { parent: "b", level: 2 }), buildUnit("b", { parent: "a", level: 2 })];
    const trees = indexTrees(circle);
    const asked = { element: buildElement(), optionCombo: "", orgUnit: "a", period: "2025-01", tree: "as-it-stood", yearToDate: false }; // prettier-ignore
    const places = listPlacesBehind(asked, compareTrees(circle, []), trees);
    expect(chooseValuesBehind(asked, places, [buildValue("b", "2025-01")], trees)).toHaveLength(1);
  });
});
