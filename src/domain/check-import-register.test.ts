import fc from "fast-check";
import { expect, test } from "vitest";
import { CellRegister } from "./check-import-register.ts";

const name = fc.constantFrom("", "a", "b", "c", "ab", "sex=nữ", "a|b");
const cell = fc.record({ element: name, optionCombo: name, period: name, orgUnit: name });

test("cells are told apart by each of their four names, and numbered in the order they come", () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 200 }), cell, (cells, other) => {
      const register = new CellRegister();
      const known = new Map<string, number>();
      for (const one of cells) {
        const number = known.get(JSON.stringify(one)) ?? known.size;
        known.set(JSON.stringify(one), number);
        expect(register.numberOf(one)).toBe(number);
        expect(register.size).toBe(known.size);
      }
      expect(register.find(other)).toBe(known.get(JSON.stringify(other)) ?? -1);
    }),
  );
});

test("a file of more cells than expected keeps its numbers", () => {
  const cells = Array.from({ length: 50_000 }, (_, index) => ({
    element: `e${index % 7}`,
    optionCombo: "",
    period: `p${index % 11}`,
    orgUnit: `u${index}`,
  }));
  for (const expected of [0, cells.length]) {
    const register = new CellRegister(expected);
    expect(cells.map((one) => register.numberOf(one))).toEqual(cells.map((_, index) => index));
    expect(cells.map((one) => register.find(one))).toEqual(cells.map((_, index) => index));
  }
});
