import type { CellValues } from "#domain/form-cell.ts";
import type { SubmissionKey } from "#domain/submission.ts";
import type { Queryable } from "./database.ts";

/** Values left by somebody who may no longer hand in. */
export interface SetAside {
  readonly id: string;
  readonly values: CellValues;
  readonly explanations: Readonly<Record<string, string>>;
  readonly device: string;
  readonly deviceTime: string;
  readonly by: string;
  readonly receivedAt: string;
}

/** Keeps them; sent again, they are kept once. */
export async function saveSetAside(
  db: Queryable,
  province: string,
  { dataSet, period, orgUnit }: SubmissionKey,
  left: Omit<SetAside, "receivedAt">,
): Promise<void> {
  await db.query(
    `insert into set_aside (province, id, data_set, period, org_unit, "values", explanations, device, device_time,
                            left_by, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp())
     on conflict do nothing`,
    [
      province, left.id, dataSet, period, orgUnit, JSON.stringify(left.values), JSON.stringify(left.explanations),
      left.device, left.deviceTime, left.by,
    ], // prettier-ignore
  );
}

/** What waits for somebody to take it over, the oldest first. */
export function listSetAside(
  db: Queryable,
  province: string,
  { dataSet, period, orgUnit }: SubmissionKey,
): Promise<SetAside[]> {
  return db.query(
    `select id, "values", explanations, device, device_time as "deviceTime", left_by as by, received_at as "receivedAt"
     from set_aside
     where province = $1 and org_unit = $2 and data_set = $3 and period = $4 and settled_at is null
     order by received_at`,
    [province, orgUnit, dataSet, period],
  );
}

/** How many bundles wait, by submission of a unit. */
export function countSetAside(
  db: Queryable,
  province: string,
  orgUnit: string,
): Promise<(SubmissionKey & { readonly count: number })[]> {
  return db.query(
    `select data_set as "dataSet", period, org_unit as "orgUnit", count(*)::int as count
     from set_aside where province = $1 and org_unit = $2 and settled_at is null group by data_set, period, org_unit`,
    [province, orgUnit],
  );
}

/** Somebody took the values over or dropped them; answers whether they were still waiting. */
export async function settleSetAside(
  db: Queryable,
  province: string,
  { id, by, orgUnit }: { readonly id: string; readonly by: string; readonly orgUnit: string },
): Promise<boolean> {
  const settled = await db.query(
    `update set_aside set settled_by = $3, settled_at = clock_timestamp()
     where province = $1 and id = $2 and org_unit = $4 and settled_at is null returning id`,
    [province, id, by, orgUnit],
  );
  return settled.length > 0;
}
