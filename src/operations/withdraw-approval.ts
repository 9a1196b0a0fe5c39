import type { ApproveAnswer, LeftSubmission, SubmissionKey, WithdrawAnswer } from "#contract/submission.ts";
import { Refusal } from "#domain/refusal.ts";
import { afterWithdrawal } from "#domain/submission.ts";
import { findApprovalAct } from "#store/approval-acts.ts";
import type { Transaction } from "#store/database.ts";
import { listSubmissionEvents } from "#store/submission-events.ts";
import { lockSubmission, saveStand } from "#store/submissions.ts";
import { confirmValues, leftBecause, undoMinutes } from "./approve-submissions.ts";
import type { Context } from "./context.ts";

/**
 * Takes an approval of one or many back, within ten minutes and by whoever gave it. A submission with which anybody
 * has gone on since stays as it is and is named. Sent again, it is answered as before.
 * Refuses with `unknown-approval`, `not-your-approval` and `undo-too-late`.
 */
export async function withdrawApproval(
  context: Context,
  { id }: { readonly id: string },
): Promise<WithdrawAnswer> {
  const { db, province, user } = context;
  const act = await findApprovalAct<ApproveAnswer>(db, province, id);
  if (!act) throw new Refusal("unknown-approval");
  if (act.by !== user.id) throw new Refusal("not-your-approval");
  const [clock] = await db.query<{ late: boolean }>(
    "select clock_timestamp() > $1::timestamptz + make_interval(mins => $2) as late",
    [act.at, undoMinutes],
  );
  return db.transaction(async (tx) => {
    const answer: WithdrawAnswer = { withdrawn: [], left: [] };
    for (const { dataSet, period, orgUnit } of act.answer.approved) {
      const key = { dataSet, period, orgUnit };
      const left = await withdrawOne(tx, context, key, { id, isLate: clock?.late ?? true });
      if (left) answer.left.push(left);
      else answer.withdrawn.push(key);
    }
    return answer;
  });
}

async function withdrawOne(
  tx: Transaction,
  { province, user }: Context,
  key: SubmissionKey,
  { id, isLate }: { readonly id: string; readonly isLate: boolean },
): Promise<LeftSubmission | undefined> {
  const submission = await lockSubmission(tx, province, key);
  const last = (await listSubmissionEvents(tx, province, key)).at(-1);
  if (last?.act !== id) return leftBecause(key, new Refusal("built-upon"));
  if (last.kind === "withdrawn") return undefined; // by an earlier sending of the same
  if (isLate) throw new Refusal("undo-too-late", { minutes: undoMinutes });
  const tier = last.tier === undefined ? {} : { tier: last.tier };
  await saveStand(tx, province, key, afterWithdrawal(submission), { kind: "withdrawn", act: id, by: user.id, ...tier }); // prettier-ignore
  if (submission.state === "approved") {
    await confirmValues(tx, province, submission, { isConfirmed: false, by: user.id, reason: "rút duyệt" });
  }
  return undefined;
}
