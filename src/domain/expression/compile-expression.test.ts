import { describe, expect, test } from "vitest";
import { decimal } from "#domain/decimal.ts";
import { compileExpression, describeExpression } from "./compile-expression.ts";
import type { ItemLookup, MissingValueStrategy } from "./evaluation.ts";
import { ExpressionError } from "./expression-error.ts";
import vectors from "./expression-vectors.json" with { type: "json" };
import { spellItem } from "./item.ts";

type Values = Readonly<Record<string, string | number | boolean>>;

interface Vector {
  readonly about: string;
  readonly expression: string;
  readonly strategy?: MissingValueStrategy;
  readonly values?: Values;
  readonly samples?: readonly Values[];
  readonly expected: string | null;
}

const lookUpIn =
  (values: Values): ItemLookup =>
  (item) => {
    const value = values[spellItem(item)];
    return value === undefined || typeof value === "boolean" ? value : decimal(value);
  };

describe("expressions of indicators and validation rules", () => {
  // The JSON is typed by its first rows; the rows are read as what they are.
  test.each(vectors as unknown as readonly Vector[])(
    "$about: $expression",
    ({ expression, strategy = "SKIP_IF_ANY_VALUE_MISSING", values = {}, samples = [], expected }) => {
      const context = { value: lookUpIn(values), samples: samples.map(lookUpIn) };
      expect(compileExpression(expression).calculate(context, strategy)?.toFixed() ?? null).toBe(expected);
    },
  );

  test("a share of the normal distribution is known to 15 digits", () => {
    const share = compileExpression("normDistCum(1.96)").calculate({ value: () => undefined }, "NEVER_SKIP");
    expect(share?.toNumber()).toBeCloseTo(0.975_002_104_851_78, 14);
  });

  test("items are asked for only when they are needed", () => {
    const asked: string[] = [];
    const value: ItemLookup = (item) => {
      asked.push(spellItem(item));
      return decimal(1);
    };
    compileExpression("if(#{a} > 0 || #{b} > 0, #{c}, #{d})").evaluate({ value }, "NEVER_SKIP");
    expect(asked).toEqual(["#{a}", "#{c}"]);
  });

  test.each([
    ["#{a}", "Str"],
    ["#{a} == 'Str'", true],
    ["'it\\'s'", "it's"],
    ["if(isNull(#{a}), 'none', #{a})", "Str"],
  ])("an expression may be a text or a yes: %s", (text, expected) => {
    expect(compileExpression(text).evaluate({ value: () => "Str" }, "NEVER_SKIP")).toBe(expected);
  });

  test("two items that turn out to be texts are compared as texts", () => {
    const { evaluate } = compileExpression("#{a} == #{b}");
    const value: ItemLookup = (item) => (spellItem(item) === "#{a}" ? "x" : undefined);
    expect(evaluate({ value }, "NEVER_SKIP")).toBe(false);
    expect(evaluate({ value: () => "x" }, "NEVER_SKIP")).toBe(true);
  });

  test("a text met in a sum is refused where it stands", () => {
    const compiled = compileExpression("1 + #{a}");
    expect(() => compiled.evaluate({ value: () => "abc" }, "NEVER_SKIP")).toThrow(ExpressionError);
    expect(() => compiled.evaluate({ value: () => "abc" }, "NEVER_SKIP")).toThrow("type-mismatch at 4");
  });
});

