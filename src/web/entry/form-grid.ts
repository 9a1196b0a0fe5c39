import type { Form } from "#contract/form.ts";
import type { Grid } from "./grid-moves.ts";

/** The boxes of a form as they stand: one row of the grid for each row of the form, computed cells left out. */
export function gridOf({ sections, cells }: Pick<Form, "sections" | "cells">): Grid {
  const entries = new Set(cells.filter(({ kind }) => kind === "entry").map(({ cell }) => cell));
  return sections.flatMap(({ rows }) =>
    rows
      .map((row) => row.cells.map((cell) => (cell !== null && entries.has(cell) ? cell : undefined)))
      .filter((row) => row.some((cell) => cell !== undefined)),
  );
}
