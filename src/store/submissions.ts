import type {
  SubmissionEventKind,
  SubmissionKey,
  SubmissionStand,
  SubmissionState,
} from "#domain/submission.ts";
import type { Queryable, Transaction } from "./database.ts";
import { withoutNulls } from "./nulls.ts";

/** A submission as it stands, with what lists need to know of its latest version. */
export interface Submission extends SubmissionKey, SubmissionStand {
  readonly firstReceivedOn?: string;
  readonly lastReceivedAt?: string;
  readonly filled: number;
  readonly warnings: number;
  readonly allZero: boolean;
  readonly draftRevision: number;
  /** How many events there are; the number of the last one. */
  readonly events: number;
}

interface Row extends SubmissionKey {
  readonly state: SubmissionState;
  readonly version: number;
  readonly approvedTiers: number;
  readonly firstReceivedOn: string | null;
  readonly lastReceivedAt: string | null;
  readonly filled: number;
  readonly warnings: number;
  readonly allZero: boolean;
  readonly draftRevision: number;
  readonly events: number;
}

const columns = `data_set as "dataSet", period, org_unit as "orgUnit", state, version, approved_tiers as "approvedTiers",
  first_received_on as "firstReceivedOn", last_received_at as "lastReceivedAt", filled, warnings,
  all_zero as "allZero", draft_revision as "draftRevision", events`;

/** $1 to $4 of every statement about one submission. */
export function keyParameters(province: string, { dataSet, period, orgUnit }: SubmissionKey): string[] {
  return [province, dataSet, period, orgUnit];
}

/** The condition that goes with `keyParameters`. */
export const isSubmission = "province = $1 and data_set = $2 and period = $3 and org_unit = $4";

/** What nobody has touched yet. */
export function untouchedSubmission(key: SubmissionKey): Submission {
  const { dataSet, period, orgUnit } = key;
  return {
    dataSet,
    period,
    orgUnit,
    state: "draft",
    version: 0,
    approvedTiers: 0,
    filled: 0,
    warnings: 0,
    allZero: false,
    draftRevision: 0,
    events: 0,
  };
}

/** The submission as it stands, held until the transaction ends; it begins to exist with this. */
export async function beginSubmission(
  tx: Transaction,
  province: string,
  key: SubmissionKey,
): Promise<Submission> {
  const parameters = keyParameters(province, key);
  const select = `select ${columns} from submission where ${isSubmission} for update`;
  const [there] = await tx.query<Row>(select, parameters);
  if (there) return withoutNulls(there);
  await tx.query(
    "insert into submission (province, data_set, period, org_unit) values ($1, $2, $3, $4) on conflict do nothing",
    parameters,
  );
  return lockSubmission(tx, province, key);
}

/** The submission as it stands, held until the transaction ends; untouched when there is none. */
export function lockSubmission(tx: Transaction, province: string, key: SubmissionKey): Promise<Submission> {
  return readSubmission(tx, province, key, "for update");
}

/** The submission as it stands; untouched when there is none. */
export function findSubmission(db: Queryable, province: string, key: SubmissionKey): Promise<Submission> {
  return readSubmission(db, province, key);
}

async function readSubmission(
  db: Queryable,
  province: string,
  key: SubmissionKey,
  lock: "for update" | "" = "",
): Promise<Submission> {
  const [row] = await db.query<Row>(
    `select ${columns} from submission where ${isSubmission} ${lock}`,
    keyParameters(province, key),
  );
  return row ? withoutNulls(row) : untouchedSubmission(key);
}

export interface SubmissionFilter {
  readonly periods?: readonly string[];
  readonly orgUnits?: readonly string[];
  readonly dataSets?: readonly string[];
  readonly states?: readonly SubmissionState[];
}

/** The submissions that exist, in the order of data set, period and unit. */
export async function listSubmissions(
  db: Queryable,
  province: string,
  { periods, orgUnits, dataSets, states }: SubmissionFilter,
): Promise<Submission[]> {
  const rows = await db.query<Row>(
    `select ${columns} from submission
     where province = $1 and ($2::text[] is null or period = any($2)) and ($3::text[] is null or org_unit = any($3))
       and ($4::text[] is null or data_set = any($4)) and ($5::text[] is null or state = any($5))
     order by data_set, period, org_unit`,
    [province, periods ?? null, orgUnits ?? null, dataSets ?? null, states ?? null],
  );
  return rows.map(withoutNulls);
}

/** What the latest version brought. */
export interface Received {
  /** The day, in Vietnam, and the moment at which the server received it. */
  readonly on: string;
  readonly at: string;
  readonly filled: number;
  readonly warnings: number;
  readonly allZero: boolean;
}

/** What happened to a submission, by whom, and why. */
export interface SubmissionEvent {
  readonly number: number;
  readonly kind: SubmissionEventKind;
  readonly version: number;
  readonly tier?: string;
  /** The approval of many at once that this belongs to. */
  readonly act?: string;
  readonly by: string;
  readonly at: string;
  readonly reason?: string;
  readonly cells: readonly { readonly cell: string; readonly reason: string }[];
}

/** Saves where a submission stands now and, as its next event, what brought it there. */
export async function saveStand(
  tx: Transaction,
  province: string,
  key: SubmissionKey,
  stand: SubmissionStand,
  event: Omit<SubmissionEvent, "number" | "at" | "cells" | "version"> & {
    readonly cells?: SubmissionEvent["cells"];
  },
  received?: Received,
): Promise<void> {
  const { kind, tier, act, by, reason, cells = [] } = event;
  await tx.query(
    `with standing as (
       update submission set state = $5, version = $6, approved_tiers = $7, events = events + 1,
         first_received_on = coalesce(first_received_on, $8), last_received_at = coalesce($9, last_received_at),
         filled = coalesce($10, filled), warnings = coalesce($11, warnings), all_zero = coalesce($12, all_zero)
       where ${isSubmission} returning events
     )
     insert into submission_event
       (province, data_set, period, org_unit, number, kind, version, tier, act, by, at, reason, cells)
     select $1, $2, $3, $4, events, $13, $6, $14, $15, $16, clock_timestamp(), $17, $18 from standing`,
    [
      ...keyParameters(province, key), stand.state, stand.version, stand.approvedTiers, received?.on ?? null,
      received?.at ?? null, received?.filled ?? null, received?.warnings ?? null, received?.allZero ?? null,
      kind, tier ?? null, act ?? null, by, reason ?? null, JSON.stringify(cells),
    ], // prettier-ignore
  );
}
