import type { MatrixCell } from "#contract/submission.ts";

/** How a cell of the matrix looks; the first that fits. What is done stays quiet. */
export const looks = ["unusual", "waiting", "returned", "begun", "late", "none", "done"] as const;
export type Look = (typeof looks)[number];

/** What a person of a tier sees in a cell. */
export function lookOf({ status, warnings, isLate }: MatrixCell): Look {
  if (status === "approved") return "done";
  if (status === "submitted") return warnings > 0 ? "unusual" : "waiting";
  if (status === "returned") return "returned";
  if (status === "draft") return "begun";
  return isLate ? "late" : "none";
}

/** How many cells there are of each look. */
export function countLooks(cells: readonly MatrixCell[]): ReadonlyMap<Look, number> {
  const counts = new Map<Look, number>();
  for (const cell of cells) counts.set(lookOf(cell), (counts.get(lookOf(cell)) ?? 0) + 1);
  return counts;
}

/** Those that can be approved together: handed in, nothing unusual. */
export function listUsual(cells: readonly MatrixCell[]): MatrixCell[] {
  return cells.filter((cell) => lookOf(cell) === "waiting");
}

/** Units that have handed in nothing although it was due. */
export function listSilent(cells: readonly MatrixCell[]): string[] {
  return [...new Set(cells.filter((cell) => cell.isLate && (cell.status === "not-started" || cell.status === "draft")).map(({ orgUnit }) => orgUnit))]; // prettier-ignore
}

/** The next cell that waits to be looked at, after one; in the order of rows. */
export function nextWaiting(
  cells: readonly MatrixCell[],
  after: MatrixCell | undefined,
): MatrixCell | undefined {
  const waiting = (cell: MatrixCell) => lookOf(cell) === "waiting" || lookOf(cell) === "unusual";
  const at = after ? cells.findIndex((cell) => cell.dataSet === after.dataSet && cell.orgUnit === after.orgUnit) : -1; // prettier-ignore
  return cells.slice(at + 1).find(waiting) ?? cells.slice(0, Math.max(0, at)).find(waiting);
}
