import type { AnalyticsCell, AnalyticsTable } from "#contract/analytics.ts";
import { dimensions, type CellName, type Dimension } from "./view-choice.ts";

/** One side's member: an item, a unit, a period or a role, by its id. */
export interface Member {
  readonly dimension: Dimension;
  readonly id: string;
}

export interface PivotColumn {
  /** The ids of its members, in the order of the head; stands in the address. */
  readonly key: string;
  readonly members: readonly Member[];
}

export interface PivotRow {
  readonly id: string;
  /** The whole above the parts: not sorted among them. */
  readonly isTotal: boolean;
  /** One for each column; `undefined` while it is on its way. */
  readonly cells: readonly (AnalyticsCell | undefined)[];
}

export interface Pivot {
  readonly rowDimension: Dimension;
  /** The sides across the top, outermost first. */
  readonly columnDimensions: readonly Dimension[];
  readonly columns: readonly PivotColumn[];
  readonly rows: readonly PivotRow[];
  /** Sides with one member only: they are told once, in the title. */
  readonly fixed: readonly Member[];
  /** Rows left out because a number is lacking in them. */
  readonly hidden: number;
}

export interface PivotLayout {
  readonly rows: Dimension;
  readonly columns?: Dimension | undefined;
  readonly sort?: { readonly column: string; readonly isDescending: boolean } | undefined;
  readonly isComplete: boolean;
}

/** What the rows and columns of an answer are made of; cells may still be missing from it. */
export type PivotTable = Pick<AnalyticsTable, "items" | "orgUnits" | "periods" | "roles" | "cells">;

/** Sorting by the rows' own names instead of by a column. */
export const byName = "ten";

/** Lays an answer out: one side down, the others across. `totals` has the same columns for the units above. */
export function buildPivot(
  table: PivotTable,
  layout: PivotLayout,
  totals?: PivotTable,
  nameOf: (member: Member) => string = ({ id }) => id,
): Pivot {
  const members = membersOf(table);
  const others = dimensions.filter((dimension) => dimension !== layout.rows);
  const plural = others.filter((dimension) => members[dimension].length > 1);
  const shown = plural.length > 0 ? plural : [others.at(-1)!];
  const columnDimensions = shown.toSorted((a, b) => Number(b === layout.columns) - Number(a === layout.columns)); // prettier-ignore
  const fixed = others.filter((dimension) => !columnDimensions.includes(dimension)).map((dimension) => ({ dimension, id: members[dimension][0] ?? "" })); // prettier-ignore
  const columns = spread(columnDimensions, members);

  const rowsOf = (source: PivotTable, isTotal: boolean): PivotRow[] => {
    const cells = new Map(source.cells.map((cell) => [nameOfCell(cell), cell]));
    return membersOf(source)[layout.rows].map((id) => ({
      id,
      isTotal,
      cells: columns.map((column) =>
        cells.get(nameOfCell(cellName([{ dimension: layout.rows, id }, ...column.members, ...fixed]))),
      ),
    }));
  };
  const wholes = layout.rows === "orgUnit" && totals ? rowsOf(totals, true) : [];
  const all = rowsOf(table, false);
  const kept = layout.isComplete ? all.filter((row) => row.cells.every((cell) => cell?.value != null)) : all;
  const parts = sortRows(kept, columns, layout, nameOf);
  return {
    rowDimension: layout.rows,
    columnDimensions,
    columns,
    rows: [...wholes.filter(({ id }) => !parts.some((row) => row.id === id)), ...parts],
    fixed,
    hidden: all.length - kept.length,
  };
}

/** The cell where a row and a column meet. */
export function nameAt(pivot: Pivot, row: PivotRow, column: PivotColumn): CellName {
  return cellName([{ dimension: pivot.rowDimension, id: row.id }, ...column.members, ...pivot.fixed]);
}

/** The heads above the columns: for each side its members with the number of columns they stand over. */
export function headRows({ columns, columnDimensions }: Pick<Pivot, "columns" | "columnDimensions">) {
  return columnDimensions.map((_, depth) => {
    const heads: { member: Member; span: number; key: string }[] = [];
    for (const [index, column] of columns.entries()) {
      const before = columns[index - 1];
      const isSame = before?.members.slice(0, depth + 1).every((member, at) => member.id === column.members[at]!.id); // prettier-ignore
      if (isSame) heads.at(-1)!.span += 1;
      else heads.push({ member: column.members[depth]!, span: 1, key: column.key });
    }
    return heads;
  });
}

function membersOf(table: PivotTable): Readonly<Record<Dimension, readonly string[]>> {
  return {
    item: table.items.map(({ id }) => id),
    orgUnit: table.orgUnits.map(({ uid }) => uid),
    period: table.periods,
    role: table.roles,
  };
}

function spread(
  sides: readonly Dimension[],
  members: Readonly<Record<Dimension, readonly string[]>>,
): PivotColumn[] {
  return sides
    .reduce<Member[][]>(
      (found, dimension) =>
        found.flatMap((start) => members[dimension].map((id) => [...start, { dimension, id }])),
      [[]],
    )
    .map((chosen) => ({ key: chosen.map(({ id }) => id).join("|"), members: chosen }));
}

function cellName(members: readonly Member[]): CellName {
  const idOf = (dimension: Dimension) => members.find((member) => member.dimension === dimension)?.id ?? "";
  // The roles of a table are those of the answer, which the contract has checked.
  return { item: idOf("item"), orgUnit: idOf("orgUnit"), period: idOf("period"), role: idOf("role") as CellName["role"] }; // prettier-ignore
}

function nameOfCell({ item, orgUnit, period, role }: CellName): string {
  return `${item}|${orgUnit}|${period}|${role}`;
}

/** By a column or by name; rows without a number come last in either direction. */
function sortRows(
  rows: readonly PivotRow[],
  columns: readonly PivotColumn[],
  { sort, rows: dimension }: PivotLayout,
  nameOf: (member: Member) => string,
): readonly PivotRow[] {
  if (!sort) return rows;
  const way = sort.isDescending ? -1 : 1;
  if (sort.column === byName) {
    const names = new Map(rows.map(({ id }) => [id, nameOf({ dimension, id })]));
    return rows.toSorted((a, b) => way * names.get(a.id)!.localeCompare(names.get(b.id)!, "vi"));
  }
  const index = columns.findIndex(({ key }) => key === sort.column);
  if (index < 0) return rows;
  const numberOf = (row: PivotRow) => {
    const value = row.cells[index]?.value;
    return value == null ? undefined : Number(value);
  };
  return rows.toSorted((a, b) => {
    const [first, second] = [numberOf(a), numberOf(b)];
    if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined); // prettier-ignore
    return way * (first - second);
  });
}
