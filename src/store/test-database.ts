import { createHash, randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Refusal } from "#domain/refusal.ts";
import { isSqlState, openDatabase, type Database } from "./database.ts";
import { databaseName, startEmbedded, type EmbeddedServer } from "./embedded.ts";
import { migrate, readMigrations } from "./migrate.ts";
import { isAlive } from "./start-lock.ts";

/** A migrated and otherwise empty database of one test file. */
export interface TestDatabase extends Database {
  /** Its address, for parts that connect by themselves. */
  readonly url: string;
  /** Drops the database and leaves the server, which the last test to leave stops. */
  close(): Promise<void>;
}

const templateLock = 7_489_111;
const damaged = new Set(["database-not-started", "database-password-lost", "database-other-version"]);
const testPrefix = "tuyen_test_";
const noSuchDatabase = "3D000";

/**
 * A fresh database on the one embedded server that all tests of this user share; close it in `afterAll`.
 * ```ts
 * const db = await openTestDatabase();
 * afterAll(() => db.close());
 * ```
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = await startTestServer();
  const control = await openDatabase(server.url, { connections: 1 });
  const name = `${testPrefix}${process.pid}_${randomBytes(4).toString("hex")}`;
  try {
    await copyTemplate(server, control, name);
    const url = addressOf(server, name);
    const db = await openDatabase(url);
    return {
      url,
      query: (sql, parameters) => db.query(sql, parameters),
      transaction: (work) => db.transaction(work),
      copyIn: (sql, lines) => db.copyIn(sql, lines),
      within: (scope) => db.within(scope),
      asOwner: () => db.asOwner(),
      close: async () => {
        await db.close();
        await control.query(`drop database ${name} with (force)`);
        await control.close();
        await server.stop();
      },
    };
  } catch (error) {
    await control.close();
    await server.stop();
    throw error;
  }
}

/** Another checkout with other migrations, tested at the same time, may drop our template: then it is made again. */
async function copyTemplate(server: EmbeddedServer, control: Database, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    const template = await makeTemplate(server, control);
    try {
      await control.query(`create database ${name} template ${template}`);
      return;
    } catch (error) {
      if (!isSqlState(error, noSuchDatabase) || tries === 5) throw error;
    }
  }
}

/**
 * Joins or starts the server of the tests. It need not survive a power cut, so it does not wait for the disk; when its
 * files were damaged (temporary folders are swept), it begins anew.
 */
export async function startTestServer(): Promise<EmbeddedServer> {
  const dataDirectory = join(tmpdir(), `tuyen-test-${process.getuid?.() ?? "user"}`);
  const options = {
    dataDirectory,
    settings: { fsync: "off", full_page_writes: "off", synchronous_commit: "off" },
  };
  try {
    return await startEmbedded(options);
  } catch (error) {
    if (!(error instanceof Refusal) || !damaged.has(error.code)) throw error;
    await rm(join(dataDirectory, "postgresql"), { recursive: true, force: true });
    return startEmbedded(options);
  }
}

/** The migrated database that others are copied from; made once for each state of the migrations. */
async function makeTemplate(server: EmbeddedServer, control: Database): Promise<string> {
  const migrations = await readMigrations();
  const state = createHash("sha256").update(migrations.map(({ checksum }) => checksum).join()).digest("hex"); // prettier-ignore
  const template = `tuyen_template_${state.slice(0, 12)}`;
  if (await exists(control, template)) return template;
  await control.query("select pg_advisory_lock($1)", [templateLock]);
  try {
    if (await exists(control, template)) return template;
    await dropLeftovers(control);
    const draft = `${template}_draft`;
    await control.query(`create database ${draft}`);
    const db = await openDatabase(addressOf(server, draft));
    try {
      await migrate(db, migrations);
    } finally {
      await db.close();
    }
    await control.query(`alter database ${draft} rename to ${template}`);
    return template;
  } finally {
    await control.query("select pg_advisory_unlock($1)", [templateLock]);
  }
}

async function exists(control: Database, name: string): Promise<boolean> {
  return (await control.query("select 1 from pg_database where datname = $1", [name])).length > 0;
}

/** Templates of other migrations, and databases of tests that were killed. */
async function dropLeftovers(control: Database): Promise<void> {
  const names = await control.query<{ name: string }>(
    "select datname as name from pg_database where datname like 'tuyen\\_te%'",
  );
  for (const { name } of names) {
    const pid = new RegExp(`^${testPrefix}(\\d+)_`).exec(name)?.[1];
    if (pid === undefined || !isAlive(Number(pid))) await control.query(`drop database ${name} with (force)`);
  }
}

function addressOf({ url }: EmbeddedServer, name: string): string {
  return url.replace(`/${databaseName}?`, `/${name}?`);
}
