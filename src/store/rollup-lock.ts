import type { Queryable } from "./database.ts";

/** Any number that no other use of advisory locks has as its first. */
const lockClass = 7_489_112;

/** Waits until this transaction alone may change the rollup of a province. */
export async function lockRollup(tx: Queryable, province: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock($1, hashtext($2))", [lockClass, province]);
}

/** The same without waiting; `false` while another one has it. */
export async function tryLockRollup(tx: Queryable, province: string): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>(
    "select pg_try_advisory_xact_lock($1, hashtext($2)) as locked",
    [lockClass, province],
  );
  return row?.locked ?? false;
}

/**
 * Has the statements of this transaction planned for many rows: how many a list or a half-done sum will have is beyond
 * the planner's statistics, and a loop over two of them costs seconds where a hash costs milliseconds.
 */
export async function expectManyRows(tx: Queryable): Promise<void> {
  await tx.query(settings.map(([name, value]) => `set local ${name} to ${value}`).join("; "));
}

/** Ends that, for what else the transaction does. */
export async function expectAnyRows(tx: Queryable): Promise<void> {
  await tx.query(settings.map(([name]) => `set local ${name} to default`).join("; "));
}

const settings = [
  ["enable_nestloop", "off"],
  ["enable_mergejoin", "off"],
  ["enable_sort", "off"],
  ["jit", "off"],
  ["work_mem", "'64MB'"],
  ["random_page_cost", "1.1"],
] as const;
