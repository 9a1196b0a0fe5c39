import { Refusal } from "#domain/refusal.ts";
import type { KeptValidationRule, ValidationRule } from "#domain/validation-rule.ts";
import { isSqlState, type Queryable, type Transaction } from "./database.ts";
import { withoutNulls } from "./nulls.ts";

/** Who changes rules, and why. */
export interface RuleChange {
  readonly by: string;
  readonly reason?: string;
}

/**
 * Saves rules, each as a new version where it says something new; rules that are not mentioned stay as they are.
 * Answers how many versions were written. Refuses `validation-rule-key-taken` when another rule has the key.
 */
export async function saveValidationRules(
  tx: Transaction,
  province: string,
  rules: readonly ValidationRule[],
  { by, reason }: RuleChange = { by: "machine" },
): Promise<number> {
  await tx.query("select pg_advisory_xact_lock(hashtext('validation_rule ' || $1))", [province]); // versions count up
  await requireFreeKeys(tx, province, rules);
  const [row] = await tx.query<{ written: number }>(
    `with incoming as (
       select body ->> 'id' as id, body ->> 'key' as key, body from jsonb_array_elements($2) as body
     ),
     last as (
       select distinct on (id) id, version, body from validation_rule
       where province = $1 and id in (select id from incoming) order by id, version desc
     ),
     written as (
       insert into validation_rule (province, id, version, key, body, changed_by, reason)
       select $1, id, coalesce(last.version, 0) + 1, incoming.key, incoming.body, $3, $4
       from incoming left join last using (id)
       where last.body is distinct from incoming.body
       returning 1
     )
     select count(*)::int as written from written`,
    [province, JSON.stringify(rules), by, reason ?? null],
  );
  return row?.written ?? 0;
}

async function requireFreeKeys(
  tx: Transaction,
  province: string,
  rules: readonly ValidationRule[],
): Promise<void> {
  const keys = new Set<string>();
  const ids = new Set<string>();
  for (const { id, key } of rules) {
    if (keys.has(key) || ids.has(id)) throw new Refusal("validation-rule-key-taken", { key });
    keys.add(key);
    ids.add(id);
  }
  const [taken] = await tx.query<{ key: string }>(
    `select now.key from validation_rule_now as now
     join jsonb_array_elements($2) as body on body ->> 'key' = now.key and body ->> 'id' <> now.id
     where province = $1 and now.id not in (select body ->> 'id' from jsonb_array_elements($2) as body) limit 1`,
    [province, JSON.stringify(rules)],
  );
  if (taken) throw new Refusal("validation-rule-key-taken", { key: taken.key });
}

interface Row {
  readonly body: ValidationRule;
  readonly version: number;
  readonly changedBy: string;
  readonly changedAt: string;
}

const columns = `body, version, changed_by as "changedBy", changed_at as "changedAt"`;

/** The rules that count now, in the order of their keys. */
export async function listValidationRules(db: Queryable, province: string): Promise<KeptValidationRule[]> {
  const rows = await db.query<Row>(
    `select ${columns} from validation_rule_now where province = $1 order by key`,
    [province],
  );
  return rows.map(({ body, ...kept }) => ({ ...body, ...kept }));
}

/** One version of a rule; without a rule it says that, by whom and why it was deleted. */
export interface RuleVersion {
  readonly version: number;
  readonly rule?: ValidationRule;
  readonly changedBy: string;
  readonly changedAt: string;
  readonly reason?: string;
}

/** Everything that ever happened to a rule, the last version first; empty when there never was one. */
export async function listRuleVersions(db: Queryable, province: string, id: string): Promise<RuleVersion[]> {
  const rows = await db.query<Omit<Row, "body"> & { rule: ValidationRule | null; reason: string | null }>(
    `select body as rule, version, changed_by as "changedBy", changed_at as "changedAt", reason
     from validation_rule where province = $1 and id = $2 order by version desc`,
    [province, id],
  );
  return rows.map(withoutNulls);
}

/** Deletes a rule; its versions stay. Refuses `unknown-validation-rule`. */
export async function deleteValidationRule(
  db: Queryable,
  province: string,
  id: string,
  { by, reason }: RuleChange,
): Promise<void> {
  const deleted = await db
    .query(
      `insert into validation_rule (province, id, version, key, changed_by, reason)
       select province, id, version + 1, key, $3, $4 from validation_rule_now where province = $1 and id = $2
       returning id`,
      [province, id, by, reason ?? null],
    )
    .catch((error: unknown) => {
      if (isSqlState(error, "23505")) return []; // another hand deleted or changed it in this very moment
      throw error;
    });
  if (deleted.length === 0) throw new Refusal("unknown-validation-rule", { rule: id });
}

/** Who wrote the last version of each rule, deletions included. */
export async function listRuleHands(db: Queryable, province: string): Promise<Map<string, string>> {
  const rows = await db.query<{ id: string; by: string }>(
    `select distinct on (id) id, changed_by as by from validation_rule where province = $1 order by id, version desc`,
    [province],
  );
  return new Map(rows.map(({ id, by }) => [id, by]));
}
