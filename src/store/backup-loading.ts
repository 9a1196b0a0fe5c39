import pg from "pg";
import { Refusal } from "#domain/refusal.ts";
import type { BackupHeader } from "#domain/backup-file.ts";
import { listBackupTables, quoted, withColumns, type BackupTable } from "./backup-tables.ts";
import type { Database, Queryable, Transaction } from "./database.ts";
import { migrate, readMigrations } from "./migrate.ts";

/** A table of a backup with its rows in COPY text format. */
export interface LoadedTable extends BackupTable {
  readonly rows: AsyncIterable<string>;
}

/** Whether a database holds nothing at all. */
export async function isEmptyDatabase(db: Queryable): Promise<boolean> {
  const rows = await db.query(
    `select 1 from pg_class where relnamespace = current_schema()::regnamespace
       and relkind in ('r', 'p', 'v', 'm') limit 1`,
  );
  return rows.length === 0;
}

/**
 * Makes the schema of the backup in an empty database and loads its tables, in one transaction: all of it or nothing.
 * Triggers rest meanwhile, since what they would write is in the backup too. Refuses with `restore-not-empty`,
 * `backup-newer`, `migration-altered` and `backup-damaged`.
 */
export async function loadBackup(
  db: Database,
  { migrations, tables: expected }: BackupHeader,
  tables: AsyncIterable<LoadedTable>,
  tell: (table: string, rows: number) => void,
): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await isEmptyDatabase(tx))) throw new Refusal("restore-not-empty");
    await makeSchema(tx, migrations);
    const known = await listBackupTables(tx);
    await setTriggers(tx, known, "disable");
    // What migrations wrote into a fresh schema is in the backup too.
    for (const { name } of known.toReversed()) await tx.query(`delete from ${quoted(name)}`);
    await tx.query("set constraints all deferred");
    const counts = new Map<string, number>();
    for await (const table of tables) {
      requireKnown(table, known);
      const rows = await tx.copyIn(`copy ${withColumns(table)} from stdin`, table.rows).catch(tellDamage);
      counts.set(table.name, rows);
      tell(table.name, rows);
    }
    requireCounts(counts, expected);
    await tx.query("set constraints all immediate").catch(tellDamage);
    await setTriggers(tx, known, "enable");
    await continueNumbers(tx);
  });
  await db.query("analyze");
}

/** The program's own migrations up to the backup's last: an older backup gets the schema it was made in. */
async function makeSchema(tx: Transaction, migrations: BackupHeader["migrations"]): Promise<void> {
  const known = new Map((await readMigrations()).map((migration) => [migration.name, migration]));
  const own = migrations.map(({ name, checksum }) => {
    const migration = known.get(name);
    if (!migration) throw new Refusal("backup-newer", { found: name, known: [...known.keys()].at(-1) ?? "" });
    if (migration.checksum !== checksum) throw new Refusal("migration-altered", { name });
    return migration;
  });
  await migrate(databaseOf(tx), own);
}

/** A transaction that is to hold everything, where a database is asked for. */
function databaseOf(tx: Transaction): Database {
  const db: Database = {
    query: (sql, parameters) => tx.query(sql, parameters),
    copyIn: (sql, lines) => tx.copyIn(sql, lines),
    transaction: (work) => work(tx),
    within: () => db,
    asOwner: () => db,
    close: () => Promise.resolve(),
  };
  return db;
}

/** Rows that the database does not take are the file's fault. */
function tellDamage(error: unknown): never {
  throw error instanceof pg.DatabaseError ? new Refusal("backup-damaged", { problem: error.message }) : error;
}

async function setTriggers(tx: Transaction, tables: readonly BackupTable[], to: "enable" | "disable"): Promise<void> {
  for (const { name } of tables) await tx.query(`alter table ${quoted(name)} ${to} trigger user`);
} // prettier-ignore

function requireKnown({ name, columns }: BackupTable, known: readonly BackupTable[]): void {
  const table = known.find((each) => each.name === name);
  const isSame = table && columns.length === table.columns.length && columns.every((column) => table.columns.includes(column)); // prettier-ignore
  if (!isSame) throw new Refusal("backup-damaged", { problem: `bảng ${name}` });
}

function requireCounts(counts: ReadonlyMap<string, number>, expected: BackupHeader["tables"]): void {
  const wrong = expected.find(({ name, rows }) => counts.get(name) !== rows);
  if (wrong || counts.size !== expected.length) throw new Refusal("backup-damaged", { problem: `số dòng của bảng ${wrong?.name ?? "?"}` }); // prettier-ignore
}

/** Columns that number their rows go on after the highest number loaded. */
async function continueNumbers(tx: Transaction): Promise<void> {
  const numbered = await tx.query<{ table: string; column: string; sequence: string }>(
    `select relname::text as table, attname::text as column, sequence
     from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped,
          lateral (select pg_get_serial_sequence(quote_ident(relname), attname) as sequence) as own
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and sequence is not null`,
  );
  for (const { table, column, sequence } of numbered) {
    await tx.query(
      `select setval($1, highest) from (select max(${quoted(column)}) as highest from ${quoted(table)}) as own
       where highest is not null`,
      [sequence],
    );
  }
}
