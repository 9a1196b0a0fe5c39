import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildElement } from "./check-builders.ts";
import { checkBreakdowns, type KnownCell } from "./partitions.ts";
import { findRepairs } from "./repairs.ts";

const bySex = buildElement({ breakdowns: [{ dimensions: ["sex"], relation: "partition" }] });
const subset = buildElement({ breakdowns: [{ dimensions: ["age"], relation: "subset" }] });
const overlapping = buildElement({ breakdowns: [{ dimensions: ["drug"], relation: "overlapping" }] });

function cells(values: Readonly<Record<string, string>>): KnownCell[] {
  return Object.entries(values).map(([optionCombo, value]) => ({ element: "visits", optionCombo, orgUnit: "xa-1", period: "2023-12", value })); // prettier-ignore
}

const codes = (
  element: typeof bySex,
  values: Readonly<Record<string, string>>,
  expected = Object.keys(values),
) => checkBreakdowns({ element, cells: cells(values), expected: new Set(expected) }).map(({ code }) => code);

describe("parts and their whole", () => {
  test.each([
    ["parts that add up", bySex, { "": "10", "sex=nam": "4", "sex=nữ": "6" }, []],
    ["parts that do not", bySex, { "": "10", "sex=nam": "4", "sex=nữ": "7" }, ["parts-not-total"]],
    ["exact decimals", bySex, { "": "0.3", "sex=nam": "0.1", "sex=nữ": "0.2" }, []],
    [
      "beyond what plain numbers hold",
      bySex,
      { "": "9007199254740993", "sex=nam": "9007199254740992", "sex=nữ": "0" },
      ["parts-not-total"],
    ],
    ["no total was reported", bySex, { "sex=nam": "4", "sex=nữ": "7" }, []],
    ["a part of a subset above its whole", subset, { "": "10", "age=trẻ em": "11" }, ["part-exceeds-whole"]],
    ["a subset may be less than the whole", subset, { "": "10", "age=trẻ em": "3" }, []],
    [
      "parts of a subset together above the whole",
      subset,
      { "": "10", "age=<1": "6", "age=1–5": "6" },
      ["parts-exceed-whole"],
    ],
    [
      "overlapping parts may exceed the whole together",
      overlapping,
      { "": "10", "drug=a": "8", "drug=b": "8" },
      [],
    ],
    ["but none alone", overlapping, { "": "10", "drug=a": "12", "drug=b": "8" }, ["part-exceeds-whole"]],
  ])("%s", (_name, element, values, expected) => {
    expect(codes(element, values)).toEqual(expected);
  });

  test("a part that is still lacking keeps the sum open, but not what is already too much", () => {
    const expected = ["", "sex=nam", "sex=nữ", "sex=khác"];
    expect(codes(bySex, { "": "10", "sex=nam": "4", "sex=nữ": "5" }, expected)).toEqual([]);
    expect(codes(bySex, { "": "10", "sex=nam": "4", "sex=nữ": "7" }, expected)).toEqual([
      "parts-exceed-whole",
    ]);
  });

  test("a cell of two dimensions belongs to the total and to the row and column totals", () => {
    const element = buildElement({ breakdowns: [{ dimensions: ["sex", "age"], relation: "partition" }] });
    const values = { "sex=nam": "9", "age=<5;sex=nam": "4", "age=≥5;sex=nam": "4", "": "20", "age=<5;sex=nữ": "6", "age=≥5;sex=nữ": "6" }; // prettier-ignore
    const found = checkBreakdowns({ element, cells: cells(values), expected: new Set(Object.keys(values)) });
    expect(found.map(({ cells: [first], facts }) => [first?.optionCombo, facts["added"]])).toEqual([
      ["sex=nam", "8"],
    ]);
  });

  test("shares of parts do not add up and are left alone", () => {
    const element = { ...bySex, valueType: "percent" as const };
    expect(codes(element, { "": "50", "sex=nam": "40", "sex=nữ": "60" })).toEqual([]);
  });

  test("any parts and their true sum are never a finding; with one unit more they always are", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 2, maxLength: 8 }), (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        const values = Object.fromEntries(parts.map((part, index) => [`sex=${index}`, String(part)]));
        expect(codes(bySex, { ...values, "": String(total) })).toEqual([]);
        expect(codes(bySex, { ...values, "": String(total + 1) })).toEqual(["parts-not-total"]);
      }),
    );
  });
});

describe("the slip of typing that would explain a sum", () => {
  test.each([
    ["two digits swapped in a part", "116", ["95", "12"], [{ cell: 2, to: "21", slip: "digits-swapped" }]],
    ["a zero too many in a part", "110", ["100", "100"], [{ cell: 1, to: "10", slip: "zero-more" }, { cell: 2, to: "10", slip: "zero-more" }]],
    ["a zero too few in the total", "11", ["50", "60"], [{ cell: 0, to: "110", slip: "zero-less" }]],
    ["one digit of either part", "2315", ["2116", "169"], [{ cell: 1, to: "2146", slip: "one-digit" }, { cell: 2, to: "199", slip: "one-digit" }]],
    ["no single slip", "1000", ["1", "2"], []],
    ["a part cannot be below zero", "5", ["90", "80"], []],
  ])("%s", (_name, total, parts, expected) => {
    const found = findRepairs(total, parts);
    for (const one of expected) expect(found).toContainEqual(one);
    if (expected.length === 0) expect(found).toEqual([]);
  });

  test("every repair that is proposed makes the sum fit", () => {
    const amount = fc.nat(99_999).map(String);
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 2, maxLength: 5 }), (total, parts) => {
        for (const { cell, to } of findRepairs(total, parts)) {
          const mended = [total, ...parts].map((value, index) => BigInt(index === cell ? to : value));
          expect(mended.slice(1).reduce((sum, part) => sum + part, 0n)).toBe(mended[0]);
        }
      }),
    );
  });
}); // prettier-ignore
