/** A table as it goes into a file, every word of it as it will stand there. */
export interface PrintedTable {
  readonly title: string;
  /** Below the title: tree, period, source, day, completeness. */
  readonly lines: readonly string[];
  /** Over the columns that name the rows. */
  readonly rowHeads: readonly string[];
  /** Over the numbers, one line for each dimension across. */
  readonly headLines: readonly (readonly string[])[];
  readonly rows: readonly PrintedRow[];
  /** What has to be said about single numbers. */
  readonly notes: readonly NoteTable[];
  /** ISO day on which it was made. */
  readonly madeOn: string;
}

export interface PrintedRow {
  readonly labels: readonly string[];
  readonly cells: readonly PrintedCell[];
}

export interface PrintedCell {
  /** Exact decimal; absent where there is no number. */
  readonly value?: string;
  readonly unit: string;
  readonly state: "confirmed" | "provisional" | "missing" | "impossible" | "hidden";
}

export interface NoteTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What stands in the place of a number that is not there; the notes say why. */
export const absentMarks = { missing: "…", impossible: "×", hidden: "•" } as const;

/** Text as files can hold it: without control characters and halves of letters. */
export function safeText(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n]|\p{Cs}|[\uFFFE\uFFFF]/gu, " ");
}
