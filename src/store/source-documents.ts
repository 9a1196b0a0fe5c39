import type { Queryable } from "./database.ts";
import { withoutNulls } from "./nulls.ts";

/** A document that facts are cited from. */
export interface SourceDocument {
  readonly id: string;
  readonly title: string;
  /** Báo cáo, Thông báo, Quyết định… */
  readonly kind: string;
  /** The body that issued it, by org unit uid or name. */
  readonly issuedBy: string;
  /** The period it reports on, if it does. */
  readonly period?: string;
  readonly note?: string;
}

/** Saves documents; those that are not mentioned stay as they are. */
export async function saveSourceDocuments(
  db: Queryable,
  province: string,
  documents: readonly SourceDocument[],
): Promise<void> {
  await db.query(
    `insert into source_document (province, id, title, kind, issued_by, period, note)
     select $1, id, title, kind, "issuedBy", period, note
     from jsonb_to_recordset($2)
       as document (id text, title text, kind text, "issuedBy" text, period text, note text)
     on conflict (province, id) do update set
       title = excluded.title, kind = excluded.kind, issued_by = excluded.issued_by,
       period = excluded.period, note = excluded.note`,
    [province, JSON.stringify(documents)],
  );
}

interface Row extends Omit<SourceDocument, "period" | "note"> {
  readonly period: string | null;
  readonly note: string | null;
}

/** All documents in the order of their ids. */
export async function listSourceDocuments(db: Queryable, province: string): Promise<SourceDocument[]> {
  const rows = await db.query<Row>(
    `select id, title, kind, issued_by as "issuedBy", period, note
     from source_document where province = $1 order by id`,
    [province],
  );
  return rows.map(withoutNulls);
}
