import type { SentValues } from "#contract/form-workbook.ts";
import type { HandInAnswer, SubmissionKey } from "#contract/submission.ts";
import { findHandIn } from "#store/submission-versions.ts";
import { findSubmission } from "#store/submissions.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { getPlace } from "./submission-place.ts";
import { submitDataSet } from "./submit-data-set.ts";

/**
 * Hands in what another system sends, by the rules of `submitDataSet`. Without `baseVersion` it replaces what stands
 * now; sent again under the same id it is answered as before, whatever has been handed in since.
 */
export async function receiveValues(
  context: Context,
  { id, values, explanations, baseVersion, ...key }: SubmissionKey & SentValues,
): Promise<HandInAnswer> {
  const { db, province, user } = context;
  const place = await getPlace(context, key);
  allow(context, "enter-values", place);
  const earlier = await findHandIn(db, province, id);
  const { version, draftRevision } = await findSubmission(db, province, place.key);
  return submitDataSet(context, {
    ...place.key,
    id,
    values,
    explanations,
    baseVersion: baseVersion ?? earlier?.baseVersion ?? version,
    draftRevision,
    device: `system-${user.id}`,
    deviceTime: new Date().toISOString(),
  });
}
