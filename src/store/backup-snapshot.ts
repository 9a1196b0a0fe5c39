import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { listBackupTables, withColumns, type BackupTable } from "./backup-tables.ts";
import type { Queryable } from "./database.ts";

/** One moment of the database, however long it takes to read: nobody waits for it and nobody's later change is in it. */
export interface Snapshot {
  readonly province: string;
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
  readonly tables: readonly BackupTable[];
  /** The rows of a table in COPY text format. */
  rows(table: BackupTable): AsyncIterable<Buffer>;
}

/** Reads one moment of the database at an address; answers what `work` does. `undefined`: nothing is there yet. */
export async function withSnapshot<T>(
  url: string,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined); // the statement under way fails with it
  await client.connect();
  try {
    await client.query("set datestyle to iso; set timezone to 'UTC'; set client_encoding to 'UTF8'");
    await client.query("begin isolation level repeatable read read only");
    const db: Queryable = {
      query: async <Row>(sql: string) => (await client.query(sql)).rows as Row[], // the statement says what it selects
    };
    const [found] = await db.query<{ exists: boolean }>(
      "select to_regclass('migration') is not null as exists",
    );
    if (!found?.exists) return undefined;
    const [load] = await db.query<{ province: string }>("select province from catalogue_load order by 1 limit 1"); // prettier-ignore
    return await work({
      province: load?.province ?? "",
      migrations: await db.query("select name, checksum from migration order by name"),
      tables: await listBackupTables(db),
      rows: (table) => client.query(copyTo(`copy ${withColumns(table)} to stdout`)),
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}
