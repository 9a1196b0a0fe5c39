import type { Database, Transaction } from "./database.ts";
import { foldElements } from "./rollup-fold-elements.ts";
import { followMarks } from "./rollup-follow.ts";
import { lockRollup, tryLockRollup } from "./rollup-lock.ts";

/** About so many changes are folded in one transaction: long enough to be worth it, short enough to lose. */
const batchSize = 50_000;
/** After so many the tables are worth tidying up. */
const bulk = 20_000;

/**
 * Folds what is pending into the rollup, batch by batch, each in a transaction of its own: after a crash the next
 * call goes on. One folder at a time; with `wait: false` nothing happens while another one works. `elements` are folded
 * alone. Answers how many changes were folded: a unit's reports of one element for one period count as one.
 */
export async function foldRollup(
  db: Database,
  province: string,
  { wait = true, elements }: { readonly wait?: boolean; readonly elements?: readonly string[] } = {},
): Promise<number> {
  let folded = 0;
  for (;;) {
    const count = await db.transaction(async (tx) => {
      if (wait) await lockRollup(tx, province);
      else if (!(await tryLockRollup(tx, province))) return 0;
      return foldBatch(tx, province, elements);
    });
    if (count === 0) break;
    folded += count;
  }
  if (folded > bulk && !elements) await db.query("vacuum (analyze) rollup_delta, rollup, rollup_reporter");
  return folded;
}

/** Folds all that a transaction sees, its own writes included, before it commits. */
export async function foldWithin(tx: Transaction, province: string): Promise<void> {
  await lockRollup(tx, province);
  let folded = 0;
  for (let count = -1; count !== 0; folded += count) count = await foldBatch(tx, province);
  if (folded > bulk) await tx.query("analyze rollup, rollup_reporter");
}

async function foldBatch(tx: Transaction, province: string, among?: readonly string[]): Promise<number> {
  await followMarks(tx, province);
  const elements = await nextElements(tx, province, among);
  return elements.length === 0 ? 0 : foldElements(tx, province, elements);
}

/** All changes of an element are folded at once: the values of one lie together. */
async function nextElements(
  tx: Transaction,
  province: string,
  among: readonly string[] | undefined,
): Promise<string[]> {
  const waiting = await tx.query<{ element: string }>(
    `select data_element as element from (
       select data_element, sum(count(*)) over (order by data_element) - count(*) as before
       from rollup_delta join rollup_element using (province, data_element)
       where province = $1 and ($3::text[] is null or data_element = any($3)) group by data_element
     ) as waiting where before < $2`,
    [province, batchSize, among ?? null],
  );
  return waiting.map(({ element }) => element);
}
