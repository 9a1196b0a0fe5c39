import { type Decimal } from "#domain/decimal.ts";
import {
  type ClaimKind,
  type Message,
  type Proposal,
  type UncheckedReason,
  type Verdict,
} from "./contract.ts";
import { type Formula } from "./formulas.ts";
import { type Quantity } from "./quantities.ts";

/**
 * How firmly the wording ties a claim to its numbers. Loose evidence, found by searching, may only acquit;
 * firm evidence may raise a doubt; only tight evidence may convict.
 */
export type Evidence = "tight" | "firm" | "loose";

/** A claim as one reader understood it, before the readings of all readers are weighed. */
export interface Draft {
  readonly kind: ClaimKind;
  readonly verdict: Verdict;
  readonly evidence: Evidence;
  readonly printed: Quantity | null;
  readonly operands: readonly Quantity[];
  readonly computed: Decimal | null;
  readonly reason: UncheckedReason | null;
  readonly message: Message;
  readonly proposals: readonly Proposal[];
  /** How it was recomputed, so that the same relation can be tried on the next issue. */
  readonly recompute?: { readonly formula: Formula; readonly direction: -1 | 0 | 1 };
  /** In a table a number may be the sum of its row and of its column: that one holds does not excuse the other. */
  readonly along?: "row" | "column";
  /** Where the claim stands; by default from its first to its last number. */
  readonly span?: { readonly start: number; readonly end: number };
}

/** A claim that the document leaves open. */
export function uncheckedDraft(
  kind: ClaimKind,
  printed: Quantity,
  operands: readonly Quantity[],
  reason: UncheckedReason,
  message: Message,
): Draft {
  return {
    kind,
    verdict: "unchecked",
    evidence: "loose",
    printed,
    operands,
    computed: null,
    reason,
    message,
    proposals: [],
  };
}

/** A remark on how something is written, with no arithmetic behind it. */
export function remark(
  kind: ClaimKind,
  verdict: Verdict,
  span: { start: number; end: number },
  message: Message,
  extra: Partial<Draft> = {},
): Draft {
  return {
    kind,
    verdict,
    evidence: "tight",
    printed: null,
    operands: [],
    computed: null,
    reason: null,
    message,
    proposals: [],
    span,
    ...extra,
  };
}
