import { Refusal } from "#domain/refusal.ts";
import type { Queryable, Transaction } from "./database.ts";

/** The approval of one or many at once, and what was answered. */
export interface ApprovalAct<Answer> {
  readonly contentHash: string;
  readonly by: string;
  readonly at: string;
  readonly answer: Answer;
}

/**
 * Begins an act, or finds the one that was done under this id; of two at the same moment one waits for the other.
 * `isNew` says which.
 */
export async function beginApprovalAct<Answer>(
  tx: Transaction,
  province: string,
  { id, contentHash, by }: { readonly id: string; readonly contentHash: string; readonly by: string },
): Promise<ApprovalAct<Answer> & { readonly isNew: boolean }> {
  const made = await tx.query(
    `insert into approval_act (province, id, content_hash, by, at, answer)
     values ($1, $2, $3, $4, clock_timestamp(), '{}') on conflict do nothing returning id`,
    [province, id, contentHash, by],
  );
  const act = await findApprovalAct<Answer>(tx, province, id);
  if (!act) throw new Refusal("approval-differs"); // somebody else's act has this id, out of sight
  return { ...act, isNew: made.length > 0 };
}

export async function saveApprovalAnswer(
  tx: Transaction,
  province: string,
  id: string,
  answer: unknown,
): Promise<void> {
  await tx.query("update approval_act set answer = $3 where province = $1 and id = $2", [
    province,
    id,
    JSON.stringify(answer),
  ]);
}

/** `Answer` is what `saveApprovalAnswer` was given. */
export async function findApprovalAct<Answer>(
  db: Queryable,
  province: string,
  id: string,
): Promise<ApprovalAct<Answer> | undefined> {
  const [row] = await db.query<ApprovalAct<Answer>>(
    `select content_hash as "contentHash", by, at, answer from approval_act where province = $1 and id = $2`,
    [province, id],
  );
  return row;
}
