import { isTotalRow, type GridRow } from "./table-grid.ts";

/** A row with the rows directly under it. */
export interface RowGroup {
  readonly row: GridRow;
  readonly rows: readonly GridRow[];
}

/** Finds rows that others are numbered or indented under: "I" above "1" and "2", "1" above "1.1", a label above "- …". */
export function groupRows(rows: readonly GridRow[]): readonly RowGroup[] {
  const levels = rows.map(levelOf);
  return rows.flatMap((row, index) => {
    const level = levels[index]!;
    const until = levels.findIndex((each, at) => at > index && each <= level);
    const end = until < 0 ? rows.length : until;
    if (end - index < 3 || isTotalRow(row)) return [];
    const deepest = Math.min(...levels.slice(index + 1, end));
    const children = rows
      .slice(index + 1, end)
      .filter((child, at) => levels[index + 1 + at] === deepest && !isTotalRow(child));
    return children.length >= 2 ? [{ row, rows: children }] : [];
  });
}

/** The depth that numbering and dashes give a row; total rows close every group. */
function levelOf(row: GridRow): number {
  if (isTotalRow(row)) return -1;
  if (row.label.startsWith("+")) return 5;
  if (/^[-–•*]/.test(row.label)) return 4;
  if (/^\d+\.\d/.test(row.number)) return 3;
  return /^(?:[IVX]{1,5}|[A-Z])[.)]?$/.test(row.number) ? 0 : 2;
}
