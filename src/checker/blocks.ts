/** A paragraph, list item or table line: one or more printed lines that belong together. */
export interface Block {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Bullet such as "-", "+", "a)" or "" for none; siblings of a list share it. */
  readonly bullet: string;
  readonly isTableLine: boolean;
}

const bulletPattern =
  /^[\s>#]*(?:([-+*•·●○▪–])\s?|(\(?[a-zđ]\))\s|(\(?\d{1,2}[.)])\s|(\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s)/u;

/** Splits the text into blocks; lines that a fixed width broke in the middle of a paragraph are one block. */
export function findBlocks(text: string): readonly Block[] {
  const lines = findLines(text);
  const width = wrapWidth(lines, text);
  const blocks: Block[] = [];
  let start = -1;
  for (const [index, line] of lines.entries()) {
    if (line.isBlank) continue;
    if (start < 0) start = line.start;
    const next = lines[index + 1];
    if (next && isContinued(text, line, next, width)) continue;
    blocks.push({
      index: blocks.length,
      start,
      end: line.end,
      bullet: bulletOf(text.slice(start, start + 40)),
      isTableLine: line.isTable,
    });
    start = -1;
  }
  return blocks;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly isBlank: boolean;
  readonly isTable: boolean;
}

function findLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const content = text.slice(start, end).trim();
    lines.push({
      start,
      end: trimmedEnd(text, start, end),
      isBlank: content === "",
      // "A. Khu vực I⇥⇥⇥": blank cells behind a group's name are cells of the table all the same.
      isTable: isTableLine(content) || (content !== "" && /\t\t[\t\r ]*$/.test(text.slice(start, end))),
    });
    start = end + 1;
  }
  return lines;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text[at - 1] === "\r" || text[at - 1] === " ")) at -= 1;
  return at;
}

/** Cells parted by "|", by tabs, or by wide gaps. */
export function isTableLine(content: string): boolean {
  if (content.includes("|")) return content.startsWith("|") || content.split("|").length > 2;
  return content.includes("\t") || isGapped(content);
}

const longestGapped = 600;

/** Wide gaps part cells where a third of the pieces are numbers, or where all of them are very wide; a careless typist's double blanks do not. */
function isGapped(content: string): boolean {
  if (content.length > longestGapped || !content.includes("  ") || /[.;:,]$/.test(content)) return false;
  const cells = content.split(/ {2,}/);
  if (cells.length < 3) return false;
  const numbers = cells.filter((cell) => /^[+-]?\d[\d.,]*%?$/.test(cell)).length;
  return numbers * 3 >= cells.length || content.split(/ {3,}/).length === cells.length;
}

function bulletOf(head: string): string {
  const match = bulletPattern.exec(head);
  if (!match) return "";
  if (match[1]) return match[1] === "–" ? "-" : match[1];
  return match[2] ? "a)" : match[3] ? "1." : "1.1";
}

/** The column at which a fixed-width text was broken, or 0 when its paragraphs are whole lines. */
function wrapWidth(lines: readonly Line[], text: string): number {
  let longest = 0;
  let full = 0;
  let filled = 0;
  for (const line of lines)
    if (!line.isBlank && !line.isTable) longest = Math.max(longest, line.end - line.start);
  if (longest < 50 || longest > 140) return 0;
  for (const line of lines) {
    if (line.isBlank || line.isTable) continue;
    filled += 1;
    if (line.end - line.start > longest * 0.8) full += 1;
  }
  return full >= Math.min(3, Math.ceil(filled / 3)) &&
    full * 3 >= filled &&
    /[^.;:!?\s]\n[\p{Ll}\d(]/u.test(text)
    ? longest
    : 0;
}

function isContinued(text: string, line: Line, next: Line, width: number): boolean {
  if (width === 0 || next.isBlank || next.isTable || line.isTable) return false;
  const head = text.slice(next.start, next.start + 60);
  if (bulletPattern.test(head) || !/^[\p{Ll}\d(]/u.test(head)) return false;
  const firstWord = /^\S*/.exec(head)![0].length;
  return line.end - line.start + 1 + firstWord > width - 2;
}
