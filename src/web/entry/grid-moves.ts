/** Where the boxes of a form stand: rows top to bottom, and in each the boxes left to right. */
export type Grid = readonly (readonly (string | undefined)[])[];

export type Move = "up" | "down" | "left" | "right" | "next" | "previous" | "first" | "last";

/**
 * The box that a key leads to from another, as in a spreadsheet; gaps are jumped over. `undefined` at an edge. After
 * the last box of a column "down" goes on at the top of the next, so that Enter leads through a whole form.
 */
export function moveFrom(grid: Grid, cell: string, move: Move): string | undefined {
  const row = grid.findIndex((cells) => cells.includes(cell));
  const column = grid[row]?.indexOf(cell) ?? -1;
  if (row < 0) return undefined;
  const along = grid.flat().filter((each) => each !== undefined);
  switch (move) {
    case "up":
      return inColumn(grid, column).findLast(({ at }) => at < row)?.cell;
    case "down": {
      const below = inColumn(grid, column).find(({ at }) => at > row)?.cell;
      return below ?? inColumn(grid, column + 1)[0]?.cell;
    }
    case "left":
      return grid[row]?.slice(0, column).findLast((each) => each !== undefined);
    case "right":
      return grid[row]?.slice(column + 1).find((each) => each !== undefined);
    case "next":
      return along[along.indexOf(cell) + 1];
    case "previous":
      return along[along.indexOf(cell) - 1];
    case "first":
      return along[0];
    case "last":
      return along.at(-1);
  }
}

function inColumn(grid: Grid, column: number): { readonly at: number; readonly cell: string }[] {
  return grid.flatMap((cells, at) => {
    const cell = cells[column];
    return cell === undefined ? [] : [{ at, cell }];
  });
}

/** Which boxes a pasted block fills, from a box on; what falls on no box is left over. */
export function placeBlock(
  grid: Grid,
  cell: string,
  rows: readonly (readonly string[])[],
): {
  readonly filled: readonly { readonly cell: string; readonly text: string }[];
  readonly leftOver: number;
} {
  const top = grid.findIndex((cells) => cells.includes(cell));
  const left = grid[top]?.indexOf(cell) ?? 0;
  const filled: { cell: string; text: string }[] = [];
  let leftOver = 0;
  rows.forEach((texts, down) =>
    texts.forEach((text, right) => {
      const target = grid[top + down]?.[left + right];
      if (target === undefined) leftOver += text === "" ? 0 : 1;
      else filled.push({ cell: target, text });
    }),
  );
  return { filled, leftOver };
}
