import { addAuditNote, type AuditNote } from "#store/audit.ts";
import type { Queryable } from "#store/database.ts";
import type { Context } from "./context.ts";

/**
 * Notes in the audit what the user does, in the transaction that does it. Never put a password, token or code in it.
 * ```ts
 * await recordAudit(tx, context, { action: "submission-approved", orgUnit, subject: submission.id });
 * ```
 */
export function recordAudit(
  tx: Queryable,
  { province, user }: Pick<Context, "province" | "user">,
  note: Omit<AuditNote, "account" | "address">,
): Promise<void> {
  return addAuditNote(tx, province, {
    account: user.id,
    ...(user.address && { address: user.address }),
    ...note,
  });
}
