import { Refusal } from "./refusal.ts";

/** One data set handed in for one org unit and period. */
export interface SubmissionKey {
  readonly dataSet: string;
  readonly period: string;
  readonly orgUnit: string;
}

/**
 * `draft` until the first hand-in; `submitted` while a tier still has to look; `returned` with a reason; `approved` and
 * locked after the last tier.
 */
export type SubmissionState = "draft" | "submitted" | "returned" | "approved";

/** Where a submission stands in its life. */
export interface SubmissionStand {
  readonly state: SubmissionState;
  /** Of the latest hand-in; 0 before the first. */
  readonly version: number;
  /** How many tiers have approved this version, in their order. */
  readonly approvedTiers: number;
}

/** What happened to a submission; kept for good. */
export type SubmissionEventKind = "handed-in" | "returned" | "approved" | "withdrawn" | "reopened";

export const untouched: SubmissionStand = { state: "draft", version: 0, approvedTiers: 0 };

/** Whether the unit may still hand in: not once a tier has approved, until it is returned or reopened. */
export function isOpen({ state, approvedTiers }: SubmissionStand): boolean {
  return state !== "approved" && approvedTiers === 0;
}

/** A new version, to be looked at from the first tier on; without tiers it counts at once. */
export function afterHandIn(stand: SubmissionStand, tiers: number): SubmissionStand {
  if (!isOpen(stand)) throw new Refusal("submission-locked");
  return { state: tiers === 0 ? "approved" : "submitted", version: stand.version + 1, approvedTiers: 0 };
}

/** `tier` approves the version it saw; only the tier whose turn it is may. The last one locks. */
export function afterApproval(
  stand: SubmissionStand,
  { tier, tiers, version }: { readonly tier: number; readonly tiers: number; readonly version: number },
): SubmissionStand {
  if (stand.state !== "submitted") throw new Refusal("submission-not-waiting", { state: stand.state });
  if (stand.version !== version)
    throw new Refusal("submission-changed", { version: stand.version, seen: version });
  if (stand.approvedTiers !== tier) throw new Refusal("not-this-tier");
  const approvedTiers = tier + 1;
  return { ...stand, approvedTiers, state: approvedTiers >= tiers ? "approved" : "submitted" };
}

/** Back to the unit, whatever earlier tiers said; a locked one has to be reopened instead. */
export function afterReturn(stand: SubmissionStand, version: number): SubmissionStand {
  if (stand.state !== "submitted") throw new Refusal("submission-not-waiting", { state: stand.state });
  if (stand.version !== version)
    throw new Refusal("submission-changed", { version: stand.version, seen: version });
  return { ...stand, state: "returned", approvedTiers: 0 };
}

/** The last approval is taken back, as if it had not been given. */
export function afterWithdrawal(stand: SubmissionStand): SubmissionStand {
  if (stand.approvedTiers === 0) throw new Refusal("submission-not-approved");
  return { ...stand, state: "submitted", approvedTiers: stand.approvedTiers - 1 };
}

/** What some tier has approved goes back to the unit, to be corrected. */
export function afterReopening(stand: SubmissionStand): SubmissionStand {
  if (stand.approvedTiers === 0 && stand.state !== "approved") throw new Refusal("submission-not-approved");
  return { ...stand, state: "returned", approvedTiers: 0 };
}
