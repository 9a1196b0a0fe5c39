import type { Queryable } from "./database.ts";
import { cell, leafKey, leavesOf, reportedCells } from "./rollup-cells.ts";
import { entriesOf, spreadOf } from "./rollup-entries.ts";
import { expectAnyRows, expectManyRows } from "./rollup-lock.ts";
import { rebuildElements } from "./rollup-rebuild.ts";
import { markNested, reachOf, writeSpread, type Reach } from "./rollup-rows.ts";

/** So many elements at a time take a bounded amount of memory. */
const elementsAtOnce = 20;

/**
 * Brings the rollup after changes of the tree and of how elements add up. For the holder of the rollup's lock. A change
 * that comes in between leaves its own mark and is followed next time.
 */
export async function followMarks(tx: Queryable, province: string): Promise<void> {
  const marks = await tx.query<{ kind: "tree" | "elements" }>(
    "delete from rollup_mark where province = $1 and kind in ('tree', 'elements') returning kind",
    [province],
  );
  const kinds = new Set(marks.map(({ kind }) => kind));
  if (kinds.has("elements")) await followElements(tx, province);
  if (kinds.has("tree")) await followTree(tx, province);
  if (kinds.size > 0) await gatherMarks(tx, province);
}

/** After so many the marks of the catalogue, which are all read every time, become one. */
const mostMarks = 500;

async function gatherMarks(tx: Queryable, province: string): Promise<void> {
  await tx.query(
    `with gathered as (
       delete from rollup_mark where province = $1 and kind = 'catalogue'
         and (select count(*) from rollup_mark where province = $1) > $2
       returning 1
     )
     insert into rollup_mark (province, kind) select $1, 'catalogue' where exists (select from gathered)`,
    [province, mostMarks],
  );
}

async function followElements(tx: Queryable, province: string): Promise<void> {
  const changed = await tx.query<{ id: string; isKnown: boolean }>(
    `select data_element as id, kept.sums is not null as "isKnown"
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
  const known = changed.flatMap(({ id, isKnown }) => (isKnown ? id : [])); // all else is still pending
  for (let at = 0; at < known.length; at += elementsAtOnce) {
    await rebuildElements(tx, province, known.slice(at, at + elementsAtOnce));
  }
}

async function followTree(tx: Queryable, province: string): Promise<void> {
  await tx.query("create temporary table rollup_tree (like rollup_ancestor) on commit drop");
  await tx.query("insert into rollup_tree select * from rollup_ancestor_now where province = $1", [province]);
  await expectManyRows(tx);
  const [reach] = await tx.query<Reach>(moveUnitsSql, [province]);
  if (reach) await markNested(tx, province, reach);
  await expectAnyRows(tx);
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
 * Units that now stand elsewhere on some days take what they reported with them: away from where they stood on days
 * they no longer do, to where they newly stand. Only their own reports are read, and only those of years that changed.
 */
const moveUnitsSql = `
  with changed as materialized (
    select org_unit, ancestor, coalesce(now.days, '{}') - coalesce(kept.days, '{}') as gained,
           coalesce(kept.days, '{}') - coalesce(now.days, '{}') as lost
    from (${daysBelow("rollup_tree")}) as now
    full join (${daysBelow("rollup_ancestor")}) as kept using (org_unit, ancestor)
    where now.days is distinct from kept.days
  ),
  moved as (
    select distinct ${leafKey} from rollup_reporter as reporter
    where province = $1 and exists (
      select from changed where changed.org_unit = reporter.org_unit
        and daterange(make_date(year::int, 1, 1), make_date(year::int + 1, 1, 8)) && (gained + lost))
  ),
  ${leavesOf("moved")},
  cells as materialized (select 1 as sign, ${cell} from (${reportedCells}) as cell),
  ${entriesOf({ flows: "select * from cells", stocks: "select * from cells", present: "select * from cells" })},
  ${spreadOf({
    edges: "join changed as edge on edge.org_unit = placed.org_unit and day <@ (gained + lost)",
    factor: "case when day <@ gained then 1 else -1 end",
  })},
  ${writeSpread}
  select ${reachOf}`;
