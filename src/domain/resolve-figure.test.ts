import { describe, expect, test } from "vitest";
import { decimal } from "./decimal.ts";
import { buildElement, buildFacts, buildStatement } from "./facts-builder.ts";
import type { FigureFacts } from "./figure-facts.ts";
import type { Figure, FigureRequest } from "./figure.ts";
import { resolveFiguresWith } from "./resolve-figure.ts";

function ask(facts: FigureFacts, request: Partial<FigureRequest> & { key: string }): Figure {
  return resolveFiguresWith(facts)({
    role: "actual",
    period: "2023-S1",
    orgUnit: "tinh",
    breakdown: {},
    ...request,
  });
}

const valueOf = (figure: Figure) => figure.value?.round(4).toFixed();

describe("a value and its parts", () => {
  const cases = buildElement("cases");

  test("a value reported for the half-year goes before the sum of its months", () => {
    const facts = buildFacts({ elements: [cases], values: { "cases@2023-S1": "100", "cases@2023-01": "7" } });
    expect(valueOf(ask(facts, { key: "cases" }))).toBe("100");
  });

  test("months add up, and a gap is told: three of six", () => {
    const months = { "cases@2023-01": "1", "cases@2023-02": "2", "cases@2023-05": "4" };
    const figure = ask(buildFacts({ elements: [cases], values: months }), { key: "cases" });
    expect(valueOf(figure)).toBe("7");
    expect(figure.state).toBe("provisional");
    expect(figure.provenance).toMatchObject({ kind: "parts", over: "periods", expected: 6 });
  });

  test("units add up to the province, each by its own months", () => {
    const values = { "cases@2023-S1#xa-1": "10", "cases@2023-01#xa-2": "1", "cases@2023-03#xa-2": "2" };
    expect(valueOf(ask(buildFacts({ elements: [cases], values }), { key: "cases" }))).toBe("13");
  });

  test("a partition adds up to its total; overlapping parts do not", () => {
    const partition = buildElement("staff", {
      breakdowns: [{ dimensions: ["tier"], relation: "partition" }],
    });
    const overlapping = buildElement("fined", {
      breakdowns: [{ dimensions: ["how"], relation: "overlapping" }],
    });
    const facts = buildFacts({
      elements: [partition, overlapping],
      values: {
        "staff[tier=tỉnh]@2023-S1": "958",
        "staff[tier=xã]@2023-S1": "633",
        "fined[how=phạt]@2023-S1": "22",
      },
    });
    expect(valueOf(ask(facts, { key: "staff" }))).toBe("1591");
    expect(ask(facts, { key: "fined" }).state).toBe("missing");
  });

  test("of a stock the last month holds; nothing is added", () => {
    const stock = buildElement("managed", { timeNature: "stock" });
    const values = { "managed@2023-02": "40", "managed@2023-04": "43" };
    expect(valueOf(ask(buildFacts({ elements: [stock], values }), { key: "managed", role: "stock" }))).toBe(
      "43",
    );
  });

  test("the sum of nothing is missing, not zero", () => {
    const figure = ask(buildFacts({ elements: [cases] }), { key: "cases" });
    expect(figure).toMatchObject({ value: undefined, state: "missing" });
  });

  test("the number of communes is counted in the tree of the day", () => {
    const communes = buildElement("communes", {
      formula: { kind: "org-unit-count", level: 3 },
      timeNature: "stock",
    });
    const facts = buildFacts({ elements: [communes] });
    expect(valueOf(ask(facts, { key: "communes", role: "stock" }))).toBe("3");
    expect(valueOf(ask(facts, { key: "communes", role: "stock", period: "2025" }))).toBe("2");
    expect(valueOf(ask(facts, { key: "communes", role: "stock", orgUnit: "xa-1" }))).toBe("1");
  });
});

