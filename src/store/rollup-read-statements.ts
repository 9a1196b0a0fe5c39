import { cellsNow, cellsOnBothSides, contributionAmounts, contributionsWhere, pendingCells } from "./rollup-contributions.ts"; // prettier-ignore

/**
 * Parameters of both statements: $1 province, $2 source; $3, $4 the series (element, combo); $5, $6 the places (unit and
 * target period); $7 to $12 which periods make up a target: target, period, kind, position among its kind, first and
 * last of them. Rows are answered by the numbers of their series and place. Periods are looked up as lists: a range
 * would read everything between.
 */
const wanted = `
  series as materialized (
    select number::int as series, element, combo, carries, sums, partitions
    from unnest($3::text[], $4::text[]) with ordinality as asked (element, combo, number)
    join rollup_element on province = $1 and data_element = element
  ),
  native as materialized (
    select * from unnest($7::text[], $8::text[], $9::text[], $10::int[], $11::text[], $12::text[])
      as native (target, period, kind, position, first, last)
  ),
  place as materialized (
    select number::int as place, unit, target
    from unnest($5::text[], $6::text[]) with ordinality as asked (unit, target, number)
  ),
  wanted as materialized (select place, unit, native.* from place join native using (target))`;

const listed = "data_element = any($3) and org_unit = any($5) and period = any($8)";

/**
 * What stands below: rows of the rollup and, when there are any, pending changes spread up the tree. A stock takes off
 * what a unit's previous report gave, if that lies within the target: its own last value remains.
 */
export function readBelowSql(hasPending: boolean): string {
  return `
  with ${wanted},
  ${hasPending ? pendingBelow : ""}
  below as (
    select data_element, option_combo, org_unit, period, previous, sum, count, estimates, superseded, superseded_estimates
    from rollup
    where province = $1 and source = $2 and ${listed} and option_combo = any($4)
    ${hasPending ? "union all select * from pending_below" : ""}
  ),
  added as (
    select series, place, kind,
      sum(sum - case when previous >= first then superseded else 0 end) as sum,
      sum(count) as count,
      sum(case when previous >= first then 0 else count end) as units,
      sum(case when below.period = last then count else 0 end) as last,
      bit_or(1 << position) as months,
      sum(estimates - case when previous >= first then superseded_estimates else 0 end) as estimates
    from below
    join wanted on wanted.unit = below.org_unit and wanted.period = below.period
    join series on series.element = below.data_element and series.combo = below.option_combo
    group by series, place, kind
    having sum(count) > 0
  ),
  -- of a stock the units that report around the end of the target; else each of them once for every period
  spans as materialized (
    select target, kind, rollup_bucket(period) as bucket, count(*) as periods, count(*) filter (where period = last) as ends
    from native group by target, kind, rollup_bucket(period)
  ),
  expected as (
    select series, place, kind, sum(reporters * case when carries then ends else periods end) as expected
    from (
      select org_unit, bucket, data_element, kind, reporters from rollup_reporter
      where province = $1 and source = $2 and org_unit = any($5) and bucket = any(array(select distinct bucket from spans))
        and data_element = any($3) and reporters > 0
      ${hasPending ? "union all select * from pending_reporters" : ""}
    ) as reporter
    join (select place, unit, spans.* from place join spans using (target)) as span using (bucket, kind)
    join series on series.element = reporter.data_element and series.sums
    where span.unit = reporter.org_unit
    group by series, place, kind
  )
  select series, place, kind, coalesce(sum, 0) as sum, coalesce(count, 0)::int as count, coalesce(units, 0)::int as units,
         coalesce(last, 0)::int as last, coalesce(months, 0) as months, coalesce(estimates, 0)::int as estimates,
         coalesce(expected, 0)::int as expected
  from added full join expected using (series, place, kind)`;
}

