import type { Queryable } from "./database.ts";
import { withoutNulls, type WithoutNulls } from "./nulls.ts";

/** What is noted: who did what, to which thing, at which unit. Never a password, a token or a code. */
export interface AuditNote {
  readonly account: string;
  readonly address?: string;
  readonly action: string;
  readonly orgUnit?: string;
  readonly subject?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

interface AuditRow {
  readonly id: number;
  readonly at: string;
  readonly account: string;
  readonly address: string | null;
  readonly action: string;
  readonly orgUnit: string | null;
  readonly subject: string | null;
  readonly facts: NonNullable<AuditNote["facts"]>;
}

export type AuditEntry = WithoutNulls<AuditRow>;

/** Adds a note; in the transaction of what it tells of, so that neither is there without the other. */
export async function addAuditNote(
  tx: Queryable,
  province: string,
  { account, address, action, orgUnit, subject, facts = {} }: AuditNote,
): Promise<void> {
  await tx.query(
    `insert into audit (province, account, address, action, org_unit, subject, facts)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [province, account, address ?? null, action, orgUnit ?? null, subject ?? null, JSON.stringify(facts)],
  );
}

export interface AuditFilter {
  readonly account?: string;
  readonly action?: string;
  readonly orgUnits?: readonly string[];
  /** Entries before this one, for the next page. */
  readonly before?: number;
  readonly limit: number;
}

/** The latest entries first. */
export async function listAuditEntries(
  db: Queryable,
  province: string,
  { account, action, orgUnits, before, limit }: AuditFilter,
): Promise<AuditEntry[]> {
  const rows = await db.query<AuditRow>(
    `select id, at, account, address, action, org_unit as "orgUnit", subject, facts from audit
     where province = $1 and ($2::text is null or account = $2) and ($3::text is null or action = $3)
       and ($4::text[] is null or org_unit = any($4)) and ($5::bigint is null or id < $5)
     order by id desc limit $6`,
    [province, account ?? null, action ?? null, orgUnits ?? null, before ?? null, limit],
  );
  return rows.map(withoutNulls);
}
