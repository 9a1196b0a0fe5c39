import { raisedDigits } from "./docx-symbols.ts";
import { type TableRow } from "./document-blocks.ts";
import { type Chunk, type Page } from "./pdf-chunks.ts";
import { findGrids, gridRows } from "./pdf-grids.ts";

/** Chunks that stand close enough to be read together: a line of prose, or one cell. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

export interface Line {
  readonly page: number;
  readonly y: number;
  readonly size: number;
  /** From left to right; more than one where wide gaps part them. */
  readonly segments: readonly Segment[];
  /** In place of segments, a whole table that rules draw, with the places of its columns. */
  readonly grid?: { readonly rows: readonly TableRow[]; readonly columns: readonly number[] };
}

/** In heights of the letters: wider than the gaps of justified text, narrower than those between columns. */
const columnGap = 1;
/** No justified text has such a gap: it parts columns even on a line that stands alone. */
const certainGap = 3;
const wordGap = 0.12;

/** The lines of a page from top to bottom; tables with borders are one line each. */
export function findLines({ chunks, rules }: Page, page: number): readonly Line[] {
  const { grids, others } = findGrids(chunks, rules);
  const lines = linesOf(others, page);
  const sure = lines.map((line, index) => joinUncertain(line, [lines[index - 1], lines[index + 1]]));
  const tables = grids.map((grid): Line => ({
    page,
    y: grid.top,
    size: 0,
    segments: [],
    grid: { rows: gridRows(grid, cellText), columns: grid.columns },
  }));
  return [...sure, ...tables].toSorted((one, other) => one.y - other.y);
}

/** Whether anything on the page may be a table. */
export function hasWideGaps(chunks: readonly Chunk[]): boolean {
  return linesOf(chunks, 0).some(({ segments }) => segments.length > 1);
}

function linesOf(chunks: readonly Chunk[], page: number): readonly Line[] {
  const rows: { readonly chunks: Chunk[]; base: Chunk }[] = [];
  for (const chunk of chunks.toSorted((one, other) => one.y - other.y || one.x - other.x)) {
    const row = rows.at(-1);
    if (row && Math.abs(chunk.y - row.base.y) < 0.42 * Math.max(row.base.size, chunk.size)) {
      row.chunks.push(chunk);
      if (chunk.size > row.base.size) row.base = chunk;
    } else rows.push({ chunks: [chunk], base: chunk });
  }
  return rows.map((row) => lineOf(row.chunks, page));
}

/** The lines of one cell; two numbers one above the other stay two. */
function cellText(chunks: readonly Chunk[]): string {
  return linesOf(chunks, 0).reduce((text, line) => {
    const parting = /[\d%]$/.test(text) && /^\d/.test(textOf(line)) ? "; " : " ";
    return text === "" ? textOf(line) : `${text}${parting}${textOf(line)}`;
  }, "");
}

export function leftOf(line: Line): number {
  return line.segments[0]?.left ?? 0;
}

export function rightOf(line: Line): number {
  return line.segments.at(-1)?.right ?? 0;
}

export function textOf(line: Line): string {
  return line.segments.map(({ text }) => text).join(" ");
}

function largest(row: readonly Chunk[]): Chunk {
  return row.reduce((best, chunk) => (chunk.size > best.size ? chunk : best));
}

function lineOf(row: readonly Chunk[], page: number): Line {
  const { size, y } = largest(row);
  const segments: { text: string; left: number; right: number }[] = [];
  for (const chunk of row.toSorted((one, other) => one.x - other.x)) {
    const before = segments.at(-1);
    const gap = before ? chunk.x - before.right : Infinity;
    const right = chunk.x + chunk.width;
    if (before && gap < columnGap * size) {
      const isSpaced = gap > wordGap * size && !/\s$/.test(before.text) && !/^\s/.test(chunk.text);
      before.text += (isSpaced ? " " : "") + raised(chunk, before.text, y, size);
      before.right = Math.max(before.right, right);
    } else segments.push({ text: chunk.text, left: chunk.x, right });
  }
  return {
    page,
    y,
    size,
    segments: segments.map((one) => ({ ...one, text: one.text.replaceAll(/\s+/g, " ").trim() })),
  };
}

/** A small number above the line behind a digit is the mark of a note. */
function raised(chunk: Chunk, before: string, y: number, size: number): string {
  const isRaised = chunk.size < 0.8 * size && chunk.y < y - 0.15 * size;
  return isRaised && /\d$/.test(before) ? raisedDigits(chunk.text) : chunk.text;
}

/** A gap parts columns when it is very wide, or when a line above or below has a gap in the same place. */
function joinUncertain(line: Line, neighbours: readonly (Line | undefined)[]): Line {
  if (line.segments.length < 2) return line;
  const [label] = line.segments;
  const joined: Segment[] = [];
  for (const segment of line.segments) {
    const before = joined.at(-1);
    const isLabel = before === label && line.segments.length === 2 && isListLabel(before?.text ?? "");
    const isKept = before && !isLabel && isColumnGap(before, segment, line, neighbours);
    if (!before || isKept) joined.push(segment);
    else
      joined[joined.length - 1] = {
        text: `${before.text} ${segment.text}`,
        left: before.left,
        right: segment.right,
      };
  }
  return { ...line, segments: joined };
}

function isColumnGap(
  before: Segment,
  behind: Segment,
  { size }: Line,
  neighbours: readonly (Line | undefined)[],
): boolean {
  if (behind.left - before.right > certainGap * size) return true;
  return neighbours.some((line) =>
    line?.segments.some((segment, index) => {
      const next = line.segments[index + 1];
      const from = Math.max(before.right, segment.right);
      return next !== undefined && Math.min(behind.left, next.left) - from > 0.5 * size;
    }),
  );
}

function isListLabel(text: string): boolean {
  return /^(?:[-+*•·●○▪–]|\(?\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zđ]\)|[IVXL]+\.?)$/u.test(text);
}
