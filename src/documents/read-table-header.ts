import type { RawRow } from "./read-table-cell.ts";

/** How many rows may stand above the header: titles, the name of the unit, the date. */
export const headerSearch = 30;

export interface Header {
  readonly row: number;
  readonly width: number;
  /** Position of each wanted column that was found, from 0. */
  readonly positions: ReadonlyMap<string, number>;
  /** Headings that are not wanted. */
  readonly others: readonly string[];
  readonly twice: readonly string[];
  /** Rows with text that stand above. */
  readonly titles: readonly RawRow[];
}

/** The row that names most of the wanted columns, at least two; spelling in small letters counts, spaces do not. */
export function findHeader(rows: readonly RawRow[], wanted: readonly string[]): Header | undefined {
  const names = new Map(wanted.map((name) => [plain(name), name]));
  let best: Header | undefined;
  for (const [index, row] of rows.slice(0, headerSearch + 1).entries()) {
    const found = match(row, names);
    if (found.positions.size >= 2 && found.positions.size > (best?.positions.size ?? 0))
      best = { ...found, titles: rows.slice(0, index).filter(isTitle) };
  }
  return best;
}

function match(row: RawRow, names: ReadonlyMap<string, string>): Omit<Header, "titles"> {
  const positions = new Map<string, number>();
  const others: string[] = [];
  const twice: string[] = [];
  for (const [index, cell] of row.cells.entries()) {
    const heading = cell?.text.trim() ?? "";
    const name = names.get(plain(heading));
    if (name !== undefined && positions.has(name)) twice.push(name);
    else if (name !== undefined) positions.set(name, index);
    else if (heading !== "") others.push(heading);
  }
  return { row: row.row, width: row.cells.length, positions, others, twice };
}

function plain(heading: string): string {
  return heading.toLowerCase().replaceAll(/[\s_-]/g, "");
}

/** `sep=;` tells Excel the delimiter and is no title. */
function isTitle(row: RawRow): boolean {
  const text = row.cells.map((cell) => cell?.text ?? "").join("");
  return text.trim() !== "" && !/^sep=.?$/i.test(text.trim());
}
