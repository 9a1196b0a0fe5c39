import { Refusal } from "#domain/refusal.ts";
import {
  type Block,
  type Paragraph,
  type TableBlock,
  type TableRow,
  type TextPiece,
} from "./document-blocks.ts";
import { documentLimits } from "./document-limits.ts";
import { changePieces, changesOf, joinPieces } from "./piece-changes.ts";
import { type SourceSpan } from "./text-source.ts";

/** The text of a document and the way back to its file. */
export interface LaidOutText {
  readonly text: string;
  readonly spans: readonly SourceSpan[];
}

/** Characters that nobody sees; one inside a number would part its digits. */
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** The smallest stretch that Unicode composition can change. */
const composable = /(?:[\u1100-\u11ff\uac00-\ud7a3]+|[^])\p{M}*/gu;

/** Writes paragraphs as lines and table rows as lines of cells parted by tabs, in Unicode NFC. */
export function layOutText(blocks: readonly Block[], file: string): LaidOutText {
  const writer = textWriter(file);
  writeBlocks(writer, blocks);
  return writer.finish();
}

type TextWriter = ReturnType<typeof textWriter>;

function writeBlocks(writer: TextWriter, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.kind === "table") writeTable(writer, block);
    else writeLine(writer, cleanPieces(block));
  }
}

function writeLine(writer: TextWriter, pieces: readonly TextPiece[]): void {
  const line = trimmed(pieces);
  if (line.length === 0) return;
  for (const piece of line) writer.add(piece);
  writer.add({ text: "\n" });
}

/** A blank line parts a table from what surrounds it: two tables one after the other are not one. */
function writeTable(writer: TextWriter, { rows }: TableBlock): void {
  writer.partLines();
  for (const row of rows) writeRow(writer, row);
  writer.partLines();
}

/** A row of one cell is a frame around paragraphs; tables within cells come behind the row that holds them. */
function writeRow(writer: TextWriter, { cells }: TableRow): void {
  const [only] = cells;
  if (only && cells.length === 1 && only.columns === 1) return writeBlocks(writer, only.blocks);
  const line: TextPiece[] = [];
  for (const [index, cell] of cells.entries()) {
    if (index > 0) line.push({ text: "\t" });
    line.push(...cellPieces(cell.blocks), { text: "\t".repeat(cell.columns - 1) });
  }
  if (/\S/.test(joinPieces(line))) for (const piece of [...line, { text: "\n" }]) writer.add(piece);
  for (const { blocks } of cells)
    for (const block of blocks) if (block.kind === "table") writeTable(writer, block);
}

function cellPieces(blocks: readonly Block[]): readonly TextPiece[] {
  const joined: TextPiece[] = [];
  for (const block of blocks) {
    if (block.kind === "table") continue;
    const pieces = trimmed(onOneLine(cleanPieces(block)));
    if (pieces.length === 0) continue;
    if (joined.length > 0) joined.push({ text: parting(joined.at(-1)?.text ?? "", pieces[0]?.text ?? "") });
    joined.push(...pieces);
  }
  return joined;
}

/** Two numbers in one cell must not become one number with a space in it. */
function parting(before: string, behind: string): string {
  return /[\d%]$/.test(before) && /^\d/.test(behind) ? "; " : " ";
}

function cleanPieces({ pieces }: Paragraph): readonly TextPiece[] {
  const visible = changePieces(
    pieces,
    changesOf(joinPieces(pieces), invisible, () => ""),
  );
  const text = joinPieces(visible);
  if (text === text.normalize("NFC")) return visible;
  const changes = changesOf(text, composable, (letters) => letters.normalize("NFC"));
  const composed = changePieces(visible, changes);
  const isComposed = joinPieces(composed) === text.normalize("NFC");
  return isComposed
    ? composed
    : changePieces(visible, [{ start: 0, end: text.length, text: text.normalize("NFC") }]);
}

function onOneLine(pieces: readonly TextPiece[]): readonly TextPiece[] {
  return pieces.map((piece) =>
    /[\n\t]/.test(piece.text) ? { ...piece, text: piece.text.replaceAll(/[\n\t]/g, " ") } : piece,
  );
}

function trimmed(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const text = joinPieces(pieces);
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  if (end <= start) return [];
  if (start === 0 && end === text.length) return pieces;
  return changePieces(pieces, [
    { start: 0, end: start, text: "" },
    { start: end, end: text.length, text: "" },
  ]);
}

function textWriter(file: string) {
  const texts: string[] = [];
  const spans: SourceSpan[] = [];
  let length = 0;
  return {
    add({ text, from, until }: TextPiece): void {
      if (from && until) spans.push({ start: length, end: length + text.length, from, until });
      texts.push(text);
      length += text.length;
      if (length > documentLimits.characters)
        throw new Refusal("too-much-text", { file, limit: documentLimits.characters });
    },
    /** One blank line, unless there is one or nothing stands above. */
    partLines(): void {
      if (length > 0 && texts.at(-1) !== "\n\n") {
        texts[texts.length - 1] += "\n";
        length += 1;
      }
    },
    finish: (): LaidOutText => ({ text: texts.join("").trimEnd(), spans }),
  };
}
