import type { SaveCounts } from "./data-values.ts";
import type { Queryable } from "./database.ts";

/** One file that was imported: by whom, when, and what came of it. */
export interface ImportBatch extends SaveCounts {
  readonly id: string;
  readonly fileName: string;
  /** Of the file's bytes, so that the same file is recognised. */
  readonly sha256: string;
  readonly importedBy: string;
  readonly importedAt: string;
}

/** Saves a batch, as begun or with its final counts. */
export async function saveImportBatch(
  db: Queryable,
  province: string,
  { id, fileName, sha256, importedBy, inserted, changed, unchanged }: Omit<ImportBatch, "importedAt">,
): Promise<void> {
  await db.query(
    `insert into import_batch (province, id, file_name, sha256, imported_by, inserted, changed, unchanged)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (province, id) do update set
       inserted = excluded.inserted, changed = excluded.changed, unchanged = excluded.unchanged`,
    [province, id, fileName, sha256, importedBy, inserted, changed, unchanged],
  );
}

/** All batches, the latest first. */
export async function listImportBatches(db: Queryable, province: string): Promise<ImportBatch[]> {
  return db.query<ImportBatch>(
    `select id, file_name as "fileName", sha256, imported_by as "importedBy", imported_at as "importedAt",
            inserted, changed, unchanged
     from import_batch where province = $1 order by imported_at desc, id`,
    [province],
  );
}
