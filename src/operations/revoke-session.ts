import { Refusal } from "#domain/refusal.ts";
import { endSession, findSessionOwner } from "#store/sessions.ts";
import type { Context } from "./context.ts";
import { getKeptAccount } from "./get-account.ts";
import { recordAudit } from "./record-audit.ts";

/** Signs out elsewhere: one's own session, or one of an account one keeps. Refuses with `unknown-session`. */
export async function revokeSession(context: Context, id: string): Promise<void> {
  const { db, province, user } = context;
  const account = await findSessionOwner(db, province, id);
  if (account === undefined) throw new Refusal("unknown-session");
  if (account !== user.id) await getKeptAccount(context, account);
  await db.transaction(async (tx) => {
    await endSession(tx, province, id);
    await recordAudit(tx, context, { action: "session-revoked", subject: account });
  });
}
