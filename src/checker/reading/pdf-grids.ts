import { paragraphOf, type TableRow } from "./document-blocks.ts";
import { type Chunk } from "./pdf-chunks.ts";
import { type Rule } from "./pdf-rules.ts";

/** A table that rules draw on a page, with the chunks that stand in its cells. */
export interface Grid {
  readonly top: number;
  /** The places of its upright rules. */
  readonly columns: readonly number[];
  /** Chunks by row and column; only the first row and column of a merged cell hold any. */
  readonly cells: readonly (readonly (readonly Chunk[])[])[];
}

/** Rules closer than this are one: borders are drawn twice, or as thin boxes. */
const tolerance = 2.5;
const mostLines = 400;

/** The tables that the rules of a page draw, from top to bottom, and the chunks outside them. */
export function findGrids(
  chunks: readonly Chunk[],
  rules: readonly Rule[],
): { readonly grids: readonly Grid[]; readonly others: readonly Chunk[] } {
  let others = chunks;
  const grids: Grid[] = [];
  for (const group of connected(rules)) {
    const grid = gridOf(group, others);
    if (grid === undefined) continue;
    const inside = new Set(grid.cells.flat(2));
    others = others.filter((chunk) => !inside.has(chunk));
    grids.push(grid);
  }
  return { grids: grids.toSorted((one, other) => one.top - other.top), others };
}

/** The rows of a grid; `write` puts the chunks of one cell together. */
export function gridRows(grid: Grid, write: (chunks: readonly Chunk[]) => string): readonly TableRow[] {
  const rows = grid.cells.map((row) => row.map(write));
  return rows
    .filter((row) => row.some((text) => text !== ""))
    .map((row) => ({
      cells: row.map((text) => ({ blocks: text === "" ? [] : [paragraphOf(text)], columns: 1 })),
    }));
}

/** Rules that touch one another, directly or by others. */
function connected(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const groups: { readonly rules: Rule[]; box: Box }[] = [];
  for (const rule of rules) {
    const box = boxOf(rule);
    const touched = groups.filter((group) => touches(group.box, box));
    const merged = {
      rules: [...touched.flatMap((group) => group.rules), rule],
      box: touched.reduce((all, group) => union(all, group.box), box),
    };
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.map((group) => group.rules);
}

function gridOf(rules: readonly Rule[], chunks: readonly Chunk[]): Grid | undefined {
  const upright = rules.filter(({ isUpright }) => isUpright);
  const level = rules.filter(({ isUpright }) => !isUpright);
  const xs = places(upright);
  const ys = places(level);
  if (xs.length < 3 || ys.length < 3 || xs.length > mostLines || ys.length > mostLines) return undefined;
  const cells = ys.slice(1).map(() => xs.slice(1).map((): Chunk[] => []));
  for (const chunk of chunks) {
    const column = bandOf(xs, chunk.x + Math.min(chunk.width, chunk.size) / 2);
    const row = bandOf(ys, chunk.y - chunk.size / 3);
    if (column < 0 || row < 0) continue;
    const [top, left] = firstOf(row, column, { xs, ys, upright, level });
    cells[top]?.[left]?.push(chunk);
  }
  const filled = new Set(
    cells.flatMap((row) => row.flatMap((cell, column) => (cell.length > 0 ? [column] : []))),
  );
  const top = ys[0];
  return filled.size < 2 || top === undefined ? undefined : { top, columns: xs, cells };
}

interface Lines {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly upright: readonly Rule[];
  readonly level: readonly Rule[];
}

/** The first row and column of the merged cell: as far up and left as no rule parts. */
function firstOf(row: number, column: number, { xs, ys, upright, level }: Lines): readonly [number, number] {
  let [top, left] = [row, column];
  const height = (ys[row]! + ys[row + 1]!) / 2;
  while (left > 0 && !isRuled(upright, xs[left]!, height)) left -= 1;
  const middle = (xs[left]! + xs[left + 1]!) / 2;
  while (top > 0 && !isRuled(level, ys[top]!, middle)) top -= 1;
  return [top, left];
}

function isRuled(rules: readonly Rule[], at: number, across: number): boolean {
  return rules.some(
    (rule) => Math.abs(rule.at - at) <= tolerance && rule.from <= across && across <= rule.until,
  );
}

function places(rules: readonly Rule[]): readonly number[] {
  const found: number[] = [];
  for (const at of rules.map((rule) => rule.at).toSorted((one, other) => one - other))
    if (at - (found.at(-1) ?? -Infinity) > tolerance) found.push(at);
  return found;
}

/** Between which two lines a place lies, or -1. */
function bandOf(lines: readonly number[], at: number): number {
  const next = lines.findIndex((line) => line > at);
  return next < 0 ? -1 : next - 1;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf({ isUpright, at, from, until }: Rule): Box {
  return isUpright
    ? { left: at, right: at, top: from, bottom: until }
    : { left: from, right: until, top: at, bottom: at };
}

function touches(one: Box, other: Box): boolean {
  const across = one.left - tolerance <= other.right && other.left - tolerance <= one.right;
  return across && one.top - tolerance <= other.bottom && other.top - tolerance <= one.bottom;
}

function union(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left),
    right: Math.max(one.right, other.right),
    top: Math.min(one.top, other.top),
    bottom: Math.max(one.bottom, other.bottom),
  };
}
