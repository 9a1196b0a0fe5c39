import type { TierStand } from "#contract/submission.ts";
import type { DataSet } from "#domain/data-set.ts";
import { whyShut } from "#domain/deadline.ts";
import { Refusal } from "#domain/refusal.ts";
import { isOpen, type SubmissionStand } from "#domain/submission.ts";
import type { Submission } from "#store/submissions.ts";
import type { SubmissionPlace } from "./submission-place.ts";

/** Where a submission stands, in the words of the tiers of its data set. */
export function publishStand(submission: Submission, { approvals }: Pick<DataSet, "approvals">): TierStand {
  const { state, version, approvedTiers, firstReceivedOn, lastReceivedAt } = submission;
  const waitingFor = state === "submitted" ? approvals[approvedTiers]?.id : undefined;
  return {
    state,
    version,
    approvedTiers,
    ...(waitingFor !== undefined && { waitingFor }),
    ...(firstReceivedOn !== undefined && { firstReceivedOn }),
    ...(lastReceivedAt !== undefined && { lastReceivedAt }),
  };
}

/** Why a unit cannot hand in now, as the code of a refusal; `undefined` when it can. */
export function whyNotOpen(
  place: Pick<SubmissionPlace, "dataSet" | "key" | "calendar">,
  stand: SubmissionStand,
  today: string,
): "submission-locked" | "period-closed" | "period-not-open" | undefined {
  if (!isOpen(stand)) return "submission-locked";
  // What was returned may be corrected after the period has closed: somebody asked for it.
  if (stand.state === "returned") return undefined;
  return whyShut(place.dataSet, place.key.period, today, place.calendar);
}

/** Refuses with `submission-locked`, `period-closed` or `period-not-open`. */
export function requireOpen(place: SubmissionPlace, stand: SubmissionStand, today: string): void {
  const why = whyNotOpen(place, stand, today);
  const { dataSet, key, unit } = place;
  const facts = {
    dataSet: dataSet.name.vi,
    dataSetEn: dataSet.name.en,
    period: key.period,
    orgUnit: unit.fullName,
  };
  if (why === "submission-locked") throw new Refusal("submission-locked", facts);
  if (why === "period-closed") throw new Refusal("period-closed", facts);
  if (why === "period-not-open") throw new Refusal("period-not-open", facts);
}
