import { listAuditEntries, type AuditEntry, type AuditFilter } from "#store/audit.ts";
import { allow, unitsInScope } from "./access.ts";
import type { Context } from "./context.ts";

/** Who did what, the latest first, at the units whose audit the user may read. */
export async function listAudit(
  context: Context,
  filter: Omit<AuditFilter, "orgUnits">,
): Promise<AuditEntry[]> {
  allow(context, "read-audit");
  const orgUnits = unitsInScope(context, "read-audit");
  return listAuditEntries(context.db, context.province, { ...filter, ...(orgUnits && { orgUnits }) });
}