describe("the items of an expression", () => {
  test("each is listed once, with what is said about it inside and outside of brackets", () => {
    const text = "(#{a}.aggregationType(max) + #{a} + #{ a }).periodOffset(-1).minDate(2021-1-5) + C{k}";
    expect(itemsOf(text)).toEqual([
      "#{a}.aggregationType(MAX).minDate(2021-01-05).periodOffset(-1)",
      "#{a}.minDate(2021-01-05).periodOffset(-1)",
      "C{k}",
    ]);
  });

  test("the items listed are the very ones that are looked up", () => {
    const { items, sampledItems, calculate } = compileExpression("#{a} + #{a} + sum(#{a})");
    const known = new Map(items.map((item) => [item, decimal(5)]));
    const value: ItemLookup = (item) => known.get(item);
    expect(calculate({ value, samples: [value] }, "SKIP_IF_ANY_VALUE_MISSING")?.toNumber()).toBe(15);
    expect(sampledItems).toEqual(items);
  });

  test("a constant and a number of facilities do not shift", () => {
    expect(itemsOf("(C{k} * OUG{g} * R{set.EXPECTED_REPORTS}).periodOffset(-1)")).toEqual([
      "C{k}",
      "OUG{g}",
      "R{set.EXPECTED_REPORTS}.periodOffset(-1)",
    ]);
  });

  test("what is needed for the samples is told apart from what is needed now", () => {
    const { items, sampledItems } = compileExpression("#{a} > percentileCont(C{share}, #{a} + #{b})");
    expect([items.map(spellItem), sampledItems.map(spellItem)]).toEqual([
      ["#{a}", "C{share}"],
      ["#{a}", "#{b}"],
    ]);
  });

  test.each([
    ["#{dataElemenA}", { dataElement: "dataElemenA" }],
    ["#{dataElemenA.catOptCombA}", { optionCombo: "catOptCombA" }],
    ["#{dataElemenA.*.catOptCombA}", { optionCombo: "*", attributeOptionCombo: "catOptCombA" }],
    ["#{epi.fully_immunized_u1}", { dataElement: "epi.fully_immunized_u1", breakdown: {} }],
    ["#{tb.cases[age=trẻ em;type=AFB (+)]}", { breakdown: { type: "AFB (+)", age: "trẻ em" } }],
    ["#{dataElemenA[]}", { dataElement: "dataElemenA", breakdown: {} }],
    [
      "#{deGroup:dataElemGrp.coGroup:catOptGrp01}",
      { kind: "selection", optionCombos: { by: "option-group", uids: ["catOptGrp01"] } },
    ],
    [
      "#{dataElemenA.co:catOption01&catOption02}",
      { dataElements: { by: "uid", uids: ["dataElemenA"] }, optionCombos: { by: "option" } },
    ],
    ["N{imm.coverage}", { kind: "indicator", indicator: "imm.coverage" }],
    ["R{monthly.form.REPORTING_RATE_ON_TIME}", { dataSet: "monthly.form", rate: "REPORTING_RATE_ON_TIME" }],
    ["orgUnit.group(orgUnitGrpA, orgUnitGrpB)", { condition: "group", uids: ["orgUnitGrpA", "orgUnitGrpB"] }],
  ])("%s", (text, expected) => {
    const [item] = compileExpression(`if(${text} == ${text}, 1, 0)`).items;
    expect(item).toMatchObject(expected);
    expect(item && spellItem(item)).toBe(text);
  });

  test("a letter with its mark apart names the same cell", () => {
    const text = "#{tb.cases[age=trẻ em]}";
    expect(itemsOf(text.normalize("NFD"))).toEqual([text.normalize("NFC")]);
  });

  test("a sub-expression is one item that says what to do with every reported value", () => {
    const { items } = compileExpression(
      "subExpression(if(#{a} > 10, 1, 0)).aggregationType(SUM).periodOffset(-1)",
    );
    const [item] = items;
    expect(items).toHaveLength(1);
    expect(item).toMatchObject({ kind: "sub-expression", element: { dataElement: "a" } });
    expect(item && spellItem(item)).toBe(
      "subExpression(if(#{a} > 10, 1, 0)).aggregationType(SUM).periodOffset(-1)",
    );
    if (item?.kind !== "sub-expression") throw new Error("no sub-expression");
    expect([5, 10, 11].map((value) => String(item.apply(decimal(value))))).toEqual(["0", "0", "1"]);
  });
});

describe("describing an expression", () => {
  const names: Readonly<Record<string, string>> = { "#{a}": "Trẻ tiêm đủ", "#{b}": "Trẻ dưới 1 tuổi" };

  test("items become names, all else stays as it was written", () => {
    const compiled = compileExpression("100 *( #{a}.yearToDate() /* lũy kế */ / #{b} )");
    expect(describeExpression(compiled, (item) => names[spellItem(item)] ?? "?")).toBe(
      "100 *( Trẻ tiêm đủ.yearToDate() /* lũy kế */ / Trẻ dưới 1 tuổi )",
    );
  });
});

