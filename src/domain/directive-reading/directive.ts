/** What a notice or report says is to be done, stands in the way, or is asked of others. */
export type DirectiveKind = "task" | "challenge" | "recommendation";

/** Words of a document: `document.slice(start, end) === text`, in UTF-16 units. */
export interface Words {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** By when; both days inclusive. Implied terms are those of the section or the whole document. */
export interface ReadTerm extends Words {
  readonly from: string | undefined;
  readonly to: string;
  readonly basis: "explicit" | "implied";
}

/** A term that the document names but that cannot be kept as a date: "trước ngày 31/02", or one before the document. */
export interface TermProblem extends Words {
  readonly problem: "no-such-day" | "before-document";
}

/** What somebody has to add before the notice is issued. */
export type DirectiveGap = "lead" | "several_leads" | "term" | "product";

/** One entry of a document, with the words that everything was read from. Proposals: a person decides. */
export interface ReadDirective extends Words {
  /** As printed within its section ("5"); counted on where the document does not number. */
  readonly number: string;
  /** The section that it stands in, as printed ("III"); empty without one. */
  readonly section: string;
  readonly kind: DirectiveKind;
  /** What the entry lists: one task each. */
  readonly items: readonly Words[];
  readonly leads: readonly Words[];
  readonly cooperating: readonly Words[];
  /** Whom a recommendation asks. */
  readonly addressee: Words | undefined;
  readonly term: ReadTerm | undefined;
  readonly termProblem: TermProblem | undefined;
  /** Work that goes on and is reviewed from time to time instead of ending: "tiếp tục …", "hằng tháng". */
  readonly rhythm: Words | undefined;
  readonly product: Words | undefined;
  readonly gaps: readonly DirectiveGap[];
  /** Keys of indicators whose names the words call. */
  readonly indicators: readonly string[];
}
