import type { OPS, PDFPageProxy } from "pdfjs-dist";
import { product, type Matrix } from "./pdf-chunks.ts";

/** A straight line, or the edge of a filled box, that runs down or across the page; in points, `y` downwards. */
export interface Rule {
  readonly isUpright: boolean;
  /** Its place: `x` of an upright rule, `y` of a level one. */
  readonly at: number;
  readonly from: number;
  readonly until: number;
}

type Operations = typeof OPS;

/** Drawings have many lines; tables of official documents have some hundreds. */
const mostRules = 10_000;
const shortest = 4;

/** The rules that are drawn on a page: borders of tables, among others. */
export async function readRules(page: PDFPageProxy, operations: Operations): Promise<readonly Rule[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let matrix = asMatrix(page.getViewport({ scale: 1 }).transform);
  for (const [index, operation] of fnArray.entries()) {
    const values: unknown = argsArray[index];
    if (operation === operations.save || operation === operations.paintFormXObjectBegin) saved.push(matrix);
    if (operation === operations.restore || operation === operations.paintFormXObjectEnd)
      matrix = saved.pop() ?? matrix;
    if (operation === operations.transform) matrix = product(matrix, numbersOf(values));
    if (operation === operations.paintFormXObjectBegin) matrix = product(matrix, numbersOf(values, 0));
    if (operation !== operations.constructPath || !Array.isArray(values) || values[0] === operations.endPath)
      continue;
    addRules(rules, numbersOf(values[1], 0), matrix);
    if (rules.length > mostRules) return [];
  }
  return rules;
}

/** The path is numbers in a row: 0 and 1 with a point (move, line), 2 with three (curve), 3 with two, 4 closes it. */
function addRules(rules: Rule[], path: readonly number[], matrix: Matrix): void {
  let start: readonly [number, number] = [0, 0];
  let pen = start;
  for (let at = 0; at < path.length;) {
    const kind = path[at];
    const size = kind === 2 ? 6 : kind === 3 ? 4 : kind === 4 ? 0 : 2;
    const end = size === 0 ? start : place(matrix, path[at + size - 1] ?? 0, path[at + size] ?? 0);
    if (kind === 0) start = end;
    if (kind === 1 || kind === 4) addRule(rules, pen, end);
    pen = end;
    at += size + 1;
  }
}

function addRule(
  rules: Rule[],
  [x, y]: readonly [number, number],
  [toX, toY]: readonly [number, number],
): void {
  const [width, height] = [Math.abs(toX - x), Math.abs(toY - y)];
  if (width < 1 && height >= shortest)
    rules.push({ isUpright: true, at: (x + toX) / 2, from: Math.min(y, toY), until: Math.max(y, toY) });
  if (height < 1 && width >= shortest)
    rules.push({ isUpright: false, at: (y + toY) / 2, from: Math.min(x, toX), until: Math.max(x, toX) });
}

function place([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The numbers of an argument, or of the argument at `index`, in whatever kind of list the library keeps them. */
function numbersOf(values: unknown, index?: number): readonly number[] {
  const list =
    index !== undefined && Array.isArray(values) && typeof values[index] === "object"
      ? values[index]
      : values;
  if (Array.isArray(list)) return list.filter((value): value is number => typeof value === "number");
  return list instanceof Float32Array || list instanceof Float64Array ? Array.from(list) : [];
}

function asMatrix(values: readonly number[]): Matrix {
  return product([1, 0, 0, 1, 0, 0], values);
}
