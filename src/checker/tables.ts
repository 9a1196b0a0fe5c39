import { type Block } from "./blocks.ts";

export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Table {
  /** Index of its first block. */
  readonly block: number;
  readonly rows: readonly (readonly Cell[])[];
}

const separatorRow = /^[\s|:=+-]*$/;

/** Runs of two lines or more that are parted into cells alike; `inTable` holds the indexes of their blocks. */
export function findTables(
  text: string,
  blocks: readonly Block[],
): { tables: readonly Table[]; inTable: ReadonlySet<number> } {
  const tables: Table[] = [];
  const inTable = new Set<number>();
  let run: Block[] = [];
  const finish = () => {
    const rows = readRows(
      text,
      run.filter((block) => !separatorRow.test(text.slice(block.start, block.end))),
    );
    if (rows.length >= 2 && isRegular(rows)) {
      tables.push({ block: run[0]!.index, rows });
      for (const block of run) inTable.add(block.index);
    }
    run = [];
  };
  for (const [index, block] of blocks.entries()) {
    if (block.isTableLine || isGroupName(text, run, block, blocks[index + 1])) run.push(block);
    else finish();
  }
  finish();
  return { tables, inTable };
}

const longestGroupName = 60;

/** "B. Khu vực II" on a line of its own between two rows of numbers names the rows below it. */
function isGroupName(text: string, run: readonly Block[], block: Block, next: Block | undefined): boolean {
  const above = run.at(-1);
  if (!above || !next?.isTableLine || run.length < 2 || block.end - block.start > longestGroupName)
    return false;
  if (/[.;:,]$/.test(text.slice(block.start, block.end)) || !isJoined(text, above, block)) return false;
  const [before, after] = [cellsOf(text, above), cellsOf(text, next)];
  return before.length === after.length && [before, after].every(holdsNumber) && isJoined(text, block, next);
}

/** Nothing but the line break stands between. */
function isJoined(text: string, above: Block, below: Block): boolean {
  return (text.slice(above.end, below.start).match(/\n/g) ?? []).length === 1;
}

function holdsNumber(cells: readonly Cell[]): boolean {
  return cells.slice(1).some((cell) => numericCell.test(cell.text));
}

const numericCell = /^[\d.,%+-]*\d[\d.,%]*$/;

/** Most lines of "| a | b |" begin and end with the frame; where only a few do, their outer cells are blank ones. */
function readRows(text: string, lines: readonly Block[]): readonly (readonly Cell[])[] {
  const rows = lines.map((block) => cellsOf(text, block));
  const piped = rows.filter((_, index) => isPiped(text, lines[index]!));
  const isFramed = (side: 0 | -1) =>
    piped.filter((cells) => cells.at(side)?.text === "").length * 2 > piped.length;
  const [from, until] = [isFramed(0) ? 1 : 0, isFramed(-1) ? 1 : 0];
  return rows.map((cells, index) =>
    isPiped(text, lines[index]!)
      ? cells.slice(cells[0]?.text === "" ? from : 0, cells.length - (cells.at(-1)?.text === "" ? until : 0))
      : cells,
  );
}

function isPiped(text: string, { start, end }: Block): boolean {
  return text.slice(start, end).includes("|");
}

function cellsOf(text: string, block: Block): readonly Cell[] {
  const line = text.slice(block.start, block.end);
  const parting = line.includes("|") ? /\|/g : line.includes("\t") ? /\t/g : / {2,}/g;
  const cells: Cell[] = [];
  let from = 0;
  for (const match of [...line.matchAll(parting), undefined]) {
    const until = match?.index ?? line.length;
    cells.push(trimmedCell(text, block.start + from, block.start + until));
    from = until + (match?.[0].length ?? 0);
  }
  return cells;
}

function trimmedCell(text: string, start: number, end: number): Cell {
  let from = start;
  let until = end;
  while (from < until && /[\s*]/.test(text[from]!)) from += 1;
  while (until > from && /[\s*]/.test(text[until - 1]!)) until -= 1;
  return { start: from, end: until, text: text.slice(from, until) };
}

/** Most rows have as many cells as the widest, and most hold a number. */
function isRegular(rows: readonly (readonly Cell[])[]): boolean {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const wide = rows.filter((row) => row.length >= Math.max(2, width - 1)).length;
  const numeric = rows.filter(holdsNumber).length;
  return wide * 2 >= rows.length && numeric >= 1 && numeric * 3 >= rows.length;
}
