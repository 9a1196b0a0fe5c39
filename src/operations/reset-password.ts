import { mayReset } from "#domain/account-rule.ts";
import { Refusal } from "#domain/refusal.ts";
import { findAccount, savePassword } from "#store/accounts.ts";
import { saveTotpSecret } from "#store/credentials.ts";
import { endSessionsOf } from "#store/sessions.ts";
import { clearSignInFailures } from "#store/sign-in-failures.ts";
import type { Context } from "./context.ts";
import type { CreatedAccount } from "./create-account.ts";
import { getAccount } from "./get-account.ts";
import { hashPassword } from "./password-hash.ts";
import { recordAudit } from "./record-audit.ts";
import { initialPassword } from "./secrets.ts";

/**
 * Gives an account a new first password, shown once; its sessions end, and its second factor is taken off, for who
 * forgot the one has often lost the other. Refuses with `unknown-account` and `account-beyond-scope`.
 */
export async function resetPassword(context: Context, id: string): Promise<CreatedAccount> {
  const { db, province, user } = context;
  const account = await getAccount(context, id);
  const own = await findAccount(db, province, user.id);
  const ownUnits = own ? [own.orgUnit, ...own.grants.map(({ orgUnit }) => orgUnit)] : [];
  if (id === user.id || !mayReset(user.access, account, ownUnits))
    throw new Refusal("account-beyond-scope", { account: id });
  const password = initialPassword();
  const passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    await recordAudit(tx, context, { action: "password-reset", orgUnit: account.orgUnit, subject: id });
    await tx.asOwner(async () => {
      await savePassword(tx, province, id, { passwordHash, mustChange: true });
      await saveTotpSecret(tx, province, id, undefined);
      await endSessionsOf(tx, province, id);
      await clearSignInFailures(tx, province, id);
    });
  });
  return { userName: id, password };
}
