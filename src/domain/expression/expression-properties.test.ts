import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal, type Decimal } from "#domain/decimal.ts";
import { compileExpression, describeExpression } from "./compile-expression.ts";
import { missingValueStrategies } from "./evaluation.ts";
import { ExpressionError } from "./expression-error.ts";
import { spellBareItem } from "./item.ts";
import { parseExpression } from "./parse-expression.ts";

/** The tree without the places, which a new spelling moves. */
function treeOf(text: string): unknown {
  return JSON.parse(
    JSON.stringify(parseExpression(text).root, (key, value) => (key === "at" ? undefined : value)),
  );
}

const pieces = fc.constantFrom(
  "#{a}", "#{dataElemenA.*}", "#{tb[type=AFB (+)]}", "C{k}", "N{n}", "R{s.ACTUAL_REPORTS}", "OUG{g}", "[days]", "D{x}",
  "1", ".5", "2.", "3e2", "'a'", "\"b\"", "true", "null", "not", "and", "or", "if(", "isNull(", "sum(", "log(", "is(",
  "subExpression(", "greatest(", "percentileCont(", "orgUnit.group(", "abc", "in", "(", ")", ")", ",", "+", "-", "*",
  "/", "%", "^", "<", ">=", "==", "!", "&&", "||", ".periodOffset(-1)", ".yearToDate()", ".minDate(2021-1-1)", " ",
  "\n", "//", "/*", "*/", "{", "}", "[", "]", "'", "\\", "\u0000", "ế",
); // prettier-ignore

