import { checkPassword } from "#domain/password-rule.ts";
import { Refusal } from "#domain/refusal.ts";
import { savePassword } from "#store/accounts.ts";
import { endSessionsOf } from "#store/sessions.ts";
import { clearSignInFailures } from "#store/sign-in-failures.ts";
import type { Context } from "./context.ts";
import { hashPassword } from "./password-hash.ts";
import { recordAudit } from "./record-audit.ts";
import { requireOwnPassword } from "./totp.ts";

export interface ChangePassword {
  readonly current: string;
  readonly next: string;
}

/**
 * Changes one's own password and ends all other sessions. Refuses with `password-wrong`, `password-same` and what the
 * rule for passwords says (`password-short`…).
 */
export async function changePassword(context: Context, { current, next }: ChangePassword): Promise<void> {
  const { db, province, user } = context;
  requireGoodPassword(next, user.id);
  await requireOwnPassword(context, current);
  if (current === next) throw new Refusal("password-same");
  const passwordHash = await hashPassword(next);
  await db.asOwner().transaction(async (tx) => {
    await savePassword(tx, province, user.id, { passwordHash, mustChange: false });
    await endSessionsOf(tx, province, user.id, user.session);
    await clearSignInFailures(tx, province, user.id);
    await recordAudit(tx, context, { action: "password-changed", subject: user.id });
  });
}

/** Refuses with what the rule says of a password. */
export function requireGoodPassword(password: string, userName: string): void {
  const finding = checkPassword(password, userName);
  if (finding) throw new Refusal(finding.code, finding.facts);
}
