import type { Queryable } from "./database.ts";
import { changedCells } from "./rollup-cells.ts";
import { entriesOfChanges, spreadOf } from "./rollup-entries.ts";
import { expectAnyRows, expectManyRows } from "./rollup-lock.ts";
import { markNested, reachOf, writeReports, writeSpread, type Reach } from "./rollup-rows.ts";

/** Folds all changes of some elements; those of unknown elements wait until they are known. For the holder of the rollup's lock. */
export async function foldElements(
  tx: Queryable,
  province: string,
  elements: readonly string[],
): Promise<number> {
  await expectManyRows(tx);
  const [done] = await tx.query<Reach & { readonly folded: number }>(foldSql, [province, elements]);
  if (done) await markNested(tx, province, done);
  await expectAnyRows(tx);
  return done?.folded ?? 0;
}

/**
 * One statement, therefore one snapshot: it sees the values and just the changes that led to them. What the changed
 * cells add up to now less what they added up to before goes up the tree. $2: elements.
 */
export const foldSql = `
  with ${changedCells("data_element = any($2)")},
  ${entriesOfChanges()},
  ${spreadOf()},
  ${writeSpread},
  ${writeReports},
  gone as (
    delete from rollup_delta using rollup_element as known
    where rollup_delta.province = $1 and rollup_delta.data_element = any($2)
      and known.province = $1 and known.data_element = rollup_delta.data_element
    returning 1
  )
  select (select count(*)::int from gone) as folded, ${reachOf}`;
