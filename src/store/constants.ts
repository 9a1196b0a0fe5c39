import type { Constant } from "#domain/indicator.ts";
import { decimal } from "#domain/decimal.ts";
import type { Queryable, Transaction } from "./database.ts";
import type { IndicatorChange } from "./indicators.ts";

/** Saves constants, each as a new version where it says something new; answers how many versions were written. */
export async function saveConstants(
  tx: Transaction,
  province: string,
  constants: readonly Constant[],
  { by, reason }: IndicatorChange,
): Promise<number> {
  await tx.query("select pg_advisory_xact_lock(hashtext('formula_constant ' || $1))", [province]);
  const [row] = await tx.query<{ written: number }>(
    `with incoming as (
       select key, name ->> 'vi' as name_vi, name ->> 'en' as name_en, value
       from jsonb_to_recordset($2) as one (key text, name jsonb, value numeric)
     ),
     last as (select distinct on (key) * from formula_constant where province = $1 order by key, version desc),
     written as (
       insert into formula_constant (province, key, version, name_vi, name_en, value, changed_by, reason)
       select $1, key, coalesce(last.version, 0) + 1, incoming.name_vi, incoming.name_en, incoming.value, $3, $4
       from incoming left join last using (key)
       where (last.name_vi, last.name_en, last.value::numeric)
         is distinct from (incoming.name_vi, incoming.name_en, incoming.value)
       returning 1
     )
     select count(*)::int as written from written`,
    [province, JSON.stringify(constants), by, reason ?? null],
  );
  return row?.written ?? 0;
}

/** The constants as they count now, in the order of their keys. */
export async function listConstants(db: Queryable, province: string): Promise<Constant[]> {
  const rows = await db.query<{ key: string; vi: string; en: string; value: string }>(
    `select distinct on (key) key, name_vi as vi, name_en as en, value
     from formula_constant where province = $1 order by key, version desc`,
    [province],
  );
  return rows.map(({ key, vi, en, value }) => ({ key, name: { vi, en }, value: decimal(value).toFixed() }));
}
