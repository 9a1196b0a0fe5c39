import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DataElement } from "./data-element.ts";
import type { DataValue } from "./data-value.ts";
import { decimal, sum } from "./decimal.ts";
import { illustrateValues, type PopulationSeries } from "./illustrative-values.ts";

const communes = fc.array(fc.nat(20_000), { minLength: 1, maxLength: 30 });
const seed = fc.integer();

describe("illustrative values", () => {
  test("the communes add up to the province exactly and none is negative", () => {
    fc.assert(
      fc.property(fc.nat(3), fc.nat(5_000_000), communes, seed, (decimals, count, people, number) => {
        const value = decimal(count).times(decimal(`1e-${decimals}`));
        const made = illustrate([fact("tb.smears", value.toFixed())], people, number);
        expect(made).toHaveLength(people.length);
        expect(made.every((illustration) => illustration.value.gte(0))).toBe(true);
        expect(totalOf(made)).toBe(value.toFixed());
      }),
    );
  });

  test("the same seed gives the same values, another seed others", () => {
    const facts = [fact("tb.smears", "2033")];
    const people = Array.from({ length: 20 }, () => 1000);
    expect(illustrate(facts, people, 7)).toEqual(illustrate(facts, people, 7));
    expect(illustrate(facts, people, 7)).not.toEqual(illustrate(facts, people, 8));
  });

  test("June is at most the first half-year, children at most all patients", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), communes, seed, (one, other, people, number) => {
        const [part, whole] = one < other ? [one, other] : [other, one];
        const made = illustrate(
          [
            fact("tb.smears", `${part}`, { period: "2023-06" }),
            fact("tb.smears", `${whole}`),
            fact("hiv.on_art", `${part}`, { optionCombo: "age=trẻ em" }),
            fact("hiv.on_art", `${whole}`),
          ],
          people,
          number,
        );
        for (const commune of communeNames(people)) {
          const at = (element: string, combo: string, period: string): number =>
            Number(made.find((value) => value.orgUnit === commune && value.element === element && value.optionCombo === combo && value.period === period)!.value); // prettier-ignore
          expect(at("tb.smears", "", "2023-06")).toBeLessThanOrEqual(at("tb.smears", "", "2023-S1"));
          expect(at("hiv.on_art", "age=trẻ em", "2023-S1")).toBeLessThanOrEqual(
            at("hiv.on_art", "", "2023-S1"),
          );
        }
      }),
    );
  });

  test("no commune vaccinates more children than it has", () => {
    fc.assert(
      fc.property(fc.nat(9000), fc.nat(9000), communes, seed, (one, other, people, number) => {
        const [given, children] = one < other ? [one, other] : [other, one];
        const made = illustrate(
          [fact("epi.given", `${given}`), fact("epi.children", `${children}`, { period: "2023" })],
          people,
          number,
        );
        const childrenOf = new Map(
          made
            .filter((value) => value.element === "epi.children")
            .map((value) => [value.orgUnit, Number(value.value)]),
        );
        for (const value of made.filter(({ element }) => element === "epi.given")) {
          expect(Number(value.value)).toBeLessThanOrEqual(childrenOf.get(value.orgUnit)!);
        }
      }),
    );
  });

  test("94 communes that meet a standard are 94 different communes, and 95 are one more", () => {
    const people = Array.from({ length: 106 }, (_, index) => 500 + index);
    const made = illustrate(
      [fact("commune.meeting", "94", { period: "2022" }), fact("commune.meeting", "95", { period: "2023" })],
      people,
      1,
    );
    const meeting = (period: string): string[] =>
      made.filter((value) => value.period === period && value.value.eq(1)).map((value) => value.orgUnit);
    expect(meeting("2022")).toHaveLength(94);
    expect(meeting("2023")).toHaveLength(95);
    expect(meeting("2023")).toEqual(expect.arrayContaining(meeting("2022")));
  });

  test("rates, bounds, computed figures, values of a hospital and illustrative values are left alone", () => {
    const facts = [
      fact("epi.rate", "27.3"),
      fact("tb.smears", "22", { qualifier: ">" }),
      fact("food.violating", "366"),
      fact("tb.smears", "10", { orgUnit: "bvdk-tinh" }),
      fact("tb.smears", "11", { source: "illustrative" }),
      fact("foreign.delegations", "9"),
    ];
    expect(illustrate(facts, [100, 200], 1)).toEqual([]);
  });

  test("each period takes the communes of its own day; before the first list there are none", () => {
    const made = illustrateValues({
      elements,
      values: ["2018", "2023", "2026"].map((period) => fact("tb.smears", "10", { period })),
      populations: [series("2025-07-01", "mới"), series("2020-02-01", "cũ-1", "cũ-2")],
      province: "VN12",
      seed: 1,
    });
    const places = made.map(({ period, orgUnit }) => [period, orgUnit]);
    expect(places).toEqual([
      ["2023", "cũ-1"],
      ["2023", "cũ-2"],
      ["2026", "mới"],
    ]);
    expect(made.every(({ source }) => source === "illustrative")).toBe(true);
  });
});

function buildElement(id: string, rest: Partial<DataElement> = {}): DataElement {
  return {
    id, key: id, name: { vi: id, en: id }, unit: "ca", valueType: "integer", timeNature: "flow", orgNature: "sum",
    collected: "half-year", programme: "", level: "xã", owner: "cdc-tinh", breakdowns: [], ...rest,
  };
} // prettier-ignore

const elements: readonly DataElement[] = [
  buildElement("tb.smears"),
  buildElement("hiv.on_art", {
    timeNature: "stock",
    breakdowns: [{ dimensions: ["age"], relation: "subset" }],
  }),
  buildElement("epi.given"),
  buildElement("epi.children", { timeNature: "stock", collected: "year" }),
  buildElement("epi.rate", {
    timeNature: "rate",
    orgNature: "recompute",
    formula: {
      kind: "ratio",
      numerator: { element: "epi.given" },
      denominator: { element: "epi.children" },
      factor: 100,
    },
  }),
  buildElement("commune.meeting", { timeNature: "stock", unit: "xã" }),
  buildElement("food.violating", {
    formula: { kind: "sum", terms: [{ item: { element: "tb.smears" }, sign: 1 }] },
  }),
  buildElement("foreign.delegations", { level: "tỉnh" }),
];

function fact(
  id: string,
  value: string,
  rest: Partial<Omit<DataValue, "element" | "value">> = {},
): DataValue {
  return {
    element: id,
    optionCombo: "",
    period: "2023-S1",
    orgUnit: "VN12",
    source: "reported",
    ...rest,
    value: decimal(value),
  };
}

function series(tree: string, ...names: string[]): PopulationSeries {
  const byOrgUnit = Object.fromEntries(names.map((name) => [name, 100]));
  return { id: tree, tree, source: "census", byOrgUnit };
}

function communeNames(people: readonly number[]): string[] {
  return people.map((_, index) => `xã-${index}`);
}

function illustrate(values: readonly DataValue[], people: readonly number[], number: number): DataValue[] {
  const byOrgUnit = Object.fromEntries(communeNames(people).map((name, index) => [name, people[index] ?? 0]));
  const populations = [{ id: "2019", tree: "2019-01-01", source: "census", byOrgUnit }];
  return illustrateValues({ elements, values, populations, province: "VN12", seed: number });
}

function totalOf(values: readonly DataValue[]): string | undefined {
  return sum(values.map(({ value }) => value))?.toFixed();
}
