import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { total as sumOf } from "#checker/formulas.ts";
import { valueOf } from "#checker/intervals.ts";
import { type Quantity } from "#checker/quantities.ts";
import { isRateColumn, isTotalRow, readGrid, type Grid, type GridRow } from "#checker/table-grid.ts";

/** Reads total rows and group rows of tables: each against the rows that it sums up. */
export function readTableTotals(document: ReadDocument): readonly Draft[] {
  return document.tables.flatMap((table) => {
    const grid = readGrid(table);
    return grid && grid.rows.length >= 3 ? [...readTotalRows(grid), ...readGroupRows(grid)] : [];
  });
}

interface Column {
  readonly total: Quantity;
  readonly parts: readonly Quantity[];
  readonly holds: boolean;
}

function readTotalRows(grid: Grid): readonly Draft[] {
  return grid.rows.flatMap((row, index) => {
    if (!isTotalRow(row)) return [];
    const ways = waysToAdd(grid.rows, index).filter((rows) => rows.length >= 2);
    const tried = ways.map((rows) => columnsOf(grid, row, rows));
    const best = tried.reduce<readonly Column[]>(
      (winner, each) => (share(each) > share(winner) ? each : winner),
      tried[0] ?? [],
    );
    return draftColumns(best);
  });
}

/** The rows that a total may sum up: all the others, the groups, the stretch before or after it. */
function waysToAdd(rows: readonly GridRow[], at: number): readonly (readonly GridRow[])[] {
  const others = rows.filter((row) => !isTotalRow(row));
  const groups = others.filter((row) => /^(?:[IVX]{1,5}|[A-Z])[.)]?$/.test(row.number));
  const leaves = others.filter((row) => !/^(?:[IVX]{1,5}|[A-Z])[.)]?$/.test(row.number));
  const totals = rows.flatMap((row, index) => (isTotalRow(row) ? [index] : []));
  const previous = totals.findLast((index) => index < at) ?? -1;
  const next = totals.find((index) => index > at) ?? rows.length;
  const subtotals = totals.filter((index) => index !== at).map((index) => rows[index]!);
  return [others, groups, leaves, rows.slice(previous + 1, at), rows.slice(at + 1, next), subtotals];
}

function columnsOf(grid: Grid, row: GridRow, rows: readonly GridRow[]): readonly Column[] {
  return row.values.flatMap((total, column) => {
    if (!total || isRateColumn(grid, column)) return [];
    const parts = rows.flatMap((each) => each.values[column] ?? []);
    return parts.length < 2 ? [] : [{ total, parts, holds: addsUp(parts, total) }];
  });
}

function addsUp(parts: readonly Quantity[], total: Quantity): boolean {
  const sum = parts.reduce((sofar, each) => sofar + valueOf(each) * (each.sign || 1), 0);
  const decimals = Math.max(
    total.readings[0]!.decimals,
    ...parts.slice(0, 50).map((each) => each.readings[0]!.decimals),
  );
  const slack = decimals === 0 ? 0 : 0.5 * 10 ** -decimals * (parts.length + 1);
  return Math.abs(sum - valueOf(total) * (total.sign || 1)) <= slack + Math.abs(sum) * 1e-11;
}

function share(columns: readonly Column[]): number {
  return columns.length === 0 ? -1 : columns.filter((each) => each.holds).length / columns.length;
}

/** Columns that do not add up are wrong when others of the same row do; a lone column must at least come near. */
function draftColumns(columns: readonly Column[]): readonly Draft[] {
  const held = columns.filter((each) => each.holds).length;
  return columns.flatMap(({ total, parts, holds }) => {
    const claim = { kind: "sum", formula: sumOf, operands: parts, printed: total } as const;
    if (holds) return [draftArithmetic({ ...claim, evidence: "tight" })];
    const coverage = parts.reduce((sofar, each) => sofar + valueOf(each), 0) / valueOf(total);
    const isNear = coverage > 0.85 && coverage < 1.15;
    if (held * 2 >= columns.length || (held > 0 && isNear))
      return coverage > 0.3 && coverage < 3 ? [draftArithmetic({ ...claim, evidence: "tight" })] : [];
    if (columns.length <= 2 && isNear) return [draftArithmetic({ ...claim, evidence: "tight" })];
    return columns.length === 1 && coverage > 0.5 && coverage < 1.5
      ? [draftArithmetic({ ...claim, evidence: "firm" })]
      : [];
  });
}

/** "I", "II" … with the rows numbered under them. */
function readGroupRows(grid: Grid): readonly Draft[] {
  const starts = grid.rows.flatMap((row, index) =>
    /^(?:[IVX]{1,5}|[A-Z])[.)]?$/.test(row.number) ? [index] : [],
  );
  const groups = starts.map((start, order) => ({
    row: grid.rows[start]!,
    rows: grid.rows.slice(start + 1, starts[order + 1] ?? grid.rows.length).filter((row) => !isTotalRow(row)),
  }));
  const columns = groups.flatMap(({ row, rows }) => (rows.length >= 2 ? columnsOf(grid, row, rows) : []));
  return share(columns) >= 0.6
    ? draftColumns(columns)
    : columns.filter((each) => each.holds).flatMap((each) => draftColumns([each]));
}
