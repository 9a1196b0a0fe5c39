import fc from "fast-check";
import { expect, test } from "vitest";
import { decimal, type Decimal } from "#domain/decimal.ts";
import {
  addEvidence,
  isAmbiguous,
  readNumber,
  settleColumn,
  type ColumnEvidence,
} from "#domain/number-reading.ts";
import { DecimalCache } from "./decimal-cache.ts";
import { NumberColumn, type CellFault } from "./number-column.ts";
import { notationFindings, settleNumber } from "./read-figure-value.ts";

const digits = fc.string({ unit: fc.integer({ max: 9, min: 0 }).map(String), minLength: 1, maxLength: 17 });
const typed = fc.oneof(
  fc.string({ unit: fc.constantFrom("0", "1", "2", "345", ".", ",", "-", " ", "%"), maxLength: 9 }),
  fc.stringMatching(/^-?[0-9]{1,3}([.,][0-9]{3}){0,3}([.,][0-9]{1,3})?$/),
  fc.constantFrom("27.33", "27,33", "1.234", "1,234", "1.234,5", "1,234.5", "0.125", "1234.500", "-0", "007"),
  digits,
  fc.tuple(digits, digits).map((pair) => pair.join(".")),
);
const need = fc.record({ wholeOnly: fc.boolean(), unit: fc.constantFrom("trẻ", "%") });

test("a column is read as its cells are read one by one", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(typed, need), { maxLength: 20 }), (cells) => {
      const column = new NumberColumn();
      let evidence: ColumnEvidence = {};
      const ambiguous = cells.map(([text]) => readNumber(text)).filter(isAmbiguous);
      const noted = cells.map(([text, ofCell], row) => {
        evidence = addEvidence(evidence, readNumber(text), row, ofCell.wholeOnly);
        return column.note({ text }, row, ofCell);
      });
      const notation = settleColumn(evidence);
      expect(column.notation()).toBe(notation);
      const [comma, point] = [ambiguous[0]?.comma, ambiguous[0]?.point];
      const example = comma && point && { comma: comma.toFixed(), point: point.toFixed() };
      expect(column.findings()).toEqual(
        notationFindings(evidence, example && { ...example, count: ambiguous.length }),
      );
      for (const [index, [text, ofCell]] of cells.entries()) {
        const number = noted[index] ?? column.settle(text, ofCell, notation);
        expect(plain(number)).toEqual(plain(settleNumber(readNumber(text), ofCell, notation)));
      }
    }),
    { numRuns: 2000 },
  );
});

test("an amount with more digits than a double holds keeps them all", () => {
  const column = new NumberColumn();
  const money = { wholeOnly: false, unit: "đồng" };
  for (const text of ["123456789012345678", "0.1234567890123456789", "99999999999999.99"]) {
    const number = column.note({ text }, 2, money) ?? column.settle(text, money, "point");
    expect(plain(number)).toBe(text);
  }
});

test("the decimal of a number is the one that its text says, however many were asked for", () => {
  const cache = new DecimalCache(1000);
  const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
  fc.assert(
    fc.property(fc.array(number), (numbers) => {
      for (const one of [...numbers, ...numbers]) {
        expect(cache.of(one).eq(decimal(String(one)))).toBe(true);
      }
    }),
  );
  expect([5, 5 + 1024, 5].map((one) => cache.of(one).toFixed())).toEqual(["5", "1029", "5"]);
});

/** A fault as it is, a number as its digits. */
function plain(number: number | Decimal | CellFault | undefined): unknown {
  if (number === undefined || (typeof number === "object" && "code" in number)) return number;
  return decimal(typeof number === "number" ? number : number.toFixed()).toFixed();
}
