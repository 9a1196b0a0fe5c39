import { createHash } from "node:crypto";
import { bytesSource } from "#documents/read-table.ts";
import type { Grant } from "#domain/account.ts";
import type { Context } from "#operations/context.ts";
import { machineUser } from "#operations/context.ts";
import { importFigures, type ImportOutcome } from "#operations/import-figures.ts";
import { loadCatalogue } from "#operations/load-catalogue.ts";
import { accessFor, contextOf } from "#operations/session-user.ts";
import { openTestDatabase } from "#store/test-database.ts";

/** Test support: an installation of its own with the catalogue of Lai Châu, on a fixed day. */
export async function openTestContext(
  today = "2023-07-20",
): Promise<{ context: Context; close: () => Promise<void> }> {
  const db = await openTestDatabase();
  const province = await loadCatalogue(db, "catalogues/lai-chau", () => undefined);
  return { context: { db, province, today, user: machineUser }, close: () => db.close() };
}

/** The same installation as somebody with these grants sees it. */
export async function contextAs(
  context: Context,
  grants: readonly Grant[],
  id = "somebody",
): Promise<Context> {
  const { db, province, today } = context;
  const access = await accessFor(db, { province, today, revision: -1 }, grants);
  return contextOf(context, { id, name: id, access });
}

/** Imports a file given as text. */
export function importText(
  context: Context,
  text: string,
  more: { readonly dryRun?: boolean } = {},
): Promise<ImportOutcome> {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return importFigures(context, { source: bytesSource("so-lieu.csv", bytes), sha256, ...more });
}

/** A file of figures from rows written as `key|period|orgUnit|breakdown|role|value|unit`. */
export function figureFile(...rows: readonly string[]): string {
  return [
    "key,period,orgUnit,breakdown,role,value,unit",
    ...rows.map((row) => row.replaceAll("|", ",")),
  ].join("\n");
}
