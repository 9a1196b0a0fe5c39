import { createContext, use } from "react";
import type { Claim, Operand } from "#checker/contract.ts";
import type { MemoryEntry, RememberedDocument } from "#checker/memory.ts";
import type { CheckFindings, NumberedFinding } from "../../check/check-findings.ts";
import type { Heading } from "../../check/finding-words.ts";
import type { FinishedCheck } from "./use-check-run.ts";

export type Via = "list" | "text" | "keys";

/** A number of the chosen claim that the reader is about to replace. */
export interface Picking {
  readonly claim: Claim;
  readonly operand: number;
}

/** A decision just made, as long as it can be taken back from where it was made. */
export interface Decision {
  readonly words: string;
  readonly entry?: MemoryEntry;
}

export interface CheckReader {
  readonly check: FinishedCheck;
  readonly remembered: RememberedDocument;
  readonly view: CheckFindings;
  readonly headings: readonly Heading[];
  readonly selected: NumberedFinding | undefined;
  readonly isDismissing: boolean;
  readonly isAgreedShown: boolean;
  readonly picking: Picking | undefined;
  readonly decision: Decision | undefined;
  readonly select: (finding: NumberedFinding | undefined, via: Via) => void;
  readonly walk: (step: 1 | -1) => void;
  readonly setDismissing: (isDismissing: boolean) => void;
  readonly showAgreed: (isShown: boolean) => void;
  readonly pick: (picking: Picking | undefined) => void;
  readonly replaceOperand: (number: Operand) => void;
  readonly dismiss: (finding: NumberedFinding, reason: string) => void;
  readonly disclaim: (finding: NumberedFinding) => void;
  readonly closeDecision: () => void;
  readonly undo: (entry: MemoryEntry) => void;
  readonly copy: (text: string) => void;
}

export const CheckContext = createContext<CheckReader | undefined>(undefined);

export function useCheckReader(): CheckReader {
  const reader = use(CheckContext);
  if (!reader) throw new Error("this part of the page belongs inside a checked document");
  return reader;
}

export const findingId = (number: number) => `cho-${number}`;
export const markId = (number: number) => `dau-${number}`;
