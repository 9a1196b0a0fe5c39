import type { AuditEntries, AuditQuery } from "#contract/audit.ts";
import { listOrgUnits } from "#store/org-units.ts";
import type { Context } from "./context.ts";
import { listAudit } from "./list-audit.ts";

/** The audit for the page: entries with the names of their units. */
export async function publishAudit(context: Context, query: AuditQuery): Promise<AuditEntries> {
  const entries = await listAudit(context, query);
  const names = new Map(
    (await listOrgUnits(context.db, context.province)).map(({ uid, fullName }) => [uid, fullName]),
  );
  return {
    entries: entries.map(({ facts, ...entry }) => ({
      ...entry,
      facts: Object.fromEntries(
        Object.entries(facts).map(([name, fact]) => [name, typeof fact === "object" ? [...fact] : fact]),
      ),
      ...(entry.orgUnit !== undefined && { orgUnitName: names.get(entry.orgUnit) ?? entry.orgUnit }),
    })),
  };
}
