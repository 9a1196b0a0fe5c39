import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decimal } from "#domain/decimal.ts";
import { compileExpression, type CompiledExpression } from "./compile-expression.ts";
import { missingValueStrategies, type ItemLookup } from "./evaluation.ts";
import { ExpressionError } from "./expression-error.ts";
import { spellItem, type ExpressionValue, type Item } from "./item.ts";
import { validationOperators } from "./validation-operator.ts";

/** Known answers of the peer's own tests; not part of the product. */
const shared = new URL("../../../../shared/dhis2/", import.meta.url);
const isThere = existsSync(shared);
const read = (name: string): string => readFileSync(new URL(name, shared), "utf8");
const absent = isThere ? "" : " (skipped: ../shared/dhis2 is not here)";

interface KnownCase {
  readonly test: string;
  readonly fn: "eval" | "evalPredictor";
  readonly arg: string | null;
  readonly expr: string;
  readonly expected: string;
}

/** Every item whose value the expected texts state. C, D and E are missing. */
const values: Readonly<Record<string, ExpressionValue>> = {
  "#{dataElemenA}": decimal(3),
  "#{dataElemenB}": decimal(13),
  "#{dataElemenF}": "Str",
  "#{dataElemenG}": "2022-01-15",
  "#{dataElemenH}": true,
  "#{dataElemenA.catOptCombB}": decimal(5),
  "#{dataElemenB.catOptCombA}": decimal(15),
  "#{dataElemenA.catOptCombB.*}": decimal(5),
  "#{dataElemenB.catOptCombA.*}": decimal(15),
  "#{dataElemenA.catOptCombA.catOptCombB}": decimal(7),
  "#{dataElemenB.catOptCombB.catOptCombA}": decimal(17),
  "#{dataElemenA.*.catOptCombB}": decimal(9),
  "#{dataElemenB.*.catOptCombA}": decimal(19),
  "N{mindicatorA}": decimal(88),
  "R{dataSetUidA.REPORTING_RATE}": decimal(401),
  "R{dataSetUidA.REPORTING_RATE_ON_TIME}": decimal(402),
  "R{dataSetUidA.ACTUAL_REPORTS}": decimal(403),
  "R{dataSetUidA.ACTUAL_REPORTS_ON_TIME}": decimal(404),
  "R{dataSetUidA.EXPECTED_REPORTS}": decimal(405),
  "R{dataSetUidB.REPORTING_RATE}": decimal(406),
  "C{xxxxxxxxx05}": decimal("0.5"),
  "C{xxxxxxxx025}": decimal("0.25"),
  "OUG{orgUnitGrpA}": decimal(1_000_000),
  "OUG{orgUnitGrpB}": decimal(2_000_000),
  "[days]": decimal(30),
};

/** Two of the sampled periods hold something; the sums expected of them leave no other values. */
const samples: readonly Readonly<Record<string, ExpressionValue>>[] = [
  { "#{dataElemenC}": decimal(2) },
  { "#{dataElemenB}": decimal(1), "#{dataElemenC}": decimal(3) },
  {},
];

const lookUpIn =
  (known: Readonly<Record<string, ExpressionValue>>): ItemLookup =>
  (item) =>
    known[spellItem(item)];

function answer({ expr, arg }: KnownCase): string {
  const strategy = missingValueStrategies.find((name) => name === arg) ?? "SKIP_IF_ANY_VALUE_MISSING";
  const compiled = compileExpression(expr);
  const value = compiled.evaluate({ value: lookUpIn(values), samples: samples.map(lookUpIn) }, strategy);
  return [written(value), ...namesOf(compiled)].join(" ");
}

function written(value: ExpressionValue | undefined): string {
  if (typeof value === "string") return `'${value}'`;
  return value === undefined ? "null" : typeof value === "boolean" ? String(value) : value.toFixed();
}

function namesOf({ items, sampledItems }: CompiledExpression): string[] {
  return [...items, ...sampledItems]
    .map(nameOf)
    .filter((name) => name !== "")
    .toSorted();
}

