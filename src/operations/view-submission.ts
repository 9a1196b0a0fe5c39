import type { SubmissionKey, SubmissionView } from "#contract/submission.ts";
import { isTimely } from "#domain/completeness.ts";
import { listSubmissionEvents } from "#store/submission-events.ts";
import { listSubmissionVersions } from "#store/submission-versions.ts";
import { findSubmission } from "#store/submissions.ts";
import { allow } from "./access.ts";
import { userName, type Context } from "./context.ts";
import { getPlace } from "./submission-place.ts";
import { publishStand } from "./submission-stand.ts";

/** A submission with every version of it and all that happened. Refuses as `getPlace`. */
export async function viewSubmission(context: Context, key: SubmissionKey): Promise<SubmissionView> {
  const { db, province } = context;
  const place = await getPlace(context, key);
  allow(context, "read-figures", place);
  const [submission, versions, events] = await Promise.all([
    findSubmission(db, province, place.key),
    listSubmissionVersions(db, province, place.key),
    listSubmissionEvents(db, province, place.key),
  ]);
  const { firstReceivedOn } = submission;
  return {
    key: place.key,
    stand: publishStand(submission, place.dataSet),
    dueOn: place.dueOn,
    ...(firstReceivedOn !== undefined && { isTimely: isTimely({ dueOn: place.dueOn, firstReceivedOn }) }),
    versions: versions.map((version) => ({
      ...version,
      by: userName(version.by),
      values: { ...version.values },
      findings: [...version.findings],
      explanations: { ...version.explanations },
      merged: [...version.merged],
    })),
    events: events.map((event) => ({ ...event, by: userName(event.by), cells: [...event.cells] })),
  };
}
