import type { ReopenSubmission, SubmissionKey, TierStand } from "#contract/submission.ts";
import { afterReopening } from "#domain/submission.ts";
import { lockSubmission, saveStand } from "#store/submissions.ts";
import { allow } from "./access.ts";
import { confirmValues } from "./approve-submissions.ts";
import type { Context } from "./context.ts";
import { requireCells } from "./return-submission.ts";
import { getPlace } from "./submission-place.ts";
import { publishStand } from "./submission-stand.ts";

/**
 * Gives what was approved back to its unit for correction; the reason stays on record. Its values count on, as
 * provisional again. Refuses with `submission-not-approved` and `unknown-cell`.
 */
export async function reopenSubmission(
  context: Context,
  { reason, cells, ...key }: SubmissionKey & ReopenSubmission,
): Promise<TierStand> {
  const { db, province, user } = context;
  const place = await getPlace(context, key);
  allow(context, "approve-values", place);
  requireCells(place, cells);
  return db.transaction(async (tx) => {
    const submission = await lockSubmission(tx, province, place.key);
    const stand = afterReopening(submission);
    await saveStand(tx, province, place.key, stand, { kind: "reopened", by: user.id, reason, cells }); // prettier-ignore
    if (submission.state === "approved") {
      await confirmValues(tx, province, submission, { isConfirmed: false, by: user.id, reason: `mở lại: ${reason}` }); // prettier-ignore
    }
    return publishStand({ ...submission, ...stand }, place.dataSet);
  });
}
