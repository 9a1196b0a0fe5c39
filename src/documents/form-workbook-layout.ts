import type { FormLayout, LayoutRow, LayoutSection } from "#domain/form.ts";
import type { CellName } from "#domain/form-cell.ts";

/** Where what stands on the sheet of a form; columns count from 1. */
export interface SheetColumns {
  /** Hidden: which cells a row holds. */
  readonly mark: 1;
  readonly name: 2;
  readonly unit: 3;
  /** Only where a row has a number of people to reach. */
  readonly denominator?: 4;
  readonly entry: number;
  readonly lastPeriod: number;
  readonly lastYear: number;
  /** How many columns of values the widest section has. */
  readonly width: number;
  readonly last: number;
}

/** Three blocks side by side – this period, the one before, last year – each as wide as the widest section. */
export function sheetColumns(sections: readonly LayoutSection[], hasDenominators: boolean): SheetColumns {
  const width = Math.max(...sections.map(({ columns }) => columns.length));
  const entry = hasDenominators ? 5 : 4;
  return {
    mark: 1,
    name: 2,
    unit: 3,
    ...(hasDenominators && { denominator: 4 }),
    entry,
    lastPeriod: entry + width,
    lastYear: entry + 2 * width,
    width,
    last: entry + 3 * width - 1,
  };
}

/** `3 4 -`: the cells of a row by their place in the workbook's list; nothing where there is no such cell. */
export function rowMark({ cells }: LayoutRow, places: ReadonlyMap<CellName, number>): string {
  return cells.map((cell) => (cell === null ? "-" : String(places.get(cell) ?? "-"))).join(" ");
}

/** The places in the list that a row mark names, by column of values; `undefined` when it is no row mark. */
export function parseRowMark(text: string): (number | undefined)[] | undefined {
  if (!/^(\d{1,5}|-)( (\d{1,5}|-)){0,255}$/.test(text)) return undefined;
  return text.split(" ").map((part) => (part === "-" ? undefined : Number(part)));
}

/** `value 2`: the second column of values, in the hidden first row: it stays right when columns are moved. */
export function columnMark(index: number): string {
  return `value ${index + 1}`;
}

export function parseColumnMark(text: string): number | undefined {
  const match = /^value (\d{1,3})$/.exec(text);
  return match ? Number(match[1]) - 1 : undefined;
}

/** The cells of a form by name with their place in the list. */
export function cellPlaces({ cells }: Pick<FormLayout, "cells">): Map<CellName, number> {
  return new Map(cells.map(({ cell }, index) => [cell, index]));
}