const short = (uid: string): string => uid.replace("dataElemen", "De").replace("catOptComb", "Coc");

function nameOf(item: Item): string {
  if (item.kind === "data-element") {
    const { dataElement, optionCombo, attributeOptionCombo } = item;
    const isAnyAttribute = attributeOptionCombo === "*";
    return [dataElement, optionCombo, isAnyAttribute ? undefined : attributeOptionCombo]
      .filter((uid) => uid !== undefined)
      .map(short)
      .join(" ");
  }
  if (item.kind === "indicator") return "IndicatorA";
  if (item.kind !== "reporting-rate") return "";
  const rate = item.rate.toLowerCase().replaceAll("_", " ");
  return `${item.dataSet.replace("dataSetUid", "Ds")} - ${rate[0]?.toUpperCase()}${rate.slice(1)}`;
}

describe.skipIf(!isThere)(`the known cases of the peer's server${absent}`, () => {
  const cases: readonly KnownCase[] = isThere ? JSON.parse(read("expression-cases.json")) : [];
  const isProgram = (known: KnownCase): boolean => known.test === "testProgramItems";

  test("all 251 are there", () => expect(cases).toHaveLength(251));

  test.each(cases.filter((known) => !isProgram(known)))("$test: $expr ($arg)", (known) => {
    const expected = known.expected.replace(/^(-Infinity|NaN)$/, "null");
    expect(answer(known)).toBe(expected);
  });

  test.each(cases.filter(isProgram))("$expr is about single persons and is refused by name", ({ expr }) => {
    expect(() => compileExpression(expr)).toThrow(ExpressionError);
    expect(() => compileExpression(expr)).toThrow(/individual-record/);
    expect(() => compileExpression(expr)).toThrow(expr);
  });
});

interface Vector {
  readonly expr: string;
  readonly values: Readonly<Record<string, number>>;
  readonly expected: number;
}

describe.skipIf(!isThere)(`the known answers for the standard packages${absent}`, () => {
  const vectors: readonly Vector[] = isThere
    ? read("expression-vectors.jsonl")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line))
    : [];

  test("1,273 expressions give their number to 15 digits", () => {
    expect(vectors).toHaveLength(1273);
    const wrong = vectors.filter(({ expr, values: known, expected }) => {
      const lookup: ItemLookup = (item) => decimal(known[spellItem(item)] ?? Number.NaN);
      const value = compileExpression(expr).calculate({ value: lookup }, "SKIP_IF_ANY_VALUE_MISSING");
      return value === undefined || fifteenDigits(value.toNumber()) !== fifteenDigits(expected);
    });
    expect(wrong).toEqual([]);
  });
});

const fifteenDigits = (value: number): string => value.toPrecision(15);

interface Metadata {
  readonly indicators?: readonly { readonly numerator: string; readonly denominator: string }[];
  readonly predictors?: readonly { readonly generator: { readonly expression: string } }[];
  readonly validationRules?: readonly {
    readonly operator: string;
    readonly leftSide: { readonly expression: string };
    readonly rightSide: { readonly expression: string };
  }[];
}

describe.skipIf(!isThere)(`the standard packages of metadata${absent}`, () => {
  const files = isThere ? readdirSync(new URL("metadata/", shared)) : [];

  test.each(files)("%s: every indicator, validation rule and predictor can be read", (file) => {
    const {
      indicators = [],
      validationRules = [],
      predictors = [],
    }: Metadata = JSON.parse(read(`metadata/${file}`));
    const expressions = [
      ...indicators.flatMap(({ numerator, denominator }) => [numerator, denominator]),
      ...validationRules.flatMap(({ leftSide, rightSide }) => [leftSide.expression, rightSide.expression]),
      ...predictors.map(({ generator }) => generator.expression),
    ];
    expect(expressions.length).toBeGreaterThan(300);
    for (const expression of expressions) {
      const compiled = compileExpression(expression);
      expect(compileExpression(compiled.spelling).spelling, expression).toBe(compiled.spelling);
    }
    for (const { operator } of validationRules) expect(validationOperators).toContain(operator);
  });
});
