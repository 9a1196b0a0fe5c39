import type { AnalyticsCell } from "#contract/analytics.ts";
import { isRatio } from "./cell-text.ts";
import type { Pivot, PivotColumn, PivotRow } from "./pivot.ts";

/** What a picture shows: one column of the table. */
export interface PictureData {
  readonly column: PivotColumn;
  readonly rows: readonly { readonly row: PivotRow; readonly cell: AnalyticsCell | undefined; readonly value: number | undefined }[]; // prettier-ignore
  /** `undefined` where the numbers of the column are of different units and cannot share a picture. */
  readonly unit: string | undefined;
}

/** The column asked for; else the one sorted by; else the first whose numbers can be drawn together, rates first. */
export function pictureData(
  pivot: Pivot,
  asked: string | undefined,
  sorted: string | undefined,
): PictureData | undefined {
  const indexOf = (key: string | undefined) => pivot.columns.findIndex((column) => column.key === key);
  const drawable = pivot.columns.flatMap((_, index) => (unitOf(pivot, index) === undefined ? [] : [index]));
  const ratio = drawable.find((index) => isRatio(unitOf(pivot, index)!));
  const chosen = [indexOf(asked), drawable.includes(indexOf(sorted)) ? indexOf(sorted) : -1, ratio ?? -1, drawable[0] ?? -1, 0].find((index) => index >= 0)!; // prettier-ignore
  const column = pivot.columns[chosen];
  if (!column) return undefined;
  const rows = pivot.rows
    .filter(({ isTotal }) => !isTotal)
    .map((row) => {
      const cell = row.cells[chosen];
      return { row, cell, value: cell?.value == null ? undefined : Number(cell.value) };
    });
  return { column, rows, unit: unitOf(pivot, chosen) };
}

/** The one unit of a column's numbers; a column without any number has that of its blanks. */
export function unitOf({ rows }: Pivot, column: number): string | undefined {
  const cells = rows.flatMap((row) => row.cells[column] ?? []);
  const valued = cells.filter(({ value }) => value !== null);
  const units = new Set((valued.length > 0 ? valued : cells).map(({ unit }) => unit));
  return units.size === 1 ? [...units][0] : undefined;
}

/** How many numbers of a table are provisional, and how many are not there. */
export function countStates(cells: readonly (AnalyticsCell | undefined)[]): {
  readonly provisional: number;
  readonly missing: number;
} {
  return {
    provisional: cells.filter((cell) => cell?.state === "provisional").length,
    missing: cells.filter((cell) => cell?.value === null).length,
  };
}
