import type { Finding } from "#domain/finding.ts";

/** One cell that is not blank. `text` is NFC and trimmed. */
export interface TableCell {
  readonly text: string;
  /** A number stored as such: its exact plain decimal. Cells of text files never have one. */
  readonly number?: string;
  readonly isFormula?: boolean;
  /** Shown with a percent sign; `number` is what is shown. */
  readonly isPercent?: boolean;
  /** `#DIV/0!` and the like, or a formula whose result was never stored. */
  readonly isError?: boolean;
}

/** A row as it stands in the file: cells by position, blank ones `undefined`. */
export interface RawRow {
  /** As Excel numbers it. */
  readonly row: number;
  readonly cells: readonly (TableCell | undefined)[];
  readonly isHidden?: boolean;
}

/** A file opened for reading, before its header is known. */
export interface RawTable {
  readonly sheet?: string;
  /** Text files: a row of another width than the header has lost or gained a delimiter. */
  readonly hasWidth: boolean;
  readonly findings: readonly Finding[];
  /** May be called again; each call reads from the beginning. */
  rows(): AsyncIterable<RawRow>;
  /** The same rows, many at a time, where that is faster. */
  batches?(): AsyncIterable<readonly RawRow[]>;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(position: number): string {
  const last = String.fromCharCode(65 + (position % 26));
  return position < 26 ? last : columnLetters(Math.floor(position / 26) - 1) + last;
}