/** Pending changes at the wanted units above those that made them. */
const pendingBelow = `
  pending as materialized (
    ${pendingCells(`source = $2 and data_element = any($3)
      and org_unit in (select org_unit from rollup_ancestor where province = $1 and ancestor = any($5))`)}
  ),
  asked_periods as materialized (select distinct period, kind, left(period, 4) as year from native),
  -- an element that only adds up needs no look at the values; totals made of parts and stocks do
  involved as materialized (
    select distinct pending.source, pending.data_element, pending.org_unit, pending.period
    from pending
    join rollup_element as element
      on element.province = $1 and element.data_element = pending.data_element
     and element.sums and not element.carries and element.partitions <> '{}'
    where pending.period in (select period from asked_periods)
    union all
    select stock.source, stock.data_element, stock.org_unit, asked_periods.period
    from (
      select distinct pending.source, pending.data_element, pending.org_unit, period_kind(pending.period) as kind,
                      left(pending.period, 4) as year
      from pending
      join rollup_element as element
        on element.province = $1 and element.data_element = pending.data_element and element.sums and element.carries
    ) as stock
    join asked_periods using (kind, year)
  ),
  -- of the changes too only those of the cells that are read
  involved_pending as (
    select pending.* from pending join involved using (source, data_element, org_unit, period)
  ),
  cells_now as materialized (${cellsNow("involved")}),
  ${cellsOnBothSides("cells_now", "involved_pending")},
  ${contributionsWhere("option_combo = any($4)")},
  moved as (
    select sign, org_unit, data_element, period, option_combo, previous, ${contributionAmounts.join(", ")}
    from contributions
    union all
    select 1, org_unit, pending.data_element, period, option_combo, '', value, count, estimates, 0, 0
    from pending
    join rollup_element as element
      on element.province = $1 and element.data_element = pending.data_element
     and element.sums and not element.carries and element.partitions = '{}'
  ),
  pending_days as materialized (
    select period, period_last_day(period) as day from (select distinct period from native) as periods
  ),
  pending_below as (
    select data_element, option_combo, ancestor.ancestor as org_unit, period, previous,
           sum(sign * sum) as sum, sum(sign * count)::int as count, sum(sign * estimates)::int as estimates,
           sum(sign * superseded) as superseded, sum(sign * superseded_estimates)::int as superseded_estimates
    from moved
    join pending_days using (period)
    join rollup_ancestor as ancestor
      on ancestor.province = $1 and ancestor.org_unit = moved.org_unit and ancestor.ancestor = any($5)
     and day between ancestor.valid_from and ancestor.valid_to
    where option_combo = any($4)
    group by data_element, option_combo, ancestor.ancestor, period, previous
  ),
  -- units that began to report with a pending change, or ceased to
  pending_reporters as (
    select ancestor.ancestor as org_unit, bucket, data_element, kind,
           sum((coalesce(own, 0) + count > 0)::int - (coalesce(own, 0) > 0)::int) as reporters
    from (
      select data_element, org_unit, rollup_bucket(period) as bucket, period_kind(period) as kind,
             sum(count) as count, max(period_last_day(period)) as day
      from pending group by data_element, org_unit, rollup_bucket(period), period_kind(period)
    ) as changed
    left join lateral (
      select own from rollup_reporter as reporter
      where province = $1 and source = $2 and reporter.org_unit = changed.org_unit
        and reporter.bucket = changed.bucket and reporter.data_element = changed.data_element
        and reporter.kind = changed.kind
      offset 0
    ) as known on true
    join rollup_ancestor as ancestor
      on ancestor.province = $1 and ancestor.org_unit = changed.org_unit and ancestor.ancestor = any($5)
     and day between ancestor.valid_from and ancestor.valid_to
    group by ancestor.ancestor, bucket, data_element, kind
  ),`;

/**
 * What units reported themselves: for totals what was reported as such, else the first partition with cells. The least
 * and the greatest of arrays stand for "the first by": they are found by hashing, without sorting all rows.
 */
export const ownReportsSql = `
  with ${wanted},
  parts as (
    select series, carries, org_unit, period,
      case when combo <> '*' or option_combo = '' then 0
           else array_position(partitions, combo_dimensions(option_combo)) end as rank,
      sum(value) as value, max(estimate::int) as estimates
    from data_value
    join series on series.element = data_element and (combo = option_combo or combo = '*')
    where province = $1 and source = $2 and ${listed}
    group by series, carries, org_unit, period, rank
  ),
  cells as (
    select series, carries, org_unit, period, min(array[rank, value, estimates]) as cell
    from parts where rank is not null
    group by series, carries, org_unit, period
  )
  select series, place, kind,
    case when carries then (max(array[position, cell[2]]))[2] else sum(cell[2]) end as sum,
    count(*)::int as count, 1 as units, sum((cells.period = last)::int)::int as last, bit_or(1 << position) as months,
    case when carries then (max(array[position, cell[3]]))[2] else sum(cell[3]) end::int as estimates, 0 as expected
  from cells join wanted on wanted.unit = cells.org_unit and wanted.period = cells.period
  group by series, place, kind, carries`;
