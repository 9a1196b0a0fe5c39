/** A small line of what a cell held, in the coordinates of its box. */
export interface HistoryPicture {
  /** Lines between values that follow each other; a gap is left where nothing was reported. */
  readonly lines: string;
  /** Values with nothing beside them, which no line would show. */
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly last: { readonly x: number; readonly y: number } | undefined;
}

interface Box {
  readonly width: number;
  readonly height: number;
  /** Room for the mark of the last value. */
  readonly margin: number;
}

/** Draws values from zero (or their least, below zero) to their greatest, oldest first. */
export function drawHistory(values: readonly (number | null)[], { width, height, margin }: Box): HistoryPicture {
  const known = values.filter((value) => value !== null);
  const least = Math.min(0, ...known);
  const range = Math.max(0, ...known) - least || 1;
  const step = values.length > 1 ? (width - 2 * margin) / (values.length - 1) : 0;
  const place = (value: number, index: number) => ({
    x: round(values.length > 1 ? margin + index * step : width - margin),
    y: round(height - margin - ((value - least) / range) * (height - 2 * margin)),
  });
  let lines = "";
  const dots: { x: number; y: number }[] = [];
  values.forEach((value, index) => {
    if (value === null) return;
    const { x, y } = place(value, index);
    const follows = index > 0 && values[index - 1] !== null;
    lines += `${follows ? "L" : "M"}${x} ${y}`;
    if (!follows && (values[index + 1] ?? null) === null) dots.push({ x, y });
  });
  const last = values.at(-1);
  return { lines, dots, last: last === undefined || last === null ? undefined : place(last, values.length - 1) };
} // prettier-ignore

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
