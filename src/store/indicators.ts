import type { Indicator, KeptIndicator } from "#domain/indicator.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Queryable, Transaction } from "./database.ts";
import { withoutNulls } from "./nulls.ts";

/** Who changes indicators and their like, and why. */
export interface IndicatorChange {
  readonly by: string;
  readonly reason?: string;
}

/** Until the transaction ends nobody else changes what formulas speak of, so that no two make a circle together. */
export async function lockIndicators(tx: Transaction, province: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtext('indicator ' || $1))", [province]);
}

/**
 * Saves indicators, each as a new version where it says something new; others stay as they are. Answers the keys of
 * those that are new and of those that changed.
 */
export async function saveIndicators(
  tx: Transaction,
  province: string,
  indicators: readonly Indicator[],
  { by, reason }: IndicatorChange,
): Promise<{ readonly inserted: string[]; readonly changed: string[] }> {
  await lockIndicators(tx, province);
  const rows = await tx.query<{ key: string; isNew: boolean }>(
    `with incoming as (select body ->> 'key' as key, body from jsonb_array_elements($2) as body),
     last as (
       select distinct on (key) key, version, body from indicator
       where province = $1 and key in (select key from incoming) order by key, version desc
     ),
     fresh as (
       select incoming.key, coalesce(last.version, 0) + 1 as version, incoming.body, last.body is null as is_new
       from incoming left join last using (key) where last.body is distinct from incoming.body
     ),
     written as (
       insert into indicator (province, key, version, body, changed_by, reason)
       select $1, key, version, body, $3, $4 from fresh
     )
     select key, is_new as "isNew" from fresh order by key`,
    [province, JSON.stringify(indicators), by, reason ?? null],
  );
  const keysOf = (isNew: boolean) => rows.filter((row) => row.isNew === isNew).map(({ key }) => key);
  return { inserted: keysOf(true), changed: keysOf(false) };
}

interface Row {
  readonly body: Indicator;
  readonly version: number;
  readonly changedBy: string;
  readonly changedAt: string;
  readonly reason: string | null;
}

const columns = `body, version, changed_by as "changedBy", changed_at as "changedAt", reason`;

/** The indicators that count now, in the order of their keys. */
export async function listIndicators(db: Queryable, province: string): Promise<KeptIndicator[]> {
  const rows = await db.query<Row>(`select ${columns} from indicator_now where province = $1 order by key`, [
    province,
  ]);
  return rows.map(readIndicator);
}

/** The indicator as it counts now, or `undefined`. */
export async function findIndicator(
  db: Queryable,
  province: string,
  key: string,
): Promise<KeptIndicator | undefined> {
  const [row] = await db.query<Row>(`select ${columns} from indicator_now where province = $1 and key = $2`, [
    province,
    key,
  ]);
  return row && readIndicator(row);
}

function readIndicator({ body, ...kept }: Row): KeptIndicator {
  return { ...body, ...withoutNulls(kept) };
}

/** One version of an indicator; without one it says that, by whom and why it was deleted. */
export interface IndicatorVersion {
  readonly version: number;
  readonly indicator?: Indicator;
  readonly changedBy: string;
  readonly changedAt: string;
  readonly reason?: string;
}

/** Everything that ever happened to an indicator, the last version first; empty when there never was one. */
export async function listIndicatorVersions(
  db: Queryable,
  province: string,
  key: string,
): Promise<IndicatorVersion[]> {
  const rows = await db.query<Omit<Row, "body"> & { readonly indicator: Indicator | null }>(
    `select body as indicator, version, changed_by as "changedBy", changed_at as "changedAt", reason
     from indicator where province = $1 and key = $2 order by version desc`,
    [province, key],
  );
  return rows.map(withoutNulls);
}

/** Deletes an indicator; its versions stay. Refuses `unknown-indicator`. */
export async function deleteIndicator(
  tx: Transaction,
  province: string,
  key: string,
  { by, reason }: IndicatorChange,
): Promise<void> {
  await lockIndicators(tx, province);
  const deleted = await tx.query(
    `insert into indicator (province, key, version, changed_by, reason)
     select province, key, version + 1, $3, $4 from indicator_now where province = $1 and key = $2 returning key`,
    [province, key, by, reason ?? null],
  );
  if (deleted.length === 0) throw new Refusal("unknown-indicator", { key });
}

/** Those of the keys that are not indicators'. */
export async function withoutIndicators(
  db: Queryable,
  province: string,
  keys: readonly string[],
): Promise<string[]> {
  const rows = await db.query<{ key: string }>(
    "select key from indicator_now where province = $1 and key = any($2)",
    [province, keys],
  );
  const indicators = new Set(rows.map(({ key }) => key));
  return keys.filter((key) => !indicators.has(key));
}
