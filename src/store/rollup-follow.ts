import type { Queryable } from "./database.ts";
import { cellsBefore, cellsNow, contributionAmounts, contributionKeys, contributionsOfCells, pendingCells } from "./rollup-contributions.ts"; // prettier-ignore
import { rebuildElements } from "./rollup-rebuild.ts";
import { emptiedRows, removeEmptied, writtenReporters, writtenRows, type EmptiedRow } from "./rollup-rows.ts";

/**
 * Brings the rollup after changes of the tree and of how elements add up. For the holder of the rollup's lock. A change
 * that comes in between leaves its own mark and is followed next time.
 */
export async function followMarks(tx: Queryable, province: string): Promise<void> {
  const marks = await tx.query<{ kind: "tree" | "elements" }>(
    "delete from rollup_mark where province = $1 returning kind",
    [province],
  );
  const kinds = new Set(marks.map(({ kind }) => kind));
  if (kinds.has("elements")) await followElements(tx, province);
  if (kinds.has("tree")) await followTree(tx, province);
}

/** Whether the tree or the elements changed since the rollup was made. */
export async function hasMarks(db: Queryable, province: string): Promise<boolean> {
  const [row] = await db.query<{ marked: boolean }>(
    "select exists (select from rollup_mark where province = $1) as marked",
    [province],
  );
  return row?.marked ?? false;
}

async function followElements(tx: Queryable, province: string): Promise<void> {
  const changed = await tx.query<{ id: string }>(
    `select data_element as id
     from (select * from rollup_element_now where province = $1) as now
     full join (select * from rollup_element where province = $1) as kept using (province, data_element)
     where (now.sums, now.carries, now.partitions) is distinct from (kept.sums, kept.carries, kept.partitions)`,
    [province],
  );
  if (changed.length === 0) return;
  const ids = changed.map(({ id }) => id);
  await tx.query("delete from rollup_element where province = $1 and data_element = any($2)", [
    province,
    ids,
  ]);
  await tx.query(
    `insert into rollup_element select province, data_element, sums, carries, partitions
     from rollup_element_now where province = $1 and data_element = any($2)`,
    [province, ids],
  );
  await rebuildElements(tx, province, ids);
}

async function followTree(tx: Queryable, province: string): Promise<void> {
  await tx.query("create temporary table rollup_tree (like rollup_ancestor) on commit drop");
  await tx.query("insert into rollup_tree select * from rollup_ancestor_now where province = $1", [province]);
  const [moved] = await tx.query<{ emptied: EmptiedRow[] | null }>(moveUnitsSql, [province]);
  await removeEmptied(tx, province, moved?.emptied ?? []);
  await tx.query("delete from rollup_ancestor where province = $1", [province]);
  await tx.query("insert into rollup_ancestor select * from rollup_tree");
  await tx.query("drop table rollup_tree");
}

/** The days on which a unit stood below another. */
function daysBelow(table: string): string {
  return `
    select org_unit, ancestor, range_agg(daterange(valid_from, valid_to, '[]')) as days
    from ${table} where province = $1 group by org_unit, ancestor`;
}

/**
 * Units that now stand elsewhere on some days take what they contributed with them: away from where they stood on days
 * they no longer do, to where they newly stand. Only their own folded values are read, and only years that changed.
 */
const moveUnitsSql = `
  with changed as materialized (
    select org_unit, ancestor, coalesce(now.days, '{}') as days_now, coalesce(kept.days, '{}') as days_before,
           coalesce(now.days, '{}') - coalesce(kept.days, '{}') as gained,
           coalesce(kept.days, '{}') - coalesce(now.days, '{}') as lost
    from (${daysBelow("rollup_tree")}) as now
    full join (${daysBelow("rollup_ancestor")}) as kept using (org_unit, ancestor)
    where now.days is distinct from kept.days
  ),
  touched as (
    select distinct source, data_element, org_unit, left(bucket, 4) as year, kind
    from rollup_reporter as reporter
    where province = $1 and own > 0 and exists (
      select from changed where changed.org_unit = reporter.org_unit
        and daterange(make_date(left(bucket, 4)::int, 1, 1), make_date(left(bucket, 4)::int + 1, 1, 8))
            && (gained + lost))
  ),
  pending as (${pendingCells("org_unit in (select org_unit from changed)")}),
  scope as (
    select source, data_element, org_unit, unnest(periods_of_year(year, kind)) as period from touched
  ),
  cells_now as (${cellsNow("scope")}),
  cells as materialized (
    select 1 as sign, cells_before.* from (${cellsBefore("cells_now", "pending")}) as cells_before
  ),
  ${contributionsOfCells},
  spread as (
    select changed.ancestor as org_unit, ${contributionKeys},
      ${contributionAmounts.map((name) => `sum(case when day <@ gained then ${name} else -${name} end) as ${name}`).join(", ")}
    from (select *, period_last_day(period) as day from contributions) as contribution
    join changed on changed.org_unit = contribution.org_unit and day <@ (gained + lost)
    group by changed.ancestor, ${contributionKeys}
  ),
  ${writtenRows("spread")},
  reporter_changes as (
    select source, ancestor as org_unit, bucket, data_element, kind, 0 as own,
           sum(values_now - values_before) as below,
           sum(least(values_now, 1) - least(values_before, 1)) as reporters
    from (
      select source, changed.org_unit, ancestor, rollup_bucket(period) as bucket, data_element, period_kind(period) as kind,
             count(*) filter (where day <@ days_now) as values_now,
             count(*) filter (where day <@ days_before) as values_before
      from (select *, period_last_day(period) as day from cells) as cell
      join changed on changed.org_unit = cell.org_unit
      group by source, changed.org_unit, ancestor, rollup_bucket(period), data_element, period_kind(period)
    ) as units
    where values_now <> values_before
    group by source, ancestor, bucket, data_element, kind
  ),
  ${writtenReporters("reporter_changes")}
  select ${emptiedRows}`;
