import type { Queryable } from "./database.ts";
import { cell, leafKey, leavesOf, reportedCells, rowKey, withTotals } from "./rollup-cells.ts";
import { entriesOf, spreadOf } from "./rollup-entries.ts";
import { foldElements } from "./rollup-fold-elements.ts";

/** Makes the rollup of some elements anew, with what is pending. For the holder of the rollup's lock. */
export async function rebuildElements(
  tx: Queryable,
  province: string,
  elements: readonly string[],
): Promise<void> {
  const parameters = [province, elements];
  await tx.query("delete from rollup where province = $1 and data_element = any($2)", parameters);
  await tx.query("delete from rollup_reporter where province = $1 and data_element = any($2)", parameters);
  await tx.query(
    `insert into rollup_delta
     select distinct province, data_element, org_unit, period, source from data_value
     where province = $1 and data_element = any($2)`,
    parameters,
  );
  await foldElements(tx, province, elements);
}

/** Where the rollup and the values disagree. */
export interface RollupDifference {
  readonly table: "rollup" | "rollup_reporter";
  readonly element: string;
  readonly orgUnit: string;
  readonly year: string;
  readonly kept: string | null;
  readonly recomputed: string | null;
}

/** Compares the rollup of some elements with their values, row by row. For the holder of the rollup's lock. */
export async function listDifferences(
  tx: Queryable,
  province: string,
  elements: readonly string[],
): Promise<RollupDifference[]> {
  const [reports, sums] = await Promise.all([
    tx.query<RollupDifference>(reportDifferencesSql, [province, elements]),
    tx.query<RollupDifference>(sumDifferencesSql, [province, elements]),
  ]);
  return [...reports, ...sums];
}

const reportsAsText = "string_agg(concat(position, ':', trim_scale(value), case when estimate then '~' end), ' ' order by position)"; // prettier-ignore
const sumsAsText = "string_agg(concat_ws(' ', slot || ':', trim_scale(sum), count, last, estimates, coalesce(expect, 0)), ', ' order by slot)"; // prettier-ignore

/** What units reported against the values; what is pending is not expected to agree. */
const reportDifferencesSql = `
  with relevant as materialized (
    select source, data_element, org_unit, period, left(period, 4) as year, period_kind(period) as kind,
           period_position(period) as position, option_combo, value, estimate
    from data_value where province = $1 and data_element = any($2)
  ),
  ${leavesOf("relevant")},
  in_force as materialized (
    select leaf, position, option_combo, value, estimate
    from named join leaves using (part, org_unit)
  ),
  ${withTotals("in_force", "cells")},
  pending as (
    select distinct ${leafKey} from (
      select *, left(period, 4) as year, period_kind(period) as kind from rollup_delta
    ) as changes where province = $1 and data_element = any($2)
  )
  select 'rollup_reporter' as table, data_element as element, org_unit as "orgUnit", year, kept, recomputed
  from (
    select ${rowKey}, ${reportsAsText} as kept from rollup_folded_value
    where province = $1 and data_element = any($2) group by ${rowKey}
  ) as kept
  full join (
    select ${rowKey}, ${reportsAsText} as recomputed
    from cells join leaves using (leaf) join parts using (part, kind) group by ${rowKey}
  ) as recomputed using (${rowKey})
  left join pending using (${leafKey})
  where pending.year is null and kept is distinct from recomputed
  order by data_element, org_unit, year`;

/** Sums against what units reported. */
const sumDifferencesSql = `
  with reported as (
    select distinct ${leafKey} from rollup_reporter where province = $1 and data_element = any($2)
  ),
  ${leavesOf("reported")},
  cells as materialized (select 1 as sign, ${cell} from (${reportedCells}) as cell),
  ${entriesOf({ flows: "select * from cells", stocks: "select * from cells", present: "select * from cells" })},
  ${spreadOf()},
  filled as (
    select ${rowKey}, slot, sum, count, last, estimated as estimates, expect
    from rollup
    cross join lateral unnest(sums, counts, lasts, estimates, expected) with ordinality
      as slots (sum, count, last, estimated, expect, slot)
    where province = $1 and data_element = any($2) and (sum, count, last, estimated) <> (0, 0, 0, 0)
  ),
  expected as (select ${leafKey}, slot, count as expect from spread where option_combo = '+')
  select 'rollup' as table, data_element as element, org_unit as "orgUnit", year, kept, recomputed
  from (select ${rowKey}, ${sumsAsText} as kept from filled group by ${rowKey}) as kept
  full join (
    select ${rowKey}, ${sumsAsText} as recomputed from spread left join expected using (${leafKey}, slot) group by ${rowKey}
  ) as recomputed using (${rowKey})
  where kept is distinct from recomputed
  order by data_element, org_unit, year`;
