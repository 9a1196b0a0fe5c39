import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal } from "./decimal.ts";
import {
  addEvidence,
  plausibleValues,
  readNumber,
  settleColumn,
  valueIn,
  type ColumnEvidence,
  type ColumnNotation,
  type NumberForm,
} from "./number-reading.ts";

const cases: readonly [
  text: string,
  form: NumberForm,
  comma: string | undefined,
  point: string | undefined,
][] = [
  ["2633", "whole", "2633", "2633"],
  ["03", "whole", "3", "3"],
  ["0", "whole", "0", "0"],
  ["-12", "whole", "-12", "-12"],
  ["−12", "whole", "-12", "-12"],
  ["  720 ", "whole", "720", "720"],
  ["12 345", "whole", "12345", "12345"],
  ["12\u00a0345", "whole", "12345", "12345"],
  ["1.234", "one-dot", "1234", "1.234"],
  ["14.264", "one-dot", "14264", "14.264"],
  ["1,234", "one-comma", "1.234", "1234"],
  ["0.123", "point-decimal", undefined, "0.123"],
  ["0,123", "comma-decimal", "0.123", undefined],
  ["1234.567", "point-decimal", undefined, "1234.567"],
  ["12.345.678", "dot-grouped", "12345678", undefined],
  ["12,345,678", "comma-grouped", undefined, "12345678"],
  ["1.234,5", "dot-grouped-comma-decimal", "1234.5", undefined],
  ["1,234.5", "comma-grouped-point-decimal", undefined, "1234.5"],
  ["27,33", "comma-decimal", "27.33", undefined],
  ["27.33", "point-decimal", undefined, "27.33"],
  ["1 234,5", "comma-decimal", "1234.5", undefined],
  ["-20,8", "comma-decimal", "-20.8", undefined],
  ["64.68", "point-decimal", undefined, "64.68"],
  ["1.4264", "point-decimal", undefined, "1.4264"],
  ["1.23.456", "misgrouped", undefined, undefined],
  ["1.234.56", "misgrouped", undefined, undefined],
  ["12 34", "misgrouped", undefined, undefined],
  ["1,234,5", "misgrouped", undefined, undefined],
  ["0.123.456", "misgrouped", undefined, undefined],
  ["", "unreadable", undefined, undefined],
  ["-", "unreadable", undefined, undefined],
  ["…", "unreadable", undefined, undefined],
  ["không", "unreadable", undefined, undefined],
  ["1.", "unreadable", undefined, undefined],
  [".5", "unreadable", undefined, undefined],
  ["(5)", "unreadable", undefined, undefined],
  [">22", "unreadable", undefined, undefined],
  ["#REF!", "unreadable", undefined, undefined],
  ["٣", "unreadable", undefined, undefined],
  ["--5", "unreadable", undefined, undefined],
  ["9".repeat(61), "unreadable", undefined, undefined],
];

test.each(cases)(
  "the cell %j has the form %s and reads %s with commas, %s with points",
  (text, form, comma, point) => {
    const reading = readNumber(text);
    expect(reading.form).toBe(form);
    expect(valueIn(reading, "comma")?.toFixed()).toBe(comma);
    expect(valueIn(reading, "point")?.toFixed()).toBe(point);
  },
);

describe("what stands beside the number is kept", () => {
  test.each([
    ["01cuộc", "cuộc"],
    ["5 cuộc", "cuộc"],
    ["12 lượt người", "lượt người"],
    ["1.133người", "người"],
    ["1O", "O"],
    ["1.2E+05", "E+05"],
  ])("%j carries the unit %j", (text, unit) => {
    expect(readNumber(text).gluedUnit).toBe(unit);
  });

  test("a percent sign is a sign, not a unit", () => {
    expect(readNumber("27,32 %")).toMatchObject({ sign: "%", form: "comma-decimal" });
    expect(readNumber("12,41‰").sign).toBe("‰");
    expect(readNumber("27,32%").gluedUnit).toBeUndefined();
  });

  test("a leading zero is noticed and does not change the number", () => {
    expect(readNumber("03").leadingZero).toBe(true);
    expect(readNumber("0,5").leadingZero).toBe(false);
    expect(readNumber("0").leadingZero).toBe(false);
  });
});

test("64.68 among counts may have been 6468: the digits are offered", () => {
  expect(plausibleValues(readNumber("64.68")).map(String)).toEqual(["64.68", "6468"]);
  expect(plausibleValues(readNumber("2633")).map(String)).toEqual(["2633"]);
  expect(plausibleValues(readNumber("1.234")).map(String)).toEqual(["1234", "1.234"]);
});

test("whatever a cell holds, reading it neither throws nor takes long", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => readNumber(text).text === text),
  );
  const began = performance.now();
  readNumber(`1${".234".repeat(50_000)}x`);
  readNumber(`1${" ".repeat(200_000)}x`);
  expect(performance.now() - began).toBeLessThan(1000);
});

test("an amount written the Vietnamese way reads back exactly", () => {
  const amount = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.stringMatching(/^\d{1,9}$/));
  fc.assert(
    fc.property(amount, ([whole, decimals]) => {
      const grouped = whole.toString().replaceAll(/\B(?=(\d{3})+$)/g, ".");
      expect(readNumber(`${grouped},${decimals}`).comma?.eq(decimal(`${whole}.${decimals}`))).toBe(true);
    }),
  );
});

test.each<[cells: string[], ColumnNotation]>([
  [["2633", "03"], "plain"],
  [[], "plain"],
  [["2.633", "720"], "undecided"],
  [["1,234"], "undecided"],
  [["2.633", "27,32"], "comma"],
  [["2.633", "12.345.678"], "comma"],
  [["1.234,5"], "comma"],
  [["14.264", "48.1"], "point"],
  [["14.264", "0.5"], "point"],
  [["1,234.5"], "asked"],
  [["1,234,567", "48.1"], "asked"],
  [["27,32", "48.1"], "mixed"],
  [["27,32", "1,234.5"], "mixed"],
])("a column of %j is %s", (cells, expected) => {
  expect(settleColumn(evidenceOf(cells))).toBe(expected);
});

test("a slip among counts does not settle how the other cells are read", () => {
  const evidence = addEvidence(evidenceOf(["1.234"]), readNumber("64.68"), 9, true);
  expect(settleColumn(evidence)).toBe("undecided");
});

test("the first example of each kind is kept with its row", () => {
  expect(evidenceOf(["5", "27,32", "1.234", "9,1"])).toEqual({
    comma: { text: "27,32", row: 2 },
    ambiguous: { text: "1.234", row: 3 },
  });
});

function evidenceOf(cells: readonly string[]): ColumnEvidence {
  return cells.reduce<ColumnEvidence>(
    (known, cell, index) => addEvidence(known, readNumber(cell), index + 1),
    {},
  );
}
