import { describe, expect, test } from "vitest";
import { decimal, type Decimal } from "#domain/decimal.ts";
import type { ValidationRule } from "#domain/validation-rule.ts";
import { buildElement } from "./check-builders.ts";
import {
  checkRule,
  compileRule,
  findUnreadableItem,
  isAbout,
  listNeededValues,
  vocabularyOf,
} from "./rules.ts";

const elements = [
  buildElement({ id: "cases", key: "cases" }),
  buildElement({ id: "deaths", key: "deaths", breakdowns: [{ dimensions: ["sex"], relation: "partition" }] }),
  buildElement({ id: "beds", key: "beds", timeNature: "stock" }),
];
const words = vocabularyOf(elements);

function buildRule(facts: Omit<Partial<ValidationRule>, "left" | "right"> & { left: string; right: string; missing?: ValidationRule["left"]["missing"] }): ValidationRule {
  const { left, right, missing = "SKIP_IF_ANY_VALUE_MISSING", ...rest } = facts;
  return {
    id: "r", key: "r", name: { vi: "Q", en: "R" }, operator: "less_than_or_equal_to", periodTypes: [], levels: [],
    severity: "blocking", explanation: { vi: "", en: "" }, ...rest,
    left: { expression: left, missing },
    right: { expression: right, missing },
  };
} // prettier-ignore

/** `element period combo` → value, all of one unit. */
function run(rule: ValidationRule, values: Readonly<Record<string, number>>, period = "2023-12") {
  const cells = new Map<string, Map<string, Decimal>>();
  for (const [name, value] of Object.entries(values)) {
    const [element = "", of = "", combo = ""] = name.split(" ");
    const key = `${element} ${of}`;
    cells.set(key, (cells.get(key) ?? new Map<string, Decimal>()).set(combo, decimal(value)));
  }
  return checkRule(compileRule(rule), words, (element, _unit, of) => cells.get(`${element} ${of}`), "xa-1", period); // prettier-ignore
}

describe("a validation rule", () => {
  const rule = buildRule({ left: "#{deaths}", right: "#{cases}" });

  test("is broken with the cells that both sides read", () => {
    const found = run(rule, { "deaths 2023-12": 7, "cases 2023-12": 5 });
    expect(found).toMatchObject({
      code: "rule-broken",
      severity: "blocking",
      facts: { left: "7", right: "5" },
    });
    expect(found?.cells.map(({ element, value }) => [element, value])).toEqual([["deaths", "7"], ["cases", "5"]]); // prettier-ignore
  });

  test("holds, or is not judged where its values are missing", () => {
    expect(run(rule, { "deaths 2023-12": 5, "cases 2023-12": 5 })).toBeUndefined();
    expect(run(rule, { "deaths 2023-12": 5 })).toBeUndefined();
    expect(run(rule, {})).toBeUndefined();
  });

  test("takes a missing side for zero only when it is told to", () => {
    const never = buildRule({ left: "#{deaths}", right: "#{cases}", missing: "NEVER_SKIP" });
    expect(run(never, { "deaths 2023-12": 5 })?.facts).toMatchObject({ left: "5", right: "0" });
    expect(run(never, {})).toBeUndefined();
  });

  test("reads a total that nobody reported from its parts, and single parts by name", () => {
    const parts = { "deaths 2023-12 sex=nam": 4, "deaths 2023-12 sex=nữ": 4, "cases 2023-12": 5 };
    expect(run(rule, parts)?.facts["left"]).toBe("8");
    expect(run(buildRule({ left: "#{deaths[sex=nam]}", right: "#{cases}" }), parts)).toBeUndefined();
  });

  test("reads other periods, adding counts and taking the last of a stock", () => {
    const values = { "cases 2023-01": 2, "cases 2023-02": 3, "beds 2023-01": 50, "beds 2023-02": 40 };
    const soFar = run(buildRule({ left: "#{beds}.yearToDate()", right: "#{cases}.yearToDate()" }), values, "2023-02"); // prettier-ignore
    expect(soFar?.facts).toMatchObject({ left: "40", right: "5" });
    const before = run(buildRule({ left: "#{beds}.periodOffset(-1)", right: "#{beds}" }), values, "2023-02");
    expect(before?.cells.map(({ period }) => period)).toEqual(["2023-01", "2023-02"]);
    const needed = listNeededValues(compileRule(buildRule({ left: "#{cases}.yearToDate()", right: "1" })), words, "2023-03"); // prettier-ignore
    expect(needed.map(({ periods }) => periods)).toEqual([["2023-01", "2023-02", "2023-03"]]);
  });

  test.each([
    ["equal_to", 5, 5, true],
    ["equal_to", 5, 6, false],
    ["not_equal_to", 5, 5, false],
    ["greater_than", 6, 5, true],
    ["greater_than_or_equal_to", 4, 5, false],
    ["less_than", 5, 5, false],
    ["compulsory_pair", 5, undefined, false],
    ["compulsory_pair", 5, 6, true],
    ["exclusive_pair", 5, 6, false],
    ["exclusive_pair", 5, undefined, true],
  ] as const)("%s: %s and %s", (operator, left, right, holds) => {
    const values = { "deaths 2023-12": left, ...(right !== undefined && { "cases 2023-12": right }) };
    const found = run(buildRule({ left: "#{deaths}", right: "#{cases}", operator }), values);
    expect(found === undefined).toBe(holds);
  });

  test("speaks only of its period types and levels", () => {
    const monthly = buildRule({ left: "1", right: "1", periodTypes: ["month"], levels: [3] });
    expect([isAbout(monthly, "2023-12", 3), isAbout(monthly, "2023-Q4", 3), isAbout(monthly, "2023-12", 2), isAbout(monthly, "2023-12", undefined)]).toEqual([true, false, false, false]); // prettier-ignore
    expect(isAbout(buildRule({ left: "1", right: "1" }), "2023", undefined)).toBe(true);
  });

  test.each([
    ["#{nothing}", "unknown"],
    ["#{deaths[age=1]}", "unknown"],
    ["N{coverage}", "unknown"],
    ["avg(#{cases})", "unusable"],
    ["R{form.EXPECTED_REPORTS}", "unusable"],
  ])("cannot be run when it speaks of %s", (expression, problem) => {
    const compiled = compileRule(buildRule({ left: "1", right: expression }));
    expect(findUnreadableItem(compiled, words)).toMatchObject({ side: "right", problem });
  });

  test("may speak of days and of the number of the period", () => {
    expect(findUnreadableItem(compileRule(buildRule({ left: "[days]", right: "31 + [periodInYear]" })), words)).toBeUndefined(); // prettier-ignore
  });
});
