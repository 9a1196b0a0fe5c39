import type { AnalyticsFileQuery, TableDimension } from "#contract/analytics-file.ts";
import { tableDimensions } from "#contract/analytics-file.ts";
import type { AnalyticsCell, AnalyticsTable } from "#contract/analytics.ts";
import type { PrintedCell, PrintedRow, PrintedTable } from "#documents/printed-table.ts";
import { Refusal } from "#domain/refusal.ts";
import { periodName } from "#wording/period.ts";
import { roleHeads } from "#wording/table-words.ts";

/** Which dimensions stand down the side and which across the top; together each once. */
export interface Layout {
  readonly rows: readonly TableDimension[];
  readonly columns: readonly TableDimension[];
}

/** Completes what was asked for. Refuses `dimension-twice`. */
export function chooseLayout({ rows, columns }: Pick<AnalyticsFileQuery, "rows" | "columns">): Layout {
  const named = [...(rows ?? []), ...(columns ?? [])];
  const twice = named.find((dimension, index) => named.indexOf(dimension) !== index);
  if (twice !== undefined) throw new Refusal("dimension-twice", { dimension: twice });
  const left = tableDimensions.filter((dimension) => !named.includes(dimension));
  const isAside = (dimension: TableDimension) => dimension === "item" || dimension === "orgUnit";
  if (!rows && !columns) return { rows: left.filter(isAside), columns: left.filter((one) => !isAside(one)) };
  return columns ? { rows: [...(rows ?? []), ...left], columns } : { rows: rows ?? [], columns: left };
}

/** Excel has room for so many columns and rows. */
const mostColumns = 16_000;

/** One member of each dimension of a side, by its place. */
type Places = Readonly<Partial<Record<TableDimension, number>>>;

/** Lays a whole table out, rows by columns. Refuses `too-many-columns`. */
export function layOutTable(
  table: AnalyticsTable,
  { rows, columns }: Layout,
): Pick<PrintedTable, "rowHeads" | "headLines" | "rows"> {
  const labels = labelsOf(table);
  const across = combine(columns, labels);
  if (across.length > mostColumns) throw new Refusal("too-many-columns", { columns: across.length, limit: mostColumns }); // prettier-ignore
  const hasUnits = rows.includes("item");
  const head = (dimension: TableDimension) => (dimension === "item" && hasUnits ? ["Chỉ tiêu", "Đơn vị tính"] : [heads[dimension]]); // prettier-ignore
  return {
    rowHeads: rows.flatMap(head),
    headLines: columns.length === 0 ? [[""]] : columns.map((dimension) => across.map((places) => labels[dimension][places[dimension]!]!.plain + (dimension === "item" ? labels.item[places.item!]!.unit : ""))), // prettier-ignore
    rows: combine(rows, labels).map((down): PrintedRow => {
      const cells = across.map((places) => table.cells[placeOf(table, { ...down, ...places })]!);
      const units = unitsOf(cells);
      const label = (dimension: TableDimension) => [labels[dimension][down[dimension]!]!.plain, ...(dimension === "item" ? [units] : [])]; // prettier-ignore
      return { labels: rows.flatMap(label), cells: cells.map(printCell) };
    }),
  };
}

const heads: Readonly<Record<TableDimension, string>> = {
  item: "Chỉ tiêu",
  orgUnit: "Đơn vị",
  period: "Kỳ",
  role: "Số liệu",
};

interface Label {
  readonly plain: string;
  /** Of an item that stands over its numbers: " (trẻ)". */
  readonly unit: string;
}

function labelsOf(table: AnalyticsTable): Record<TableDimension, readonly Label[]> {
  const plain = (text: string): Label => ({ plain: text, unit: "" });
  return {
    item: table.items.map((item, index) => ({
      plain: itemName(item),
      unit: ` (${unitsOf(cellsOfItem(table, index))})`,
    })),
    orgUnit: table.orgUnits.map(({ fullName }) => plain(fullName)),
    period: table.periods.map((period) => plain(capital(periodName(period)))),
    role: table.roles.map((role) => plain(roleHeads[role])),
  };
}

/** "Bệnh nhân lao mới (type: AFB+)". */
export function itemName({ name, breakdown }: AnalyticsTable["items"][number]): string {
  const options = Object.values(breakdown).join(", ");
  return options === "" ? name.vi : `${name.vi} (${options})`;
}

function cellsOfItem(
  { cells, orgUnits, periods, roles }: AnalyticsTable,
  item: number,
): readonly AnalyticsCell[] {
  const perItem = orgUnits.length * periods.length * roles.length;
  return cells.slice(item * perItem, (item + 1) * perItem);
}

/** Comparisons have their own unit over their column. */
export const comparisons: ReadonlySet<string> = new Set([
  "percent_of_plan",
  "growth_abs",
  "growth_percent",
  "growth_points",
  "share",
]);

function unitsOf(cells: readonly AnalyticsCell[]): string {
  const levels = cells.filter(({ role }) => !comparisons.has(role));
  return [...new Set((levels.length > 0 ? levels : cells).map(({ unit }) => unit))].join("; ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Every combination of the members of some dimensions, the last changing first. */
function combine(
  dimensions: readonly TableDimension[],
  labels: Record<TableDimension, readonly Label[]>,
): Places[] {
  return dimensions.reduce<Places[]>(
    (found, dimension) =>
      found.flatMap((places) => labels[dimension].map((_, place) => ({ ...places, [dimension]: place }))),
    [{}],
  );
}

/** Where a cell stands in the order of items, org units, periods and roles. */
function placeOf(
  { orgUnits, periods, roles }: AnalyticsTable,
  { item = 0, orgUnit = 0, period = 0, role = 0 }: Places,
): number {
  return ((item * orgUnits.length + orgUnit) * periods.length + period) * roles.length + role;
}

function printCell({ value, unit, state }: AnalyticsCell): PrintedCell {
  const printed = state === "overridden" ? "confirmed" : state;
  return value === null ? { unit, state: printed } : { value, unit, state: printed };
}
