import { paragraphOf, type Block } from "./document-blocks.ts";
import { leftOf, rightOf, textOf, type Line } from "./pdf-lines.ts";
import { isRow, readRows, tableLength } from "./pdf-tables.ts";

/** Between which lines of a page run. */
interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Puts the lines of a PDF together to paragraphs and tables; a paragraph runs on over the end of a page. */
export function composeBlocks(lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = [];
  const edges = edgesOf(lines);
  const spacing = usualSpacing(lines);
  let paragraph: Line[] = [];
  const endParagraph = (): void => {
    if (paragraph.length > 0) blocks.push(paragraphOf(joinLines(paragraph)));
    paragraph = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (line.grid) {
      endParagraph();
      addGrid(blocks, line.grid, lines[at - 1]?.grid);
      continue;
    }
    if (isRow(line)) {
      endParagraph();
      const length = tableLength(lines, at);
      blocks.push({ kind: "table", rows: readRows(lines.slice(at, at + length)) });
      at += length - 1;
      continue;
    }
    const before = paragraph.at(-1);
    if (
      before &&
      isNewParagraph(before, line, paragraph, edges.get(line.page) ?? { left: 0, right: 0 }, spacing)
    )
      endParagraph();
    paragraph.push(line);
  }
  endParagraph();
  return blocks;
}

type PrintedGrid = NonNullable<Line["grid"]>;

/** A table that goes on over the end of a page is one; its header, printed again, is dropped. */
function addGrid(blocks: Block[], grid: PrintedGrid, before: PrintedGrid | undefined): void {
  const table = blocks.at(-1);
  const isSame =
    before?.columns.length === grid.columns.length &&
    before.columns.every((at, index) => Math.abs(at - grid.columns[index]!) < 6);
  if (!isSame || table?.kind !== "table") return void blocks.push({ kind: "table", rows: grid.rows });
  const head = table.rows.map((row) => JSON.stringify(row));
  const again = grid.rows.findIndex((row, index) => JSON.stringify(row) !== head[index]);
  blocks[blocks.length - 1] = {
    kind: "table",
    rows: [...table.rows, ...grid.rows.slice(Math.max(0, again))],
  };
}

function isNewParagraph(
  before: Line,
  line: Line,
  paragraph: readonly Line[],
  edges: Edges,
  spacing: number,
): boolean {
  const { size } = line;
  if (Math.abs(before.size - size) > 0.12 * size) return true;
  const distance = (line.y - before.y) / size;
  if (line.page === before.page && (distance > spacing * 1.3 || distance < 0)) return true;
  if (isIndented(before, line, paragraph) || endsEarly(before, line, edges.right)) return true;
  if (!/[.;:!?]$/.test(textOf(before))) return false;
  const isFirstLineAgain = paragraph.length === 1 && Math.abs(leftOf(line) - leftOf(before)) < 0.3 * size;
  return startsItem(textOf(line)) || (isFirstLineAgain && leftOf(line) - edges.left > 0.8 * size);
}

/** Further to the right than the line above, unless it hangs under the text of a list item. */
function isIndented(before: Line, line: Line, paragraph: readonly Line[]): boolean {
  const shift = (leftOf(line) - leftOf(before)) / line.size;
  const isHanging = paragraph.length === 1 && startsItem(textOf(before)) && shift < 4;
  return shift > 0.8 && !isHanging;
}

/** The first word of the next line would still have fitted: whoever broke the line there meant it. */
function endsEarly(before: Line, line: Line, edge: number): boolean {
  const text = textOf(line);
  const firstWord = /^\S*/.exec(text)?.[0].length ?? 0;
  const letter = (rightOf(line) - leftOf(line)) / Math.max(1, text.length);
  return rightOf(before) + (firstWord + 1.5) * letter + 0.5 * line.size < edge;
}

function startsItem(text: string): boolean {
  return /^(?:[-+*•·●○▪–]\s?|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\)\s|[IVXL]+\.\s)/u.test(text);
}

/** Where the lines of prose begin and end, page by page; the widest few may be tables or pictures. */
function edgesOf(lines: readonly Line[]): ReadonlyMap<number, Edges> {
  const byPage = new Map<number, Line[]>();
  for (const line of lines) {
    const known = byPage.get(line.page);
    if (known) known.push(line);
    else byPage.set(line.page, [line]);
  }
  return new Map(
    [...byPage].map(([page, own]) => [
      page,
      { left: quantile(own.map(leftOf), 0.1), right: quantile(own.map(rightOf), 0.9) },
    ]),
  );
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? 0;
}

/** The distance from line to line, in heights of the letters, that is met most. */
function usualSpacing(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!before || before.page !== line.page) continue;
    const distance = Math.round(((line.y - before.y) / line.size) * 20) / 20;
    if (distance > 0.8 && distance < 3) counts.set(distance, (counts.get(distance) ?? 0) + 1);
  }
  const [usual] = [...counts].toSorted((one, other) => other[1] - one[1] || one[0] - other[0]);
  return usual?.[0] ?? 1.2;
}

/** What is broken behind a slash or in a document number ("27/TB-" "UBND") goes on without a space. */
function joinLines(lines: readonly Line[]): string {
  return lines.reduce((text, line) => {
    const next = textOf(line);
    const isOneWord = /\S\/$/.test(text) || (/\p{Lu}-$/u.test(text) && /^\p{Lu}/u.test(next));
    return text === "" || isOneWord ? text + next : `${text} ${next}`;
  }, "");
}
