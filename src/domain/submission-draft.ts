import type { CellName } from "./form-cell.ts";

/** A cell as it was typed and not handed in yet; `null`: made blank. */
export interface DraftCell {
  readonly cell: CellName;
  readonly value: string | null;
  /** Counted over the whole draft: a later change of any cell has a higher one. */
  readonly revision: number;
  readonly device: string;
}

/** What a device did to a cell, and which revision of the cell it had on screen (0: none). */
export interface DraftOp {
  readonly cell: CellName;
  readonly value: string | null;
  readonly seen: number;
}

/** What becomes of the draft, of each operation, and which cells another device has changed meanwhile. */
export interface DraftOutcome {
  readonly revision: number;
  readonly changed: readonly DraftCell[];
  readonly saved: readonly { readonly cell: CellName; readonly revision: number }[];
  readonly conflicts: readonly { readonly op: DraftOp; readonly theirs: DraftCell }[];
}

/**
 * Applies operations in their order. Sent again, they change nothing. A cell that another device has set to something
 * else since this one looked stays as it is: the conflict is answered, and insisting means sending with its revision.
 */
export function applyDraftOps(
  draft: readonly DraftCell[],
  { ops, device, revision }: { ops: readonly DraftOp[]; device: string; revision: number },
): DraftOutcome {
  const cells = new Map(draft.map((each) => [each.cell, each]));
  const changed = new Map<CellName, DraftCell>();
  const conflicts: { op: DraftOp; theirs: DraftCell }[] = [];
  let next = revision;
  for (const op of ops) {
    const now = cells.get(op.cell);
    if (now && now.value === op.value) continue;
    if (now && now.device !== device && now.revision > op.seen) {
      conflicts.push({ op, theirs: now });
      continue;
    }
    const cell = { cell: op.cell, value: op.value, revision: ++next, device };
    cells.set(op.cell, cell);
    changed.set(op.cell, cell);
  }
  const refused = new Set(conflicts.map(({ op }) => op.cell));
  const saved = [...new Set(ops.map(({ cell }) => cell))]
    .filter((cell) => !refused.has(cell))
    .map((cell) => ({ cell, revision: cells.get(cell)?.revision ?? next }));
  return { revision: next, changed: [...changed.values()], saved, conflicts };
}
