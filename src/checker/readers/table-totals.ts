import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft, type Evidence } from "#checker/drafts.ts";
import { total as sumOf } from "#checker/formulas.ts";
import { valueOf } from "#checker/intervals.ts";
import { type Quantity } from "#checker/quantities.ts";
import { isOneKeystrokeOff } from "#checker/repairs.ts";
import { learnFormulas } from "#checker/table-formulas.ts";
import { groupRows } from "#checker/table-groups.ts";
import { isRateColumn, isTotalRow, readGrid, type Grid, type GridRow } from "#checker/table-grid.ts";

/** Reads total rows and group rows of tables: each against the rows that it sums up. */
export function readTableTotals(document: ReadDocument): readonly Draft[] {
  return document.tables.flatMap((table) => {
    const grid = readGrid(table);
    if (!grid || grid.rows.length < 3) return [];
    const rates = new Set(
      learnFormulas(grid).flatMap(({ formula }) =>
        formula.kind === "sum" || formula.kind === "difference" ? [] : [formula.target],
      ),
    );
    const isAdditive = (column: number) => !rates.has(column) && !isRateColumn(grid, column);
    return [...readTotalRows(grid, isAdditive), ...readGroupRows(grid, isAdditive)];
  });
}

type IsAdditive = (column: number) => boolean;

interface Column {
  readonly total: Quantity;
  readonly parts: readonly Quantity[];
  readonly holds: boolean;
}

function readTotalRows(grid: Grid, isAdditive: IsAdditive): readonly Draft[] {
  return grid.rows.flatMap((row, index) => {
    if (!isTotalRow(row)) return [];
    const ways = waysToAdd(grid.rows, index).filter((rows) => rows.length >= 2);
    const tried = ways.map((rows) => columnsOf(row, rows, isAdditive));
    const best = tried.reduce<readonly Column[]>(
      (winner, each) => (share(each) > share(winner) ? each : winner),
      tried[0] ?? [],
    );
    return isPartial(grid, row)
      ? best.filter((each) => each.holds).flatMap((each) => draftColumns([each]))
      : draftColumns(best);
  });
}

/** "Một số mặt hàng": a column of shares whose total is a hundred and whose rows fall short of it says that rows are left out. */
function isPartial({ headers, rows }: Grid, total: GridRow): boolean {
  const others = rows.filter((row) => !isTotalRow(row));
  return headers.some((header, column) => {
    const whole = total.values[column];
    if (!whole || valueOf(whole) !== 100 || !/%|tỷ trọng|cơ cấu|tỷ lệ/.test(header)) return false;
    const shares = others.flatMap((row) => row.values[column] ?? []);
    const sum = shares.reduce((sofar, each) => sofar + valueOf(each), 0);
    return shares.length === others.length && shares.length >= 3 && sum < 99.5 && sum > 50;
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

function columnsOf(row: GridRow, rows: readonly GridRow[], isAdditive: IsAdditive): readonly Column[] {
  return row.values.flatMap((printed, column) => {
    if (!printed || !isAdditive(column)) return [];
    const total = signed(printed);
    const parts = rows.flatMap((each) => (each.values[column] ? [signed(each.values[column])] : []));
    return parts.length < 2 ? [] : [{ total, parts, holds: addsUp(parts, total) }];
  });
}

/** "-23" as the value it is: signs count when amounts of change are added up. */
function signed(cell: Quantity): Quantity {
  if (cell.sign !== -1) return cell;
  return { ...cell, readings: cell.readings.map((reading) => ({ ...reading, value: -reading.value })) };
}

function addsUp(parts: readonly Quantity[], total: Quantity): boolean {
  const sum = parts.reduce((sofar, each) => sofar + valueOf(each), 0);
  const decimals = Math.max(
    total.readings[0]!.decimals,
    ...parts.slice(0, 50).map((each) => each.readings[0]!.decimals),
  );
  const slack = decimals === 0 ? 0 : 0.5 * 10 ** -decimals * (parts.length + 1);
  return Math.abs(sum - valueOf(total)) <= slack + Math.abs(sum) * 1e-11;
}

function share(columns: readonly Column[]): number {
  return columns.length === 0 ? -1 : columns.filter((each) => each.holds).length / columns.length;
}

/** Columns that do not add up are wrong when others of the same row do; a lone column must at least come near. */
function draftColumns(columns: readonly Column[]): readonly Draft[] {
  const held = columns.filter((each) => each.holds).length;
  return columns.flatMap(({ total, parts, holds }) => {
    const claim = { kind: "sum", formula: sumOf, operands: parts, printed: total } as const;
    const draft = (evidence: Evidence): Draft => ({
      ...draftArithmetic({ ...claim, evidence }),
      along: "column",
    });
    if (holds) return [draft("tight")];
    const coverage = parts.reduce((sofar, each) => sofar + valueOf(each), 0) / valueOf(total);
    const isNear = coverage > 0.85 && coverage < 1.15;
    // A column that is far off is no column of amounts, unless one keystroke explains it.
    if (!isNear && !isOneKeystrokeOff(parts, total))
      return columns.length === 1 && coverage > 0.5 && coverage < 1.5 ? [draft("firm")] : [];
    if (held > 0 || (columns.length <= 2 && isNear)) return [draft("tight")];
    return [];
  });
}

/** Group rows against the rows under them. */
function readGroupRows(grid: Grid, isAdditive: IsAdditive): readonly Draft[] {
  const groups = groupRows(grid.rows);
  const columns = groups.flatMap(({ row, rows }) => columnsOf(row, rows, isAdditive));
  return share(columns) >= 0.6
    ? draftColumns(columns)
    : columns.filter((each) => each.holds).flatMap((each) => draftColumns([each]));
}
