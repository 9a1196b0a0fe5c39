import type { Database, Transaction } from "./database.ts";
import {
  cellsNow, cellsOnBothSides, contributionsOfCells, pendingCells, spreadOfContributions,
} from "./rollup-contributions.ts"; // prettier-ignore
import { followMarks } from "./rollup-follow.ts";
import { expectAnyRows, expectManyRows, lockRollup, tryLockRollup } from "./rollup-lock.ts";
import {
  emptiedRows, removeEmptied, reporterMovements, writtenReporters, writtenRows, type EmptiedRow,
} from "./rollup-rows.ts"; // prettier-ignore

/** About so many changes are folded in one transaction: long enough to be worth it, short enough to lose. */
const batchSize = 200_000;
/** After so many the table of changes is worth shrinking. */
const bulk = 100_000;

/**
 * Folds what is pending into the rollup, batch by batch, each in a transaction of its own: after a crash the next
 * call goes on. One folder at a time; with `wait: false` nothing happens while another one works. Answers how many
 * changes were folded.
 */
export async function foldRollup(db: Database, province: string, { wait = true } = {}): Promise<number> {
  let folded = 0;
  for (;;) {
    const count = await db.transaction(async (tx) => {
      if (wait) await lockRollup(tx, province);
      else if (!(await tryLockRollup(tx, province))) return 0;
      return foldBatch(tx, province);
    });
    if (count === 0) break;
    folded += count;
  }
  if (folded > bulk) await db.query("vacuum rollup_delta");
  return folded;
}

/** Folds all that a transaction sees, its own writes included, before it commits. */
export async function foldWithin(tx: Transaction, province: string): Promise<void> {
  await lockRollup(tx, province);
  while ((await foldBatch(tx, province)) > 0);
}

async function foldBatch(tx: Transaction, province: string): Promise<number> {
  await followMarks(tx, province);
  const units = await nextUnits(tx, province);
  if (units.length === 0) return 0;
  await expectManyRows(tx);
  const [done] = await tx.query<{ folded: number; emptied: EmptiedRow[] | null }>(foldSql, [province, units]);
  await expectAnyRows(tx);
  await removeEmptied(tx, province, done?.emptied ?? []);
  return done?.folded ?? 0;
}

/** All changes of a unit are folded at once, because totals and stocks are made of several of its cells. */
async function nextUnits(tx: Transaction, province: string): Promise<string[]> {
  const waiting = await tx.query<{ unit: string }>(
    `select org_unit as unit from (
       select org_unit, sum(count(*)) over (order by org_unit) - count(*) as before
       from rollup_delta where province = $1 group by org_unit
     ) as waiting where before < $2`,
    [province, batchSize],
  );
  return waiting.map(({ unit }) => unit);
}

/**
 * One statement, therefore one snapshot: the values in force are the folded ones and just these changes. What they
 * contribute now less what they contributed before goes up the tree. $2: the units whose changes are folded.
 */
const foldSql = `
  with pending as materialized (${pendingCells("org_unit = any($2)")}),
  touched as (
    select distinct source, data_element, org_unit, left(period, 4) as year, period_kind(period) as kind from pending
  ),
  scope as (
    select source, data_element, org_unit, unnest(periods_of_year(year, kind)) as period from touched
  ),
  cells_now as materialized (${cellsNow("scope")}),
  ${cellsOnBothSides("cells_now", "pending")},
  ${contributionsOfCells},
  ${spreadOfContributions},
  ${writtenRows("spread")},
  ${reporterMovements},
  ${writtenReporters("reporter_changes")},
  gone as (delete from rollup_delta where province = $1 and org_unit = any($2) returning 1)
  select (select count(*)::int from gone) as folded,
         ${emptiedRows}`;
