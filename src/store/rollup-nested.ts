import { bucketOf, slotsOf } from "#domain/aggregate-slots.ts";
import type { Period } from "#domain/period.ts";
import type { Queryable } from "./database.ts";
import { changedCells, leafKey } from "./rollup-cells.ts";
import { above, entriesOfChanges, spreadOf } from "./rollup-entries.ts";
import type { SumsWanted } from "./rollup-read.ts";

/** A unit with reports of its own and reports below it, of one element: added together they would count twice. */
export interface NestedReports {
  readonly element: string;
  readonly unit: string;
}

/** Where reports of elements are nested in a half-year of any of the periods; changes not folded yet included. */
export async function listNestedReports(
  db: Queryable,
  { province, source, series, periods, isPending }: Omit<SumsWanted, "units">,
): Promise<NestedReports[]> {
  const elements = [...new Set(series.map(({ element }) => element))];
  const buckets = [...new Map(periods.flatMap(bucketsOf).map((one) => [JSON.stringify(one), one])).values()];
  const parameters = [
    province, source, elements, buckets.map(({ year }) => year), buckets.map(({ bucket }) => bucket),
  ]; // prettier-ignore
  const folded = await db.query<NestedReports>(
    `select distinct data_element as element, org_unit as unit
     from rollup join unnest($4::text[], $5::int[]) as asked (year, bucket) using (year)
     where province = $1 and source = $2 and data_element = any($3) and nested is not null and bucket = any(nested)`,
    parameters,
  );
  if (!isPending) return folded;
  const near = await db.query<{ unit: string }>(unitsNearSql, parameters.slice(0, 4));
  if (near.length === 0) return folded;
  const pending = await db.query<NestedReports>(pendingNestedSql, [...parameters, near.map(({ unit }) => unit)]); // prettier-ignore
  return [...folded, ...pending];
}

function bucketsOf(period: Period): { year: string; bucket: number }[] {
  return slotsOf(period).flatMap(({ kind, first, last }) =>
    [first, last].map((position) => ({ year: period.slice(0, 4), bucket: bucketOf(kind, position) })),
  );
}

/**
 * Units that report themselves above others, with changes pending at them or below them: the only ones where pending
 * changes may have come to be nested. They are few.
 */
const unitsNearSql = `
  with changed as (
    select distinct org_unit from rollup_delta
    where province = $1 and source = $2 and data_element = any($3) and left(period, 4) = any($4)
  ),
  near as (
    select org_unit, true as is_changed from changed
    union all select distinct ancestor, false from rollup_ancestor join changed using (org_unit) where province = $1
  )
  select distinct org_unit as unit from near
  where exists (select from rollup_ancestor where province = $1 and ancestor = near.org_unit)
    and (is_changed or exists (select from rollup_reporter as own
                               where own.province = $1 and own.source = $2 and own.org_unit = near.org_unit
                                 and own.year = any($4)))`;

/** Of these units ($6): elements that they report in a half-year in which somebody below them does too. */
const pendingNestedSql = `
  with ${changedCells("source = $2 and data_element = any($3) and left(period, 4) = any($4)")},
  ${entriesOfChanges("false")},
  ${spreadOf({ edges: above("edge.ancestor = any($6)") })},
  own as (
    select ${leafKey}, rollup_bucket(kind, position) as bucket
    from cells_after join leaves using (leaf) join parts using (part, kind) where org_unit = any($6)
    union
    select ${leafKey}, rollup_bucket(kind, position) from rollup_reporter as folded, unnest(positions) as position
    where province = $1 and source = $2 and data_element = any($3) and year = any($4) and org_unit = any($6)
      and not exists (select from leaves join parts using (part, kind)
                      where (folded.source, folded.org_unit, folded.year, folded.data_element, folded.kind)
                            = (parts.source, leaves.org_unit, parts.year, parts.data_element, parts.kind))
  ),
  below as (
    select ${leafKey}, rollup_bucket(kind, slot) as bucket
    from (
      select ${leafKey}, slot, count from spread
      union all
      select ${leafKey}, slot::int, count from rollup cross join lateral unnest(counts) with ordinality as slots (count, slot)
      where province = $1 and source = $2 and data_element = any($3) and year = any($4) and org_unit = any($6)
        and option_combo = '+'
    ) as slots
    join rollup_slots() using (kind, slot)
    where first = last
    group by ${leafKey}, slot
    having sum(count) > 0
  )
  select distinct data_element as element, org_unit as unit
  from own join below using (${leafKey}, bucket)
  join unnest($4::text[], $5::int[]) as asked (year, bucket) using (year, bucket)`;
