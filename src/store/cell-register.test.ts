import fc from "fast-check";
import { expect, test } from "vitest";
import { CellRegister } from "./cell-register.ts";
import { buildDataValue } from "./test-builders.ts";

test("a cell is noticed the second time and not before, however many cells there are", () => {
  const part = fc.constantFrom("", "1", "a", "a;b", '"', "1,2");
  const cell = fc.record({ element: part, period: part, orgUnit: part, optionCombo: part });
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 60 }), (cells) => {
      const register = new CellRegister();
      const seen = new Set<string>();
      for (const one of cells) {
        const name = JSON.stringify([one.element, one.period, one.orgUnit, one.optionCombo]);
        expect(register.add(buildDataValue(one))).toBe(!seen.has(name));
        seen.add(name);
      }
    }),
  );
});

test("more breakdowns than fit into a number are still told apart", () => {
  const register = new CellRegister();
  const combos = Array.from({ length: 9_000 }, (_, at) => buildDataValue({ optionCombo: `stt=${at}` }));
  expect(combos.every((value) => register.add(value))).toBe(true);
  expect(combos.some((value) => register.add(value))).toBe(false);
  expect([...register.elements.texts()]).toEqual(["care.visits"]);
});
