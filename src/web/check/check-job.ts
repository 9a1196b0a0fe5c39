import type { CheckedDocument } from "#checker/contract.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Finding } from "#domain/finding.ts";

/** A file as chosen, text as pasted, or a file that the browser could not or should not take into memory. */
export type Source =
  | { readonly name: string; readonly refusal: Pick<Refusal, "code" | "facts"> }
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly text: string };

export interface CheckJob {
  readonly source: Source;
  /** The previous issue of the same report. */
  readonly previous?: Source;
}

/** What the worker is asked; one worker does one piece of work. */
export type WorkOrder =
  | ({ readonly work: "check" } & CheckJob)
  | {
      readonly work: "annotate";
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly document: CheckedDocument;
      readonly language: "vi" | "en";
    };

export type Stage = "reading" | "reading-previous" | "checking";

/** What it tells on its way, and at the end. */
export type WorkNews =
  | { readonly news: "stage"; readonly stage: Stage; readonly characters: number }
  | ({ readonly news: "checked" } & CheckOutcome)
  | { readonly news: "annotated"; readonly bytes: Uint8Array }
  | {
      readonly news: "refused";
      readonly code: string;
      readonly facts: Readonly<Record<string, string | number>>;
    };

export interface CheckOutcome {
  readonly checked: CheckedDocument;
  readonly isWord: boolean;
  /** What was read in another way than it looks. */
  readonly findings: readonly Finding[];
  /** Whether the hash is that of the file or of its text: some pages may not compute the former. */
  readonly hashOf: "file" | "text";
}
