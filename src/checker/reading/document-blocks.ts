import { type SourcePoint } from "./text-source.ts";

/** Which table of characters the font of a text needs. */
export type FontKind = "tcvn3" | "tcvn3-capitals" | "vni" | "symbol";

/** A stretch of text with one font and one source; text that the reader adds has no source. */
export interface TextPiece {
  readonly text: string;
  readonly font?: FontKind;
  readonly from?: SourcePoint;
  readonly until?: SourcePoint;
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly pieces: readonly TextPiece[];
}

export interface TableBlock {
  readonly kind: "table";
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly blocks: readonly Block[];
  /** Columns that the cell covers; the first holds its text. */
  readonly columns: number;
}

/** What the body of a document is made of, whatever its file format. */
export type Block = Paragraph | TableBlock;

export function paragraphOf(text: string): Paragraph {
  return { kind: "paragraph", pieces: [{ text }] };
}
