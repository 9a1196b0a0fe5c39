import { saveDisabled } from "#store/accounts.ts";
import { endSessionsOf } from "#store/sessions.ts";
import type { Context } from "./context.ts";
import { getKeptAccount } from "./get-account.ts";
import { requireAnotherAdministrator } from "./grant-role.ts";
import { recordAudit } from "./record-audit.ts";

/**
 * Closes an account or opens it again; a closed one is signed out everywhere at once. Accounts are never deleted: the
 * history names them. Refuses with `last-administrator`.
 */
export async function disableAccount(context: Context, id: string, isDisabled: boolean): Promise<void> {
  const { db, province } = context;
  const account = await getKeptAccount(context, id);
  const isAdministrator = account.grants.some(
    ({ role, orgUnit }) => role === "quan-tri" && orgUnit === province,
  );
  await db.transaction(async (tx) => {
    if (isDisabled && isAdministrator) await requireAnotherAdministrator(tx, context, id);
    await saveDisabled(tx, province, id, isDisabled);
    await endSessionsOf(tx, province, id);
    const action = isDisabled ? "account-disabled" : "account-enabled";
    await recordAudit(tx, context, { action, orgUnit: account.orgUnit, subject: id });
  });
}
