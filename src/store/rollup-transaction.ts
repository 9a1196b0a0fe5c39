import type { Database, Transaction } from "./database.ts";
import { followMarks, hasMarks } from "./rollup-follow.ts";
import { expectManyRows, lockRollup } from "./rollup-lock.ts";

/**
 * Reads the rollup as of one moment: all statements of `work` see the same values, changes and tree. A tree or element
 * changed since is followed first.
 */
export async function readRollup<T>(
  db: Database,
  province: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  for (;;) {
    const answer = await db.transaction(async (tx) => {
      await tx.query("set transaction isolation level repeatable read, read only");
      await expectManyRows(tx);
      return (await hasMarks(tx, province)) ? undefined : { value: await work(tx) };
    });
    if (answer) return answer.value;
    await db.transaction(async (tx) => {
      await lockRollup(tx, province);
      await followMarks(tx, province);
    });
  }
}