describe("whatever is typed", () => {
  test("is read and evaluated, or refused with a place in the text", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.array(pieces, { maxLength: 25 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...missingValueStrategies), (typed, strategy) => {
        try {
          const compiled = compileExpression(typed);
          compiled.calculate(
            { value: () => decimal(2), samples: [() => decimal(3), () => undefined] },
            strategy,
          );
        } catch (error) {
          if (!(error instanceof ExpressionError)) throw error;
          expect(error.offset).toBeGreaterThanOrEqual(0);
          expect(error.offset).toBeLessThanOrEqual(typed.length);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    ["parentheses", "(".repeat(90_000)],
    ["closed parentheses", "(".repeat(40_000) + "1" + ")".repeat(40_000)],
    ["signs", `${"-".repeat(90_000)}1`],
    ["powers", "2^".repeat(40_000) + "2"],
    ["functions", "if(true,".repeat(10_000)],
    ["open comments", "/*".repeat(40_000)],
    ["open items", "#{".repeat(40_000)],
    ["brackets", "[".repeat(90_000)],
    ["letters", "a".repeat(90_000)],
    ["too much", "1+".repeat(60_000)],
  ])("thousands of %s are refused at once", (_what, text) => {
    const begin = performance.now();
    expect(() => compileExpression(text)).toThrow(ExpressionError);
    expect(performance.now() - begin).toBeLessThan(5_000);
  });

  test.each([
    ["items", Array.from({ length: 5000 }, (_, index) => `#{item_${index}}`).join(" + ")],
    ["powers of long decimals", Array.from({ length: 2000 }, () => "1.23456789^999").join("*")],
    ["products of long decimals", Array.from({ length: 900 }, () => `0.${"9".repeat(99)}`).join("*")],
    ["offsets", `#{a}${".periodOffset(1)".repeat(1200)}`],
    ["blanks", `1${" ".repeat(90_000)}+ 1`],
    ["conditions", `${"if(#{a} > 1, 1, ".repeat(90)}0${")".repeat(90)}`],
  ])("a long expression of %s is evaluated in time", (_what, text) => {
    const begin = performance.now();
    const value = compileExpression(text).calculate({ value: () => decimal(1) }, "NEVER_SKIP");
    expect(performance.now() - begin).toBeLessThan(20_000);
    expect(value === undefined || value.e < 309).toBe(true);
  });
});

interface Sum {
  readonly text: string;
  readonly value: Decimal;
}

/** Sums in all groupings, with what they come to reckoned beside. */
const { sum } = fc.letrec<{ sum: Sum; number: Sum; joined: Sum; negated: Sum }>((tie) => ({
  sum: fc.oneof({ depthSize: "small", withCrossShrink: true }, tie("number"), tie("joined"), tie("negated")),
  number: fc
    .tuple(fc.nat(999), fc.nat(99))
    .map(([whole, hundredths]) => `${whole}.${hundredths}`)
    .map((text) => ({ text, value: decimal(text) })),
  joined: fc.tuple(tie("sum"), fc.constantFrom("+", "-", "*"), tie("sum")).map(([left, operator, right]) => ({
    text: `(${left.text}) ${operator} (${right.text})`,
    value: reckon(left.value, operator, right.value),
  })),
  negated: tie("sum").map(({ text, value }) => ({ text: `-(${text})`, value: value.neg() })),
}));

function calculate(text: string): string | undefined {
  const value = compileExpression(text).calculate({ value: () => undefined }, "NEVER_SKIP");
  return value?.toFixed();
}

function reckon(left: Decimal, operator: string, right: Decimal): Decimal {
  if (operator === "*") return left.times(right);
  return operator === "+" ? left.plus(right) : left.minus(right);
}

const join = (operators: readonly string[], operand: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      operand,
      fc.array(fc.tuple(fc.constantFrom(...operators), operand), { minLength: 1, maxLength: 3 }),
    )
    .map(([first, rest]) => first + rest.map(([operator, next]) => ` ${operator} ${next}`).join(""));

const items = [
  "#{a}", "#{dataElemenA.*}", "#{dataElemenA.*.catOptCombA}", "#{deGroup:dataElemGrp}", "#{tb[age=0-4;type=AFB (+)]}",
  "#{dataElemenA[]}", "C{k}", "N{n.o}", "R{s.ACTUAL_REPORTS}", "OUG{g}", "[days]", "[periodInYear]",
] as const; // prettier-ignore
const modifiers = [
  "",
  "",
  ".periodOffset(-1)",
  ".yearToDate()",
  ".minDate(2021-01-01).aggregationType(LAST)",
];

/** Everything the language can say, without knowing what it means. */
const { number: readable } = fc.letrec<{ number: string; operand: string; truth: string; either: string }>(
  (tie) => ({
    operand: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      fc.constantFrom(...items, "1", ".5", "2.", "3e2", "007"),
      tie("number").map((number) => `(${number})`),
      fc
        .tuple(tie("number"), fc.constantFrom(...modifiers))
        .map(([number, modifier]) => `(${number})${modifier}`),
      fc.tuple(tie("truth"), tie("number"), tie("number")).map((all) => `if(${all.join(", ")})`),
      fc.tuple(tie("number"), tie("number")).map(([first, second]) => `least(${first}, ${second})`),
      fc.constantFrom(
        "avg(#{a} - 1)",
        "subExpression(#{a} * -2).yearToDate()",
        "percentileCont(.9, #{a})",
        "null",
      ),
    ),
    number: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      tie("operand"),
      join(["+", "-"], tie("operand")),
      join(["*", "/", "%"], tie("operand")),
      fc.tuple(tie("operand"), tie("operand")).map(([base, exponent]) => `-${base} ^ -${exponent}`),
      fc
        .tuple(tie("operand"), tie("operand"), tie("operand"))
        .map(([a, b, c]) => `${a} - ${b} * ${c} ^ 2 ^ +3`),
    ),
    truth: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      fc.constantFrom(
        "true",
        "false",
        "isNull(#{a})",
        "is(#{a} in 1, 2)",
        "'\\u00e1\\'' == \"b\"",
        "orgUnit.group(g)",
      ),
      fc.tuple(tie("number"), fc.constantFrom("<", ">=", "=="), tie("number")).map((all) => all.join("")),
      tie("either").map((either) => `not (${either})`),
      tie("either"),
    ),
    either: fc.oneof(
      join(["and", "||", "&&", "or"], tie("truth")),
      join(
        ["==", "!="],
        tie("truth").map((truth) => `(${truth})`),
      ),
    ),
  }),
);

describe("whatever can be read", () => {
  test("comes out exact, and the same without the brackets it does not need", () => {
    fc.assert(
      fc.property(sum, ({ text, value }) => {
        const { spelling } = compileExpression(text);
        expect(calculate(text)).toBe(value.toFixed());
        expect(calculate(spelling)).toBe(value.toFixed());
        expect(spelling.length).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test("is the same tree in its plainest spelling", () => {
    fc.assert(
      fc.property(readable, (text) => {
        const { spelling } = compileExpression(text);
        expect(treeOf(spelling)).toEqual(treeOf(text));
        expect(compileExpression(spelling).spelling).toBe(spelling);
      }),
      { numRuns: 300 },
    );
  });

  test("describes itself by its own items unchanged", () => {
    fc.assert(
      fc.property(readable, (text) => {
        expect(describeExpression(compileExpression(text), spellBareItem)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test("any text in quotation marks is itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        const { spelling } = compileExpression(
          `'${value.replaceAll(/['\\\n\r]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)}'`,
        );
        expect(compileExpression(spelling).evaluate({ value: () => undefined }, "NEVER_SKIP")).toBe(value);
      }),
    );
  });
});
