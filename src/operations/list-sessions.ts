import { listSessions as listAll, type Session } from "#store/sessions.ts";
import type { Context } from "./context.ts";
import { getKeptAccount } from "./get-account.ts";

/** Where one is signed in; of another account, for whoever keeps it. */
export async function listSessions(
  context: Context,
  { account = context.user.id, idle }: { readonly account?: string; readonly idle: number },
): Promise<Session[]> {
  const { db, province, user } = context;
  if (account !== user.id) await getKeptAccount(context, account);
  return listAll(db, province, { account, idleSeconds: idle });
}
