import type { DraftCell } from "#domain/submission-draft.ts";
import type { SubmissionKey } from "#domain/submission.ts";
import type { Queryable, Transaction } from "./database.ts";
import { isSubmission, keyParameters } from "./submissions.ts";

/** A cell of a draft, with who typed it and when the server heard of it. */
export interface KeptDraftCell extends DraftCell {
  readonly by: string;
  readonly at: string;
}

/** The cells of a draft in the order of their names. */
export function listDraftCells(
  db: Queryable,
  province: string,
  key: SubmissionKey,
): Promise<KeptDraftCell[]> {
  return db.query(
    `select cell, value, revision, device, entered_by as by, entered_at as at
     from draft_cell where ${isSubmission} order by cell`,
    keyParameters(province, key),
  );
}

/** Sets cells of a draft and the revision it has reached. */
export async function saveDraftCells(
  tx: Transaction,
  province: string,
  key: SubmissionKey,
  {
    cells,
    revision,
    by,
  }: { readonly cells: readonly DraftCell[]; readonly revision: number; readonly by: string },
): Promise<void> {
  await tx.query(
    `insert into draft_cell (province, data_set, period, org_unit, cell, value, revision, device, entered_by, entered_at)
     select $1, $2, $3, $4, cell, value, revision, device, $5, clock_timestamp()
     from jsonb_to_recordset($6) as one (cell text, value numeric, revision integer, device text)
     on conflict (province, data_set, period, org_unit, cell) do update set
       value = excluded.value, revision = excluded.revision, device = excluded.device,
       entered_by = excluded.entered_by, entered_at = excluded.entered_at`,
    [...keyParameters(province, key), by, JSON.stringify(cells)],
  );
  await tx.query(`update submission set draft_revision = $5 where ${isSubmission}`, [
    ...keyParameters(province, key),
    revision,
  ]);
}

/**
 * Takes away what a hand-in has settled: cells up to the revision its device had seen, and cells that hold just what
 * was handed in. What was typed since stays, to be handed in next.
 */
export async function clearDraftCells(
  tx: Transaction,
  province: string,
  key: SubmissionKey,
  { seen, values }: { readonly seen: number; readonly values: Readonly<Record<string, string>> },
): Promise<void> {
  await tx.query(
    `delete from draft_cell where ${isSubmission}
       and (revision <= $5 or value is not distinct from ($6::jsonb ->> cell)::numeric)`,
    [...keyParameters(province, key), seen, JSON.stringify(values)],
  );
}

/** For each submission of a unit that has a draft: how many cells hold a value, and the last time one was typed. */
export function listDraftCounts(
  db: Queryable,
  province: string,
  { orgUnits, periods }: { readonly orgUnits: readonly string[]; readonly periods: readonly string[] },
): Promise<(SubmissionKey & { readonly typed: number; readonly blanked: number; readonly at: string })[]> {
  return db.query(
    `select data_set as "dataSet", period, org_unit as "orgUnit", count(value)::int as typed,
            (count(*) - count(value))::int as blanked, max(entered_at) as at
     from draft_cell where province = $1 and org_unit = any($2) and period = any($3)
     group by data_set, period, org_unit`,
    [province, orgUnits, periods],
  );
}
