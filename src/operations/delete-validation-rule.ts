import { deleteValidationRule as deleteRule } from "#store/validation-rules.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";

/** Takes a rule out of use; its versions stay. Refuses `unknown-validation-rule`. */
export async function deleteValidationRule(context: Context, id: string, reason?: string): Promise<void> {
  const { db, province, user } = context;
  allow(context, "manage-catalogue", { orgUnit: province });
  await deleteRule(db, province, id, { by: user.id, ...(reason !== undefined && { reason }) });
}
