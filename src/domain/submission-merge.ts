import type { CellName, CellValues } from "./form-cell.ts";

/** One cell as two places have it, with what both began with; absent: blank. */
export interface CellConflict {
  readonly cell: CellName;
  readonly base: string | null;
  readonly mine: string | null;
  readonly theirs: string | null;
}

export interface Merged {
  /** Both put together; where they conflict, theirs. */
  readonly values: CellValues;
  /** Cells changed at both places, each in its own way: for a person to decide. */
  readonly conflicts: readonly CellConflict[];
  /** Cells changed only by them and therefore taken over. */
  readonly taken: readonly CellConflict[];
}

/** Puts two versions of one form together, cell by cell, by what each changed since `base`. Nothing is lost unseen. */
export function mergeValues(base: CellValues, mine: CellValues, theirs: CellValues): Merged {
  const values: Record<CellName, string> = {};
  const conflicts: CellConflict[] = [];
  const taken: CellConflict[] = [];
  const cells = new Set([base, mine, theirs].flatMap((each) => Object.keys(each)));
  for (const cell of [...cells].toSorted()) {
    const found = { cell, base: at(base, cell), mine: at(mine, cell), theirs: at(theirs, cell) };
    const isMine = found.mine !== found.base;
    const isTheirs = found.theirs !== found.base;
    if (isTheirs && found.mine !== found.theirs) (isMine ? conflicts : taken).push(found);
    const kept = isTheirs ? found.theirs : found.mine;
    if (kept !== null) values[cell] = kept;
  }
  return { values, conflicts, taken };
}

/** Cells that differ between two versions, in the order of their names. */
export function changedCells(before: CellValues, after: CellValues): CellName[] {
  const cells = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...cells].filter((cell) => at(before, cell) !== at(after, cell)).toSorted();
}

function at(values: CellValues, cell: CellName): string | null {
  return Object.hasOwn(values, cell) ? (values[cell] ?? null) : null;
}
