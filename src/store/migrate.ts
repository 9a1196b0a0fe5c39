import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { Refusal } from "#domain/refusal.ts";
import type { Database, Queryable } from "./database.ts";

/** One step of the schema; applied in the order of the names, never changed after release. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface Applied {
  readonly name: string;
  readonly checksum: string;
}

/** Any number that no other program uses as its lock in the same database. */
const lock = 7_489_110;

/** Reads the migrations that come with the program. */
export async function readMigrations(
  directory = new URL("./migrations/", import.meta.url),
): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".sql")).toSorted();
  return Promise.all(
    names.map(async (name) => {
      // Git may have given the file Windows line ends: the same migration all the same.
      const sql = (await readFile(new URL(name, directory), "utf8")).replaceAll("\r\n", "\n");
      return { name: name.slice(0, -".sql".length), sql, checksum: checksumOf(sql) };
    }),
  );
}

/**
 * Brings the schema up to date and answers the names of the migrations applied just now. Two processes may do it at
 * once. Refuses with `database-newer` when the database was made by a newer program, and with `migration-altered`.
 */
export async function migrate(db: Database, migrations?: readonly Migration[]): Promise<string[]> {
  const known = migrations ?? (await readMigrations());
  const pending = pendingMigrations(known, await listApplied(db));
  const done: string[] = [];
  for (const { name } of pending) {
    if (await applyOne(db, known, name)) done.push(name);
  }
  return done;
}

/** Applies one migration in a transaction of its own, unless another process was faster. */
function applyOne(db: Database, known: readonly Migration[], name: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.query("select pg_advisory_xact_lock($1)", [lock]);
    await tx.query(`
      create table if not exists migration (
        name text primary key,
        checksum text not null,
        applied_at timestamptz not null default now()
      )`);
    const next = pendingMigrations(known, await listApplied(tx)).find((migration) => migration.name === name);
    if (next === undefined) return false;
    await tx.query(next.sql);
    await tx.query("insert into migration (name, checksum) values ($1, $2)", [next.name, next.checksum]);
    return true;
  });
}

function pendingMigrations(known: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of applied) {
    const migration = byName.get(name);
    if (migration === undefined)
      throw new Refusal("database-newer", { found: name, known: known.at(-1)?.name ?? "" });
    if (migration.checksum !== checksum) throw new Refusal("migration-altered", { name });
  }
  const done = new Set(applied.map(({ name }) => name));
  return known.filter(({ name }) => !done.has(name));
}

async function listApplied(db: Queryable): Promise<Applied[]> {
  const [found] = await db.query<{ exists: boolean }>(
    "select to_regclass('migration') is not null as exists",
  );
  return found?.exists ? db.query<Applied>("select name, checksum from migration order by name") : [];
}

function checksumOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
