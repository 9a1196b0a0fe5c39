import { columnLetters } from "./read-table-cell.ts";

/** Where a cell stands on its sheet; both count from 1. */
export interface Address {
  readonly row: number;
  readonly column: number;
}

/** `D7` */
export function addressName({ row, column }: Address): string {
  return `${columnLetters(column - 1)}${row}`;
}

/** Excel takes at most 255 arguments in a call. */
const mostArguments = 250;

/**
 * The sum of cells that stays blank while all of them are: blank is not zero.
 * `IF(COUNT(D5:D6,D9)=0,"",SUM(D5:D6,D9))`
 */
export function sumFormula(cells: readonly Address[]): string {
  const ranges = rangesOf(cells);
  return `IF(${nested("COUNT", ranges)}=0,"",${nested("SUM", ranges)})`;
}

/** Adds up groups, since one call takes only so many. */
function nested(name: "COUNT" | "SUM", ranges: readonly string[]): string {
  const calls: string[] = [];
  for (let at = 0; at < ranges.length; at += mostArguments) {
    calls.push(`${name}(${ranges.slice(at, at + mostArguments).join(",")})`);
  }
  return calls.length === 1 ? (calls[0] ?? "0") : `(${calls.join("+")})`;
}

/** Neighbours below one another as one range. */
function rangesOf(cells: readonly Address[]): string[] {
  const sorted = cells.toSorted((a, b) => a.column - b.column || a.row - b.row);
  const runs: { from: Address; to: Address }[] = [];
  for (const cell of sorted) {
    const run = runs.at(-1);
    if (run && run.to.column === cell.column && run.to.row + 1 === cell.row) run.to = cell;
    else runs.push({ from: cell, to: cell });
  }
  return runs.map(({ from, to }) =>
    from === to ? addressName(from) : `${addressName(from)}:${addressName(to)}`,
  );
}
