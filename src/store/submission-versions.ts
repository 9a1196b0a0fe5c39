import type { Finding } from "#domain/finding.ts";
import type { CellValues } from "#domain/form-cell.ts";
import type { CellConflict } from "#domain/submission-merge.ts";
import type { SubmissionKey } from "#domain/submission.ts";
import type { Queryable, Transaction } from "./database.ts";
import { isSubmission, keyParameters } from "./submissions.ts";

/** One hand-in as it was. */
export interface SubmissionVersion {
  readonly version: number;
  /** Made on the device. */
  readonly id: string;
  readonly contentHash: string;
  readonly baseVersion: number;
  /** The first day of the data set's version it was filled in by. */
  readonly dataSetFrom: string;
  readonly values: CellValues;
  readonly explanations: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
  readonly merged: readonly CellConflict[];
  readonly by: string;
  readonly device: string;
  readonly deviceTime: string;
  readonly receivedAt: string;
  readonly receivedOn: string;
}

const columns = `version, hand_in as id, content_hash as "contentHash", base_version as "baseVersion",
  data_set_from as "dataSetFrom", "values", explanations, findings, merged, handed_in_by as by, device,
  device_time as "deviceTime", received_at as "receivedAt", received_on as "receivedOn"`;

/** Adds a version; answers the moment at which the server received it. */
export async function saveSubmissionVersion(
  tx: Transaction,
  province: string,
  key: SubmissionKey,
  version: Omit<SubmissionVersion, "receivedAt">,
): Promise<string> {
  const [row] = await tx.query<{ receivedAt: string }>(
    `insert into submission_version
       (province, data_set, period, org_unit, version, hand_in, content_hash, base_version, data_set_from, "values",
        explanations, findings, merged, handed_in_by, device, device_time, received_at, received_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, clock_timestamp(), $17)
     returning received_at as "receivedAt"`,
    [
      ...keyParameters(province, key), version.version, version.id, version.contentHash, version.baseVersion,
      version.dataSetFrom, JSON.stringify(version.values), JSON.stringify(version.explanations),
      JSON.stringify(version.findings), JSON.stringify(version.merged), version.by, version.device,
      version.deviceTime, version.receivedOn,
    ], // prettier-ignore
  );
  if (row === undefined) throw new Error("the version just added is missing");
  return row.receivedAt;
}

/** A hand-in by the id its device gave it, with the submission it belongs to. */
export async function findHandIn(
  db: Queryable,
  province: string,
  id: string,
): Promise<(SubmissionVersion & SubmissionKey) | undefined> {
  const [row] = await db.query<SubmissionVersion & SubmissionKey>(
    `select ${columns}, data_set as "dataSet", period, org_unit as "orgUnit"
     from submission_version where province = $1 and hand_in = $2`,
    [province, id],
  );
  return row;
}

/** The versions of a submission with these numbers, or all; the latest first. */
export function listSubmissionVersions(
  db: Queryable,
  province: string,
  key: SubmissionKey,
  numbers?: readonly number[],
): Promise<SubmissionVersion[]> {
  return db.query(
    `select ${columns} from submission_version
     where ${isSubmission} and ($5::int[] is null or version = any($5)) order by version desc`,
    [...keyParameters(province, key), numbers ?? null],
  );
}
