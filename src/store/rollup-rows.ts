import type { Queryable } from "./database.ts";
import { contributionAmounts, contributionKeys } from "./rollup-contributions.ts";

/** The key of a row of the rollup that nothing stands in any more. */
export interface EmptiedRow {
  readonly source: string;
  readonly data_element: string;
  readonly org_unit: string;
  readonly period: string;
  readonly option_combo: string;
  readonly previous: string;
}

/** Takes rows away to which nobody contributes any more, so that a rebuilt rollup is the same row by row. */
export async function removeEmptied(
  tx: Queryable,
  province: string,
  emptied: readonly EmptiedRow[],
): Promise<void> {
  if (emptied.length === 0) return;
  await tx.query(
    `delete from rollup as kept
     using jsonb_to_recordset($2) as gone (source text, data_element text, org_unit text, period text,
                                           option_combo text, previous text)
     where kept.province = $1 and kept.source = gone.source and kept.data_element = gone.data_element
       and kept.org_unit = gone.org_unit and kept.period = gone.period
       and kept.option_combo = gone.option_combo and kept.previous = gone.previous and kept.count = 0`,
    [province, JSON.stringify(emptied)],
  );
}

/** CTE `written`: the rows of `from` added to the rollup; `emptied` for `removeEmptied` comes out of it. */
export function writtenRows(from: string): string {
  return `
  written as (
    insert into rollup as kept (province, ${contributionKeys}, org_unit, ${contributionAmounts.join(", ")})
    select $1, ${contributionKeys}, org_unit, ${contributionAmounts.join(", ")} from ${from}
    on conflict (province, source, data_element, org_unit, period, option_combo, previous)
      do update set ${contributionAmounts.map((name) => `${name} = kept.${name} + excluded.${name}`).join(", ")}
    returning kept.count, ${contributionKeys}, org_unit
  )`;
}

/** The aggregate over `written` that lists the rows emptied. */
export const emptiedRows = "(select jsonb_agg(to_jsonb(written)) from written where count = 0) as emptied";

/** CTE `reported`: the rows of `from` added to the list of reporters. */
export function writtenReporters(from: string): string {
  return `
  reported as (
    insert into rollup_reporter as kept (province, ${reporterColumns})
    select $1, ${reporterColumns} from ${from}
    on conflict (province, source, org_unit, bucket, data_element, kind)
      do update set own = kept.own + excluded.own, below = kept.below + excluded.below,
                    reporters = kept.reporters + excluded.reporters
  )`;
}

const reporterColumns = "source, org_unit, bucket, data_element, kind, own, below, reporters";

/** CTE `reporter_changes`: what `cells` say of who reports; whole half-years of each kind of period are needed. */
export const reporterMovements = `
  counted as (
    select sign, source, data_element, org_unit, period, count(*) as values from cells
    group by sign, source, data_element, org_unit, period
  ),
  reported_days as materialized (
    select period, period_last_day(period) as day, rollup_bucket(period) as bucket, period_kind(period) as kind
    from (select distinct period from cells) as periods
  ),
  reporter_changes as (
    select source, org_unit, bucket, data_element, kind,
           sum(own) as own, sum(below) as below, sum(reporters) as reporters
    from (
      select source, org_unit, bucket, data_element, kind, sign * values as own, 0 as below, 0 as reporters
      from counted join reported_days using (period)
      union all
      select source, org_unit, bucket, data_element, kind, 0, sign * values, sign * units
      from (
        select sign, source, ancestor.ancestor as org_unit, bucket, data_element, kind,
               sum(values) as values, count(distinct counted.org_unit) as units
        from counted
        join reported_days as days using (period)
        join rollup_ancestor as ancestor
          on ancestor.province = $1 and ancestor.org_unit = counted.org_unit
         and days.day between ancestor.valid_from and ancestor.valid_to
        group by sign, source, ancestor.ancestor, bucket, data_element, kind
      ) as above
    ) as movements
    group by source, org_unit, bucket, data_element, kind
    having sum(own) <> 0 or sum(below) <> 0 or sum(reporters) <> 0
  )`;
