import { leftOut } from "#domain/backup-file.ts";
import type { Queryable } from "./database.ts";

/** One table with the columns that hold something of their own. */
export interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
}

interface Link {
  readonly table: string;
  readonly needs: string;
}

/** The tables that a backup holds, each after those it refers to: whatever the database has and is not left out. */
export async function listBackupTables(db: Queryable): Promise<BackupTable[]> {
  const tables = await db.query<BackupTable>(
    `select relname::text as name,
            array_agg(attname::text order by attnum) filter (where attgenerated = '') as columns
     from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition
     group by relname order by relname`,
  );
  const links = await db.query<Link>(
    `select conrelid::regclass::text as table, confrelid::regclass::text as needs
     from pg_constraint where contype = 'f' and conrelid <> confrelid
       and connamespace = current_schema()::regnamespace`,
  );
  return inOrder(
    tables.filter(({ name }) => !Object.hasOwn(leftOut, name)),
    links,
  );
}

/** Tables that refer to one another in a ring come in the order of their names: keys are checked at the end. */
function inOrder(tables: readonly BackupTable[], links: readonly Link[]): BackupTable[] {
  const left = new Map(tables.map((table) => [table.name, table]));
  const ordered: BackupTable[] = [];
  while (left.size > 0) {
    const isFree = ({ name }: BackupTable) =>
      links.every(({ table, needs }) => table !== name || !left.has(needs));
    const free = [...left.values()].filter(isFree);
    const next = free.length > 0 ? free : [...left.values()];
    for (const table of next) {
      ordered.push(table);
      left.delete(table.name);
    }
  }
  return ordered;
}

/** A name as it stands in a statement. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `"submission" ("province", "data_set", …)` */
export function withColumns({ name, columns }: BackupTable): string {
  return `${quoted(name)} (${columns.map(quoted).join(", ")})`;
}
