import type { SubmissionEventKind, SubmissionKey } from "#domain/submission.ts";
import type { Queryable } from "./database.ts";
import { withoutNulls } from "./nulls.ts";
import { isSubmission, keyParameters, type SubmissionEvent } from "./submissions.ts";

interface Row {
  readonly number: number;
  readonly kind: SubmissionEventKind;
  readonly version: number;
  readonly tier: string | null;
  readonly act: string | null;
  readonly by: string;
  readonly at: string;
  readonly reason: string | null;
  readonly cells: SubmissionEvent["cells"];
}

const columns = "number, kind, version, tier, act, by, at, reason, cells";

/** All that happened to a submission, in the order of time. */
export async function listSubmissionEvents(
  db: Queryable,
  province: string,
  key: SubmissionKey,
): Promise<SubmissionEvent[]> {
  const rows = await db.query<Row>(
    `select ${columns} from submission_event where ${isSubmission} order by number`,
    keyParameters(province, key),
  );
  return rows.map(withoutNulls);
}

/** The last event of each submission of a unit. */
export async function listLastEvents(
  db: Queryable,
  province: string,
  orgUnit: string,
): Promise<(SubmissionEvent & SubmissionKey)[]> {
  const rows = await db.query<Row & SubmissionKey>(
    `select ${columns}, data_set as "dataSet", period, org_unit as "orgUnit"
     from submission_event as event
     where province = $1 and org_unit = $2 and number = (
       select events from submission
       where submission.province = event.province and submission.data_set = event.data_set
         and submission.period = event.period and submission.org_unit = event.org_unit)`,
    [province, orgUnit],
  );
  return rows.map(withoutNulls);
}
