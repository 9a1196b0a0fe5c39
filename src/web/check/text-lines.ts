export interface TextLine {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** The lines of a text that hold anything, in order. */
export function splitLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    if (text.slice(start, end).trim() !== "") lines.push({ index: lines.length, start, end });
    start = end + 1;
  }
  return lines;
}

/** The index of the line that holds an offset, or of the last one before it. */
export function lineAt(lines: readonly TextLine[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.start <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** Something to read: a line, or a run of lines put away. */
export type TextRow = TextLine | { readonly hidden: number; readonly from: number };

const shortText = 40;
const shortestRun = 4;

/** Puts away long runs of lines in which there is nothing to look at; a line beside a kept one stays for context. */
export function foldLines(
  lines: readonly TextLine[],
  isKept: (index: number) => boolean,
): readonly TextRow[] {
  if (lines.length <= shortText) return lines;
  const rows: TextRow[] = [];
  let run: TextLine[] = [];
  const finish = () => {
    if (run.length < shortestRun) rows.push(...run);
    else rows.push({ hidden: run.length, from: run[0]!.index });
    run = [];
  };
  for (const line of lines) {
    if ([line.index - 1, line.index, line.index + 1].some(isKept)) {
      finish();
      rows.push(line);
    } else run.push(line);
  }
  finish();
  return rows;
}