describe("an expression that cannot be used says why and at which character", () => {
  test.each([
    ["", "empty", 0, {}],
    ["  /* trống */ ", "empty", 0, {}],
    ["1 +", "unexpected", 3, { expected: "value", found: "end" }],
    ["1 + * 2", "unexpected", 4, { expected: "value", found: "*" }],
    ["(1 + 2", "unexpected", 6, { expected: ")", found: "end" }],
    ["1 + 2)", "unexpected", 5, { expected: "operator", found: ")" }],
    ["1 2", "unexpected", 2, { expected: "operator", found: "2" }],
    ["1 = 1", "unexpected", 2, { expected: "operator", found: "=" }],
    ["1 + €", "unexpected", 4, { expected: "value", found: "€" }],
    ["#{a} + #{b", "unclosed", 7, { found: "#{" }],
    ["1 + 'abc", "unclosed", 4, { found: "'" }],
    ["1 /* abc", "unclosed", 2, { found: "/*" }],
    ["[days", "unclosed", 0, { found: "[" }],
    ["1 + coverage(2)", "unknown-function", 4, { name: "coverage" }],
    ["notisNull(#{a})", "unknown-function", 0, { name: "notisNull" }],
    ["1 + constructor(2)", "unknown-function", 4, { name: "constructor" }],
    ["#{a}.lastYear()", "unknown-modifier", 5, { name: "lastYear" }],
    ["X{abc}", "unknown-item", 0, { found: "X{…}" }],
    ["[weeks]", "unknown-item", 0, { found: "[weeks]" }],
    ["1 + #{}", "item-unreadable", 4, { found: "#{}" }],
    ["#{*.dataElemenA}", "item-unreadable", 0, { found: "#{*.dataElemenA}" }],
    ["#{tb[type]}", "item-unreadable", 0, { found: "#{tb[type]}" }],
    ["#{tb[a=1;a=2]}", "item-unreadable", 0, { found: "#{tb[a=1;a=2]}" }],
    ["#{tb[__proto__=1]}", "item-unreadable", 0, { found: "#{tb[__proto__=1]}" }],
    ["R{abc.RATE}", "item-unreadable", 0, { found: "R{abc.RATE}" }],
    ["1 + D{program.element}", "individual-record", 4, { name: "D{program.element}" }],
    ["A{attribute}", "individual-record", 0, { name: "A{attribute}" }],
    ["I{programIndA}", "individual-record", 0, { name: "I{programIndA}" }],
    ["V{event_count}", "individual-record", 0, { name: "V{event_count}" }],
    ["d2:daysBetween(1, 2)", "individual-record", 0, { name: "d2:daysBetween" }],
    ["PS_EVENTDATE: abc", "individual-record", 0, { name: "PS_EVENTDATE: abc" }],
    ["#{a}.stageOffset(1)", "individual-record", 5, { name: "stageOffset" }],
    ["if(orgUnit.program(abc), 1, 0)", "individual-record", 3, { name: "orgUnit.program" }],
    ["if(1 > 2, 3)", "wrong-argument-count", 0, { name: "if", least: 3, most: 3, found: 2 }],
    ["1 + log()", "wrong-argument-count", 4, { name: "log", least: 1, most: 2, found: 0 }],
    ["1 + 'a'", "type-mismatch", 4, { expected: "number", found: "text" }],
    ["1 == 'a'", "type-mismatch", 5, { expected: "number", found: "text" }],
    ["1 && true", "type-mismatch", 0, { expected: "boolean", found: "number" }],
    ["if(true, 1, 'a')", "type-mismatch", 12, { expected: "number", found: "text" }],
    ["1 < 2 < 3", "type-mismatch", 8, { expected: "boolean", found: "number" }],
    ["1e309", "number-out-of-range", 0, {}],
    ["1e-999999999", "number-out-of-range", 0, {}],
    ["#{a}.periodOffset(1201)", "offset-out-of-range", 18, { most: 1200 }],
    ["(#{a}.periodOffset(700)).periodOffset(700)", "offset-out-of-range", 1, { most: 1200 }],
    ["#{a}.periodOffset(1.5)", "unexpected", 18, { expected: "whole-number", found: "1.5" }],
    ["#{a}.minDate(2021-2-30)", "date-unreadable", 13, { found: "2021-2-30" }],
    ["#{a}.aggregationType(TOTAL)", "unknown-aggregation-type", 21, { found: "TOTAL" }],
    ["sum(avg(#{a}))", "nested-aggregate", 4, { name: "avg" }],
    ["subExpression(#{a} + #{b})", "sub-expression-items", 0, { found: 2 }],
    ["subExpression(1)", "sub-expression-items", 0, { found: 0 }],
    ["subExpression(#{a} * C{k})", "sub-expression-items", 21, {}],
  ])("%s", (text, code, offset, facts) => {
    const error = catchError(text);
    expect(error).toMatchObject({ code, offset });
    expect(error.facts).toMatchObject(facts);
  });
});

function itemsOf(text: string): string[] {
  return compileExpression(text).items.map(spellItem);
}

function catchError(text: string): ExpressionError {
  try {
    compileExpression(text);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error(`${text} was read`);
}
