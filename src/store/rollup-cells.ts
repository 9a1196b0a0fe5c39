/**
 * SQL that gathers cells: what units reported, with the totals made of it. `$1` is the province everywhere.
 *
 * Names are long and cells are many, so that cells carry numbers: a *part* is an element's reports of one source, year
 * and kind of period, a *leaf* a part at one unit.
 */

/** What a part is, and what a leaf is. */
export const partKey = "source, data_element, year, kind";
export const leafKey = "source, org_unit, year, data_element, kind";
/** A row of the rollup and of the reports, but for the province. */
export const rowKey = "source, org_unit, year, data_element, option_combo, kind";

/** The columns of a cell. */
export const cell = "leaf, position, option_combo, value, estimate";

/** CTEs `parts`, `named` (the relation with its parts) and `leaves` of the `leafKey`s in a relation. */
export function leavesOf(relation: string): string {
  return `
  parts as materialized (
    select row_number() over ()::int as part, asked.*, sums, carries, partitions
    from (select distinct ${partKey} from ${relation} as relation) as asked
    join rollup_element as element on element.province = $1 and element.data_element = asked.data_element
  ),
  -- kept apart, because a planner who knows nothing of their numbers would join the leaves first
  named as materialized (select part, sums, carries, partitions, relation.* from ${relation} as relation join parts using (${partKey})),
  leaves as materialized (
    select row_number() over ()::int as leaf, asked.*
    from (select distinct part, org_unit, kind, sums, carries, partitions from named) as asked
  )`;
}

/**
 * CTEs from rollup_delta (`where` narrows it) to the cells of changed periods as they are now (`cells_now`), all cells
 * of the changed leaves as the rollup knows them (`cells_before`, with `is_marked` where the period changed) and as
 * they ought to be (`cells_after`). Totals (`'*'`) are among the cells.
 */
export function changedCells(where: string): string {
  return `
  changes as materialized (
    select distinct source, data_element, org_unit, period, left(period, 4) as year, period_kind(period) as kind,
           period_position(period) as position
    from rollup_delta where province = $1 and ${where}
  ),
  ${leavesOf("changes")},
  marked as materialized (
    select leaf, position, source, data_element, org_unit, period from named join leaves using (part, org_unit)
  ),
  -- each looked up, never searched for
  values_now as materialized (
    select leaf, position, found.*
    from marked
    cross join lateral (
      select option_combo, value, estimate from data_value as value
      where value.province = $1 and value.data_element = marked.data_element and value.period = marked.period
        and value.org_unit = marked.org_unit and value.source = marked.source
      offset 0
    ) as found
  ),
  ${withTotals("values_now", "cells_now")},
  cells_before as materialized (
    select leaf, before.position, option_combo, value, estimate, marked.leaf is not null as is_marked
    from (${reportedCells}) as before left join marked using (leaf, position)
  ),
  cells_after as materialized (
    select ${cell} from cells_now
    union all
    select ${cell} from cells_before where not is_marked
  )`;
}

/** The cells of `leaves` as the rollup knows them. The lists lead to the rows by the index, however wrong an estimate. */
export const reportedCells = `
  select leaf, cell.position, option_combo, cell.value, cell.position = any(coalesce(estimates, '{}')) as estimate
  from rollup_reporter as own
  join parts using (${partKey})
  join leaves using (part, org_unit)
  cross join lateral unnest(positions, amounts) as cell (position, value)
  where own.province = $1 and own.source = any(array['reported', 'illustrative'])
    and own.org_unit = any(array(select distinct org_unit::text from leaves))
    and own.year = any(array(select distinct year from parts))
    and own.data_element = any(array(select distinct data_element::text from parts))`;

/** CTE `name`: the cells of `from` and the total of each unit: what it reported as such, else a sum of parts. */
export function withTotals(from: string, name: string): string {
  return `
  -- of several partitions the first counts that any cell was reported of
  ranked as materialized (
    select leaf, position, rank, sum(value) as value, bool_or(estimate) as estimate
    from (
      select leaf, position, value, estimate, case when option_combo = '' then 0
             else array_position(partitions, combo_dimensions(option_combo)) end as rank
      from ${from} join leaves using (leaf) where partitions <> '{}'
    ) as cells
    where rank is not null
    group by leaf, position, rank
  ),
  ${name} as materialized (
    select ${cell} from ${from}
    union all
    select leaf, position, '*', value, estimate from ranked
    where not exists (select from ranked as earlier where earlier.leaf = ranked.leaf
                      and earlier.position = ranked.position and earlier.rank < ranked.rank)
  )`;
}
