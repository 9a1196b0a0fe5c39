import type { ExternalCode } from "#domain/indicator.ts";
import type { Queryable } from "./database.ts";

/** Saves what our things are called elsewhere; all targets of a code are replaced, other codes stay. */
export async function saveExternalCodes(
  db: Queryable,
  province: string,
  codes: readonly ExternalCode[],
): Promise<void> {
  await db.query(
    `with incoming as (select kind, code, target from jsonb_to_recordset($2) as one (kind text, code text, target text)),
     gone as (
       delete from external_code as kept
       where province = $1 and (kind, code) in (select kind, code from incoming)
         and not exists (select from incoming where incoming.kind = kept.kind and incoming.code = kept.code
                                                and incoming.target = kept.target)
     )
     insert into external_code (province, kind, code, target) select distinct $1, kind, code, target from incoming
     on conflict do nothing`,
    [province, JSON.stringify(codes)],
  );
}

/** All codes, by kind and code. */
export async function listExternalCodes(db: Queryable, province: string): Promise<ExternalCode[]> {
  return db.query<ExternalCode>(
    "select kind, code, target from external_code where province = $1 order by kind, code, target",
    [province],
  );
}
