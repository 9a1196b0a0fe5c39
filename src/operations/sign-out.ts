import { endSession } from "#store/sessions.ts";
import type { Context } from "./context.ts";
import { recordAudit } from "./record-audit.ts";

/** Ends the session one asks through. */
export async function signOut(context: Context): Promise<void> {
  const { db, province, user } = context;
  const { session } = user;
  if (session === undefined) return;
  await db.transaction(async (tx) => {
    await endSession(tx, province, session);
    await recordAudit(tx, context, { action: "signed-out", subject: user.id });
  });
}
