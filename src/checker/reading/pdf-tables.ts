import { paragraphOf, type TableRow } from "./document-blocks.ts";
import { leftOf, rightOf, type Line, type Segment } from "./pdf-lines.ts";

/** The places of the columns of one table. */
type Columns = readonly { readonly left: number; readonly right: number }[];

interface GrowingRow {
  readonly y: number;
  readonly texts: string[];
}

/** Whether gaps part the line into cells. */
export function isRow(line: Line): boolean {
  return line.segments.length > 1;
}

/** How many of the lines from `from` on make one table: rows, and lines of cells that take more than one line. */
export function tableLength(lines: readonly Line[], from: number): number {
  let end = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (isRow(line)) end = at + 1;
    else if (at - end >= 3 || !isWithinTable(line, lines.slice(Math.max(from, end - 20), end))) break;
  }
  return end - from;
}

/** A line that fits between the left and right of one cell of the table, and stands close to it. */
function isWithinTable(line: Line, rows: readonly Line[]): boolean {
  const left = Math.min(...rows.map(leftOf));
  const right = Math.max(...rows.map(rightOf));
  const isNarrow = rightOf(line) - leftOf(line) < 0.7 * (right - left);
  const last = rows.at(-1);
  return isNarrow && last !== undefined && (line.page !== last.page || line.y - last.y < 6 * line.size);
}

/** Reads the lines of a table into rows with a cell for every column; cells of more than one line are joined. */
export function readRows(lines: readonly Line[]): readonly TableRow[] {
  const columns = columnsOf(lines);
  const rows: GrowingRow[] = [];
  for (const [index, line] of lines.entries()) {
    const cells = placed(line, columns);
    const row = isRow(line) ? undefined : rows.at(-1);
    const next = lines[index + 1];
    const isNearerToNext =
      next !== undefined && isRow(next) && next.y - line.y < line.y - (row?.y ?? -Infinity) - 0.5;
    const [only] = line.segments;
    if (row && only && !isNearerToNext && !startsRow(only.text)) join(row, cells);
    else if (isWaiting(rows.at(-1), lines[index - 1], line)) join(rows[rows.length - 1]!, cells, line.y);
    else rows.push({ y: line.y, texts: cells });
  }
  return rows.map(({ texts }) => ({
    cells: texts.map((text) => ({ blocks: text === "" ? [] : [paragraphOf(text)], columns: 1 })),
  }));
}

/** A line of one cell just above its row, which is set in the middle of it. */
function isWaiting(row: GrowingRow | undefined, before: Line | undefined, line: Line): boolean {
  return (
    row !== undefined &&
    before !== undefined &&
    !isRow(before) &&
    isRow(line) &&
    line.y > before.y &&
    line.y - before.y < 0.9 * line.size
  );
}

function startsRow(text: string): boolean {
  return /^(?:[-+*•]\s|\d{1,2}(?:\.\d{1,2})*[.)]?\s|[IVXL]+[.)]?\s|[a-zđ][.)]\s|\p{Lu})/u.test(text);
}

function join(row: GrowingRow, cells: readonly string[], y = row.y): void {
  for (const [column, text] of cells.entries())
    if (text !== "") row.texts[column] = [row.texts[column] ?? "", text].filter(Boolean).join(" ");
  Object.assign(row, { y });
}

/** The columns of the rows that have the most cells, widened while they stay apart. */
function columnsOf(lines: readonly Line[]): Columns {
  const most = lines.reduce((count, { segments }) => Math.max(count, segments.length), 0);
  let columns: { left: number; right: number }[] = [];
  for (const { segments } of lines) {
    if (segments.length !== most) continue;
    const wider = segments.map(({ left, right }, index) => ({
      left: Math.min(left, columns[index]?.left ?? Infinity),
      right: Math.max(right, columns[index]?.right ?? -Infinity),
    }));
    const isApart = wider.every(({ left }, index) => index === 0 || left > wider[index - 1]!.right);
    if (isApart) columns = wider;
  }
  return columns;
}

function placed(line: Line, columns: Columns): string[] {
  const texts = columns.map(() => "");
  for (const segment of line.segments) {
    const column = nearest(segment, columns);
    texts[column] = [texts[column], segment.text].filter(Boolean).join(" ");
  }
  return texts;
}

/** The column that the segment overlaps most, or lies closest to. */
function nearest({ left, right }: Segment, columns: Columns): number {
  let best = { column: 0, overlap: -Infinity };
  for (const [column, place] of columns.entries()) {
    const overlap = Math.min(right, place.right) - Math.max(left, place.left);
    if (overlap > best.overlap + 0.01) best = { column, overlap };
  }
  return best.column;
}
