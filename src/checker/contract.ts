/**
 * What the checker answers. This is the published contract: the command line prints it as JSON, the browser
 * draws it, and other programs may store it, so fields are only ever added.
 */
export const claimKinds = [
  "ratio", "percent_of_plan", "share", "sum", "difference", "growth_percent", "growth_abs", "growth_points",
  "rate_per_population", "cumulative", "threshold", "repetition", "pattern", "unit", "reference", "format", "missing",
] as const; // prettier-ignore
export type ClaimKind = (typeof claimKinds)[number];

/** In falling order of gravity. */
export const verdicts = ["wrong", "suspect", "note", "unchecked", "consistent"] as const;
export type Verdict = (typeof verdicts)[number];

/** Why a claim could not be recomputed. */
export type UncheckedReason =
  | "missing-plan"
  | "missing-previous-period"
  | "missing-population"
  | "missing-denominator"
  | "missing-part"
  | "estimate";

/** A number of the text: as printed, as read (a plain decimal), and where (UTF-16 offsets into the NFC text). */
export interface Operand {
  readonly text: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A sentence in both languages of the product. */
export interface Message {
  readonly vi: string;
  readonly en: string;
}

/** One change of the text after which the claim would hold; the reader decides. */
export interface Proposal {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly message: Message;
}

export interface Claim {
  /** Stable within one text: kind and place. */
  readonly id: string;
  readonly kind: ClaimKind;
  readonly verdict: Verdict;
  /** `text.slice(start, end) === quote`. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly operands: readonly Operand[];
  readonly printed: Operand | null;
  /** The recomputed value, unrounded, in the unit of `printed`. */
  readonly computed: string | null;
  readonly reason: UncheckedReason | null;
  readonly message: Message;
  readonly proposals: readonly Proposal[];
}

export interface CheckedDocument {
  readonly document: { readonly name: string; readonly characters: number; readonly sha256: string };
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly claims: readonly Claim[];
  /** The text that all offsets refer to: the input in Unicode NFC. */
  readonly text: string;
}

/** A value known from elsewhere, such as the figure store; `label` in the words that the report would use. */
export interface KnownFigure {
  readonly label: string;
  readonly role: "actual" | "plan" | "prior_year" | "population";
  /** A plain decimal. */
  readonly value: string;
  readonly unit?: string;
  /** What narrows the label down: a cell of its breakdown ("tuyến xã"), a place. */
  readonly breakdown?: string;
  /** The span of the value, where it is not the whole period of the report. */
  readonly span?: "month" | "year";
  /** Where a report prints the figure. */
  readonly mentions?: readonly FigureMention[];
}

/** A paragraph that prints a known figure, in NFC, the heading above it, and where in it the number stands. */
export interface FigureMention {
  readonly heading: string;
  readonly paragraph: string;
  readonly start: number;
}

export interface CheckOptions {
  readonly name?: string;
  readonly lang?: "vi" | "en";
  /** SHA-256 of the file as received, when the caller has it; otherwise that of the NFC text is computed. */
  readonly sha256?: string;
  /** Text of the previous issue of the same report. */
  readonly previous?: string;
  /** Populations that rates may be counted on, beside those that the document prints. */
  readonly populations?: readonly number[];
  readonly figures?: readonly KnownFigure[];
}
