import { addSession } from "#store/sessions.ts";
import type { Context } from "./context.ts";
import { getKeptAccount } from "./get-account.ts";
import { recordAudit } from "./record-audit.ts";
import { hashSecret, sessionToken } from "./secrets.ts";

/** Two years: other systems are set up once and forgotten, but not for ever. */
const seconds = 2 * 366 * 86_400;

/** A token with which another system asks as the account, shown once; listed and revoked like every session. */
export async function createToken(context: Context, account: string, system: string): Promise<string> {
  const { db, province, user } = context;
  const kept = await getKeptAccount(context, account);
  const token = sessionToken();
  await db.transaction(async (tx) => {
    await recordAudit(tx, context, {
      action: "token-created",
      orgUnit: kept.orgUnit,
      subject: account,
      facts: { system },
    });
    const session = {
      tokenHash: hashSecret(token),
      account,
      kind: "token" as const,
      device: system,
      address: user.address ?? "",
    };
    await tx.asOwner(() => addSession(tx, province, { ...session, seconds }));
  });
  return token;
}
