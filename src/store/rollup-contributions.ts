/**
 * SQL that says what values add to the units above the one that reported them: the one definition behind folding,
 * following, checking and reading. `$1` is the province everywhere; a `sign` of -1 takes off what was there before.
 */

/** The pending changes of cells, added up; `where` narrows rollup_delta. */
export function pendingCells(where: string): string {
  return `
    select source, data_element, org_unit, period, option_combo,
           sum(amount) as value, sum(count) as count, sum(estimates) as estimates
    from rollup_delta where province = $1 and ${where}
    group by source, data_element, org_unit, period, option_combo`;
}

/** The values in force of a scope (source, data_element, org_unit, period); each looked up, never searched for. */
export function cellsNow(scope: string): string {
  return `
    select scope.source, scope.data_element, scope.org_unit, scope.period, value.option_combo, value.value,
           value.estimate::int as estimates
    from ${scope} as scope
    cross join lateral (
      select option_combo, value, estimate from data_value as value
      where value.province = $1 and value.data_element = scope.data_element and value.period = scope.period
        and value.org_unit = scope.org_unit and value.source = scope.source
      offset 0
    ) as value`;
}

/** The same cells as the rollup knows them: changes taken back, deletions too, and without what is new. */
export function cellsBefore(now: string, pending: string): string {
  const key = "source, data_element, org_unit, period, option_combo";
  return `
    select ${key}, now.value - coalesce(pending.value, 0) as value,
           now.estimates - coalesce(pending.estimates, 0) as estimates
    from ${now} as now left join ${pending} as pending using (${key})
    where coalesce(pending.count, 0) = 0
    union all
    select ${key}, -value, -estimates from ${pending} where count = -1`;
}

/** CTE `cells`: those in force and, taken off, those before. */
export function cellsOnBothSides(now: string, pending: string): string {
  return `
  cells as materialized (
    select 1 as sign, cells_now.* from ${now} as cells_now
    union all
    select -1, cells_before.* from (${cellsBefore(now, pending)}) as cells_before
  )`;
}

/**
 * CTEs from `cells` (sign, source, data_element, org_unit, period, option_combo, value, estimates) to `contributions`
 * (sign, source, data_element, org_unit, period, option_combo, previous, sum, count, estimates, superseded,
 * superseded_estimates). Of stocks the cells of whole years are needed.
 */
export const contributionsOfCells = contributionsWhere("true");

/** The same for some of the cells and totals only: `where` narrows `option_combo`. */
export function contributionsWhere(where: string): string {
  return `
  summed as (
    select cells.*, element.carries, element.partitions
    from cells join rollup_element as element
      on element.province = $1 and element.data_element = cells.data_element and element.sums
  ),
  -- a unit's total is what it reported as total; else the sum of the first partition it reported cells of
  totals as (
    select distinct on (sign, source, data_element, org_unit, period)
      sign, source, data_element, org_unit, period, '*' as option_combo, value, estimates, carries
    from (
      select sign, source, data_element, org_unit, period, carries, rank, sum(value) as value, max(estimates) as estimates
      from (
        select summed.*, case when option_combo = '' then 0
                              else array_position(partitions, combo_dimensions(option_combo)) end as rank
        from summed where partitions <> '{}'
      ) as ranked
      where rank is not null
      group by sign, source, data_element, org_unit, period, carries, rank
    ) as sums
    order by sign, source, data_element, org_unit, period, rank
  ),
  resolved as (
    select sign, source, data_element, org_unit, period, option_combo, value, estimates, carries from summed
    where ${where}
    union all
    select sign, source, data_element, org_unit, period, option_combo, value, estimates, carries from totals
    where ${where}
  ),
  contributions as (
    select sign, source, data_element, org_unit, period, option_combo, '' as previous,
           value as sum, 1 as count, estimates, 0::numeric as superseded, 0 as superseded_estimates
    from resolved where not carries
    union all
    select sign, source, data_element, org_unit, period, option_combo, coalesce(lag(period) over reports, ''),
           value, 1, estimates, coalesce(lag(value) over reports, 0), coalesce(lag(estimates) over reports, 0)
    from resolved where carries
    window reports as (
      partition by sign, source, data_element, org_unit, option_combo, left(period, 4), period_kind(period)
      order by period)
  )`;
}

/** What identifies a contribution beside the unit, and what of it adds up. */
export const contributionKeys = "source, data_element, period, option_combo, previous";
export const contributionAmounts = [
  "sum",
  "count",
  "estimates",
  "superseded",
  "superseded_estimates",
] as const;

/** The sums of contributions with their signs, and that one of them is not zero. */
export const signedSums = contributionAmounts.map((name) => `sum(sign * ${name}) as ${name}`).join(", ");
export const someSigned = contributionAmounts.map((name) => `sum(sign * ${name}) <> 0`).join(" or ");

/** CTE `spread`: `contributions` at every unit above, on the tree of each period's last day. */
export const spreadOfContributions = `
  days as materialized (
    select period, period_last_day(period) as day from (select distinct period from cells) as periods
  ),
  spread as (
    select ancestor.ancestor as org_unit, ${contributionKeys}, ${signedSums}
    from contributions
    join days using (period)
    join rollup_ancestor as ancestor
      on ancestor.province = $1 and ancestor.org_unit = contributions.org_unit
     and days.day between ancestor.valid_from and ancestor.valid_to
    group by ancestor.ancestor, ${contributionKeys}
    having ${someSigned}
  )`;