describe("rates", () => {
  const children = buildElement("children", { timeNature: "stock", collected: "year" });
  const rate = buildElement("rate", {
    timeNature: "rate",
    orgNature: "recompute",
    valueType: "percent",
    unit: "%",
    formula: {
      kind: "ratio",
      numerator: { element: "shots" },
      denominator: { element: "children" },
      factor: 100,
    },
  });
  const elements = [buildElement("shots"), children, rate];

  test("a rate is recomputed, with the year's denominator", () => {
    const facts = buildFacts({ elements, values: { "shots@2023-S1": "2633", "children@2023": "9635" } });
    const figure = ask(facts, { key: "rate", role: "percent" });
    expect(valueOf(figure)).toBe("27.3275");
    expect(figure.asOf).toBe("2023-06-30");
  });

  test("a denominator of zero makes the rate missing, not infinite", () => {
    const facts = buildFacts({ elements, values: { "shots@2023-S1": "1", "children@2023": "0" } });
    expect(ask(facts, { key: "rate", role: "percent" })).toMatchObject({
      state: "missing",
      provenance: { reason: "division-by-zero" },
    });
  });

  test("a stored rate answers only while its operands are unknown", () => {
    const stored = { "rate@2022-S1": "48.1" };
    const before = buildFacts({ elements, values: stored });
    expect(valueOf(ask(before, { key: "rate", role: "percent", period: "2022-S1" }))).toBe("48.1");
    const after = buildFacts({ elements, values: { ...stored, "shots@2022-S1": "1", "children@2022": "4" } });
    expect(valueOf(ask(after, { key: "rate", role: "percent", period: "2022-S1" }))).toBe("25");
  });

  test("a formula that leads back to itself is missing", () => {
    const loop = buildElement("loop", {
      formula: { kind: "sum", terms: [{ item: { element: "loop" }, sign: 1 }] },
    });
    expect(ask(buildFacts({ elements: [loop] }), { key: "loop" }).state).toBe("missing");
  });
});

describe("comparisons", () => {
  const element = buildElement("exams");

  test.each([
    ["growth_abs", "-1644"],
    ["growth_percent", "-3.4449"],
    ["growth_points", "-1644"],
  ] as const)("%s against the same period last year is %s", (role, expected) => {
    const facts = buildFacts({
      elements: [element],
      values: { "exams@2023-S1": "46079", "exams@2022-S1": "47723" },
    });
    expect(valueOf(ask(facts, { key: "exams", role }))).toBe(expected);
  });

  test.each([
    [{ "exams@2023-S1": "5" }, "base-missing"],
    [{ "exams@2022-S1": "5" }, "operand-missing"],
    [{ "exams@2023-S1": "5", "exams@2022-S1": "0" }, "base-zero"],
  ])("growth from %o is missing: %s", (values, reason) => {
    const figure = ask(buildFacts({ elements: [element], values }), { key: "exams", role: "growth_percent" });
    expect(figure.provenance).toMatchObject({ kind: "missing", reason });
  });

  test("what is reached of the year's plan, and the gap to it", () => {
    const facts = buildFacts({ elements: [element], values: { "exams@2023-S1": "21500" }, targets: { "exams@2023": "30000" } }); // prettier-ignore
    expect(valueOf(ask(facts, { key: "exams", role: "percent_of_plan" }))).toBe("71.6667");
    expect(valueOf(ask(facts, { key: "exams", role: "growth_abs", against: "plan" }))).toBe("-8500");
    expect(ask(facts, { key: "exams", role: "plan" }).period).toBe("2023");
  });
});

describe("what documents state", () => {
  const element = buildElement("managed", { timeNature: "stock" });
  const values = { "managed@2023-S1": "1721", "managed@2022-S1": "1678" };
  const printed = (value: string, decimals: number) =>
    buildFacts({
      elements: [element],
      values,
      statements: [
        buildStatement({ key: "managed", role: "growth_percent", value: decimal(value), decimals }),
      ],
    });
  const growth = (facts: FigureFacts) => ask(facts, { key: "managed", role: "growth_percent" });

  test.each([["2.6", 1], ["2.56", 2], ["2.5", 1]])("%s fits 2,5626 by rounding or cutting off", (value, decimals) =>
    expect(growth(printed(value, decimals)).stated).toBeUndefined(),
  ); // prettier-ignore

  test("2,01 does not, and both are kept", () => {
    const figure = growth(printed("2.01", 2));
    expect(valueOf(figure)).toBe("2.5626");
    expect(figure.stated?.value.toFixed()).toBe("2.01");
  });

  test("where the plan is unknown, the stated percentage is the fact", () => {
    const statement = buildStatement({ key: "managed", role: "percent_of_plan", value: decimal(42) });
    const figure = ask(buildFacts({ elements: [element], values, statements: [statement] }), {
      key: "managed",
      role: "percent_of_plan",
    });
    expect(figure).toMatchObject({ state: "confirmed", provenance: { kind: "stated" } });
  });

  test("a change from a base worked back from it is printed as precisely as it was", () => {
    const facts = buildFacts({
      elements: [element],
      values: { "managed@2023-S1": "19245", "managed@2022-S1": { is: "18259", derived: true } },
      statements: [
        buildStatement({ key: "managed", role: "growth_percent", value: decimal("5.4"), decimals: 1 }),
      ],
    });
    expect(growth(facts).decimals).toBe(1);
  });
});
