import type { AnalyticsCell } from "#contract/analytics.ts";
import { decimal, sum } from "#domain/decimal.ts";

/** A cell of the table by its place; row and column count from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A block of cells from the one where it began to the one where the keyboard stands. */
export interface Selection {
  readonly anchor: Place;
  readonly focus: Place;
}

export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function blockOf({ anchor, focus }: Selection): Block {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

export function isInside({ top, bottom, left, right }: Block, { row, column }: Place): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -15, column: 0 },
  PageDown: { row: 15, column: 0 },
};

/**
 * Where a key leads, as in a spreadsheet: arrows one cell, with Ctrl to the edge, Home and End along the row, Shift
 * keeps the beginning of the block. `undefined` for keys that do not move.
 */
export function moveSelection(
  { anchor, focus }: Selection,
  { key, shiftKey, ctrlKey }: { readonly key: string; readonly shiftKey: boolean; readonly ctrlKey: boolean },
  size: { readonly rows: number; readonly columns: number },
): Selection | undefined {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  if (ctrlKey && key.toLowerCase() === "a") return { anchor: { row: 0, column: 0 }, focus: last };
  const target = targetOf(focus, key, ctrlKey, last);
  if (!target) return undefined;
  const next = {
    row: Math.max(0, Math.min(target.row, last.row)),
    column: Math.max(0, Math.min(target.column, last.column)),
  };
  return { anchor: shiftKey ? anchor : next, focus: next };
}

function targetOf(focus: Place, key: string, isFar: boolean, last: Place): Place | undefined {
  if (key === "Home") return { row: isFar ? 0 : focus.row, column: 0 };
  if (key === "End") return { row: isFar ? last.row : focus.row, column: last.column };
  const step = steps[key];
  if (!step) return undefined;
  const length = isFar ? 1_000_000 : 1;
  return { row: focus.row + step.row * length, column: focus.column + step.column * length };
}

/** How many numbers a block holds, and their sum where they are of one unit and may be added. */
export function totalOf(cells: readonly (AnalyticsCell | undefined)[]): {
  readonly count: number;
  readonly sum: string | undefined;
  readonly unit: string | undefined;
} {
  const valued = cells.filter((cell) => cell !== undefined && cell.value !== null);
  const units = new Set(valued.map((cell) => cell!.unit));
  const unit = units.size === 1 ? [...units][0] : undefined;
  const total = sum(valued.map((cell) => decimal(cell!.value!)));
  return { count: valued.length, sum: unit === undefined ? undefined : total?.toFixed(), unit };
}

/** Rows of text as a spreadsheet takes them from the clipboard; what would end a cell or a row becomes a space. */
export function toClipboard(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((text) => text.replace(/[\t\r\n]+/g, " ")).join("\t")).join("\r\n");
}
