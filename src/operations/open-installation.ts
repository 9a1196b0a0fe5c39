import { Refusal } from "#domain/refusal.ts";
import { isSqlState, openDatabase, type Database } from "#store/database.ts";
import { startEmbedded } from "#store/embedded.ts";
import { migrate } from "#store/migrate.ts";
import type { Config } from "./config.ts";
import { machineUser, type Context } from "./context.ts";
import { loadCatalogue } from "./load-catalogue.ts";
import { loadValidationRules } from "./load-validation-rules.ts";

export interface Installation {
  readonly context: Context;
  /** Leaves the database as it was found: a server that others use goes on running. */
  readonly close: () => Promise<void>;
}

/** Makes everything ready that commands and server need: database, schema, catalogue. Progress goes to `log`. */
export async function openInstallation(config: Config, log: (line: string) => void): Promise<Installation> {
  const server = config.databaseUrl
    ? undefined
    : await startEmbedded({ dataDirectory: config.dataDirectory, log });
  const closing: (() => Promise<void>)[] = server ? [() => server.stop()] : [];
  const close = async () => {
    for (const step of closing.toReversed()) await step();
  };
  try {
    const db = await openDatabase(config.databaseUrl ?? server?.url ?? "");
    closing.push(() => db.close());
    await migrateFor(db);
    const province = await loadCatalogue(db, config.catalogueDirectory, log);
    await loadValidationRules(db, province, config.catalogueDirectory);
    return { context: { db, province, today: today(), user: machineUser }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The error that migration 006 raises where the application's role can be neither made nor taken on. */
const roleMissing = "TY001";

async function migrateFor(db: Database): Promise<void> {
  try {
    await migrate(db);
  } catch (error) {
    if (!isSqlState(error, roleMissing)) throw error;
    throw new Refusal("database-role-missing", {
      problem: error instanceof Error ? error.message : String(error),
    });
  }
}

/** The day it is in Vietnam, wherever the server stands. */
export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" }).format(now);
}
