import type { Database } from "./database.ts";
import { followMarks } from "./rollup-follow.ts";
import { lockRollup } from "./rollup-lock.ts";
import { listDifferences, rebuildElements, type RollupDifference } from "./rollup-rebuild.ts";

/** What a comparison of the rollup with the values found. */
export interface RollupCheck {
  readonly differences: number;
  /** The first hundred. */
  readonly examples: readonly RollupDifference[];
  /** The elements whose rollup was made anew. */
  readonly repaired: readonly string[];
}

const elementsAtOnce = 20;
const mostExamples = 100;

/**
 * Compares the whole rollup with the raw values and, with `repair`, makes anew what differs. Elements are taken a few
 * at a time, so that nobody who folds waits long.
 */
export async function checkRollup(
  db: Database,
  province: string,
  { repair = false } = {},
): Promise<RollupCheck> {
  const found: RollupDifference[] = [];
  const repaired: string[] = [];
  const elements = await listKnownElements(db, province);
  for (let at = 0; at < elements.length; at += elementsAtOnce) {
    await db.transaction(async (tx) => {
      await lockRollup(tx, province);
      await followMarks(tx, province);
      const differences = await listDifferences(tx, province, elements.slice(at, at + elementsAtOnce));
      found.push(...differences);
      const broken = [...new Set(differences.map(({ element }) => element))];
      if (!repair || broken.length === 0) return;
      await rebuildElements(tx, province, broken);
      repaired.push(...broken);
    });
  }
  return { differences: found.length, examples: found.slice(0, mostExamples), repaired };
}

/** Of the catalogue, of the values and of the rollup: what is in one and not in another is found too. */
async function listKnownElements(db: Database, province: string): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select id from data_element where province = $1
     union select data_element from data_value where province = $1
     union select data_element from rollup where province = $1
     union select data_element from rollup_reporter where province = $1 order by id`,
    [province],
  );
  return rows.map(({ id }) => id);
}
