/** What was noticed about data: a code with its facts. The sentence comes from `wording/findings.ts`. */
export interface Finding {
  readonly code: string;
  readonly severity: "blocking" | "warning";
  readonly facts: Readonly<Record<string, string | number>>;
  /** Where it stands in a file that was read. */
  readonly place?: Place;
}

export interface Place {
  readonly file?: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
}
