import { decimal, type Decimal } from "./decimal.ts";
import type { CellName, CellValues } from "./form-cell.ts";

/** A value on its way: exact, no notation of any country, and no longer than any count or sum of money is. */
export const decimalPattern = /^-?\d{1,18}(\.\d{1,12})?$/;

/** The same value in its one spelling: `007.50` → `7.5`, so that equal values are equal texts. */
export function plainDecimal(text: string): string {
  const value = decimal(text);
  return value.eq(0) ? "0" : value.toFixed(); // no "-0"
}

/** All values in their one spelling, in the order of their cells: equal contents are equal texts. */
export function plainValues(values: CellValues): CellValues {
  return Object.fromEntries(
    Object.entries(values)
      .map(([cell, value]) => [cell, plainDecimal(value)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The value of a cell, or `undefined` when it is blank. */
export function valueOf(values: CellValues, cell: CellName): Decimal | undefined {
  const text = Object.hasOwn(values, cell) ? values[cell] : undefined;
  return text === undefined ? undefined : decimal(text);
}

/** What the cells that are filled in add up to; `undefined` when all are blank: blank is not zero. */
export function sumOfCells(values: CellValues, cells: readonly CellName[]): Decimal | undefined {
  const present = cells.map((cell) => valueOf(values, cell)).filter((value) => value !== undefined);
  return present.length === 0 ? undefined : present.reduce((total, value) => total.plus(value));
}
