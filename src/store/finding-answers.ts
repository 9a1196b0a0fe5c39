import type { DataSource } from "#domain/data-value.ts";
import type { Queryable } from "./database.ts";

/** "Right, because …": who answered which finding, when, and for which values. */
export interface FindingAnswer {
  /** `findingId` of the finding. */
  readonly finding: string;
  readonly orgUnit: string;
  readonly period: string;
  /** `valuesOf` the finding when it was answered: for other values the answer does not hold. */
  readonly valuesThen: string;
  readonly reason: string;
  readonly answeredBy: string;
  /** ISO moment in UTC. */
  readonly answeredAt: string;
}

/** Keeps an answer, or without a reason takes the last one back; former answers stay in the history. */
export async function saveFindingAnswer(
  db: Queryable,
  province: string,
  source: DataSource,
  answer: Omit<FindingAnswer, "reason" | "answeredAt"> & { readonly reason: string | null },
): Promise<void> {
  const { finding, orgUnit, period, valuesThen, reason, answeredBy } = answer;
  await db.query(
    `insert into finding_answer (province, finding, org_unit, period, source, values_then, reason, answered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [province, finding, orgUnit, period, source, valuesThen, reason, answeredBy],
  );
}

/** The last answer to each finding of the periods; answers that were taken back are not there. */
export async function listFindingAnswers(
  db: Queryable,
  province: string,
  source: DataSource,
  periods: readonly string[],
): Promise<FindingAnswer[]> {
  return db.query<FindingAnswer>(
    `select finding, org_unit as "orgUnit", period, values_then as "valuesThen", reason, answered_by as "answeredBy",
            answered_at as "answeredAt"
     from (
       select distinct on (period, finding) * from finding_answer
       where province = $1 and source = $2 and period = any($3)
       order by period, finding, answered_at desc
     ) as last where reason is not null`,
    [province, source, periods],
  );
}
