import type { Queryable } from "./database.ts";
import { cell, rowKey } from "./rollup-cells.ts";

const keys = rowKey.split(", ");
const alike = (one: string, other: string, names = keys) =>
  names.map((name) => `${one}.${name} = ${other}.${name}`).join(" and ");
const withoutCombo = keys.filter((name) => name !== "option_combo");

/** Rows of a table that `spread` may change. The lists lead to them by the index, however wrong an estimate. */
const reached = (table: string) => `
  select * from ${table}
  where province = $1 and source = any(array['reported', 'illustrative'])
    and org_unit = any(array(select distinct org_unit::text from spread))
    and year = any(array(select distinct year from spread))
    and data_element = any(array(select distinct data_element::text from spread))`;

const sumOf = (name: string, more: string) => `array_agg(coalesce(kept.${name}[slot], 0) + coalesce(${more}, 0) order by slot) as ${name}`; // prettier-ignore

/**
 * CTEs that add `spread` to the rows of the rollup. Rows in which nothing stands any more go away, so that a rebuilt
 * rollup is the same row by row. Only the holder of the rollup's lock writes, so that rows may be read first.
 */
export const writeSpread = `
  reached as materialized (${reached("rollup")}),
  reporting as materialized (
    select ${withoutCombo.join(", ")}, slot, count from spread where option_combo = '+'
  ),
  -- who is expected stands in every row of the element
  touched as (
    select ${rowKey} from spread
    union
    select ${keys.map((name) => `reached.${name}`).join(", ")}
    from reached join (select distinct ${withoutCombo.join(", ")} from reporting) as moved using (${withoutCombo.join(", ")})
  ),
  merged as materialized (
    select ${rowKey}, ${sumOf("sums", "spread.sum")}, ${sumOf("counts", "spread.count")}, ${sumOf("lasts", "spread.last")},
           ${sumOf("estimates", "spread.estimates")},
           array_agg(coalesce(plus.counts[slot], 0) + coalesce(reporting.count, 0) order by slot) as expected
    from touched
    join rollup_slots() using (kind)
    left join spread using (${rowKey}, slot)
    left join reporting using (${withoutCombo.join(", ")}, slot)
    left join reached as kept using (${rowKey})
    left join (select ${withoutCombo.join(", ")}, counts from reached where option_combo = '+') as plus
      using (${withoutCombo.join(", ")})
    group by ${rowKey}
  ),
  written as (
    insert into rollup (province, ${rowKey}, sums, counts, lasts, estimates, expected)
    select $1, ${rowKey}, sums, counts, lasts, estimates, expected from merged where 0 <> any(counts)
    on conflict (province, ${rowKey}) do update
      set sums = excluded.sums, counts = excluded.counts, lasts = excluded.lasts, estimates = excluded.estimates,
          expected = excluded.expected
  ),
  emptied as (
    delete from rollup using (select * from merged where not 0 <> any(counts)) as merged
    where rollup.province = $1 and ${alike("rollup", "merged")}
      and rollup.source = any(array(select source::text from merged where not 0 <> any(counts)))
      and rollup.org_unit = any(array(select org_unit::text from merged where not 0 <> any(counts)))
      and rollup.year = any(array(select year from merged where not 0 <> any(counts)))
      and rollup.data_element = any(array(select data_element::text from merged where not 0 <> any(counts)))
  )`;

/** CTEs that put `cells_after` in place of what `leaves` had reported. */
export const writeReports = `
  reports as materialized (
    select leaf, option_combo, array_agg(position) as positions, array_agg(value) as amounts,
           array_agg(position) filter (where estimate) as estimates
    from (select ${cell} from cells_after) as cell group by leaf, option_combo
  ),
  reported as (
    insert into rollup_reporter (province, ${rowKey}, positions, amounts, estimates)
    select $1, ${rowKey.replace("kind", "parts.kind")}, positions, amounts, estimates
    from reports join leaves using (leaf) join parts using (part)
    on conflict (province, ${rowKey}) do update
      set positions = excluded.positions, amounts = excluded.amounts, estimates = excluded.estimates
  ),
  -- cells that had reports and have none any more
  silent as materialized (
    select ${rowKey.replace("kind", "parts.kind")}
    from (select leaf, option_combo from cells_before where is_marked except select leaf, option_combo from reports) as cells
    join leaves using (leaf) join parts using (part)
  ),
  silenced as (
    delete from rollup_reporter as kept using silent
    where kept.province = $1 and ${alike("kept", "silent")}
      and kept.source = any(array(select source::text from silent))
      and kept.org_unit = any(array(select org_unit::text from silent))
      and kept.year = any(array(select year from silent))
      and kept.data_element = any(array(select data_element::text from silent))
  )`;

/** Which rows a statement changed, as wide as they are asked for afterwards. */
export interface Reach {
  readonly elements: readonly string[];
  readonly units: readonly string[];
  readonly years: readonly string[];
}

/** The reach of a statement with `leaves` and `spread`. */
export const reachOf = `
  array(select distinct data_element::text from parts) as elements,
  array(select org_unit::text from leaves union select org_unit from spread) as units,
  array(select distinct year from parts) as years`;

/** Marks the half-years in which a unit reported an element as well as somebody below it. */
export async function markNested(tx: Queryable, province: string, reach: Reach): Promise<void> {
  const { elements, units, years } = reach;
  await tx.query(
    `with below as materialized (
       select ${rowKey}, nested, counts from rollup
       where province = $1 and source = any(array['reported', 'illustrative']) and org_unit = any($3) and year = any($4)
         and data_element = any($2) and option_combo = '+'
     ),
     own as (
       select distinct source, org_unit, year, data_element, kind, rollup_bucket(kind, position) as bucket
       from rollup_reporter, unnest(positions) as position
       where province = $1 and source = any(array['reported', 'illustrative']) and year = any($4)
         and data_element = any($2) and org_unit = any(array(select distinct org_unit::text from below))
     ),
     found as (
       select ${rowKey}, array_agg(distinct bucket order by bucket) as nested
       from below join own using (source, org_unit, year, data_element, kind)
       where exists (select from rollup_slots() as slot
                     where slot.kind = below.kind and slot.first = slot.last
                       and rollup_bucket(slot.kind, slot.slot) = bucket and counts[slot.slot] > 0)
       group by ${rowKey}
     )
     update rollup set nested = changed.found
     from (select ${rowKey}, found.nested as found
           from below left join found using (${rowKey})
           where below.nested is distinct from found.nested) as changed
     where rollup.province = $1
       and ${alike("rollup", "changed")}`, // prettier-ignore
    [province, elements, units, years],
  );
}
