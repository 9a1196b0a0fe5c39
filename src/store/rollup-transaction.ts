import type { Database, Queryable, Transaction } from "./database.ts";
import { foldRollup } from "./rollup-fold.ts";
import { followMarks } from "./rollup-follow.ts";
import { expectManyRows, lockRollup } from "./rollup-lock.ts";

/** What a reader knows of the moment it reads. */
export interface Moment {
  /** Names the state of units, successions and elements; no other state anywhere has the same name. */
  readonly catalogueVersion: string | undefined;
  /** Whether reading may be given up with `LongQueue`; not a second time. */
  readonly mayFold: boolean;
}

/**
 * Thrown by a reader that meets many changes: to fold them once costs about as much as to look through them once, and
 * everybody who asks afterwards is spared it.
 */
export class LongQueue extends Error {
  override readonly name = "LongQueue";
  readonly elements: readonly string[];

  constructor(elements: readonly string[]) {
    super("many changes are to be folded before they are read");
    this.elements = elements;
  }
}

/**
 * Reads the rollup as of one moment: all statements of `work` see the same values, changes and tree. A tree or element
 * changed since is followed first, and where `work` meets a `LongQueue`, that is folded first.
 */
export async function readRollup<T>(
  db: Database,
  province: string,
  work: (tx: Transaction, moment: Moment) => Promise<T>,
): Promise<T> {
  let mayFold = true;
  for (;;) {
    try {
      const answer = await readOnce(db, province, mayFold, work);
      if (answer) return answer.value;
      // Whoever reads: what the rollup is made of must all be seen.
      await db.asOwner().transaction(async (tx) => {
        await lockRollup(tx, province);
        await followMarks(tx, province);
      });
    } catch (error) {
      if (!mayFold || !(error instanceof LongQueue)) throw error;
      await foldRollup(db.asOwner(), province, { elements: error.elements });
      mayFold = false;
    }
  }
}

/** Nothing when something has to be followed first. */
async function readOnce<T>(
  db: Database,
  province: string,
  mayFold: boolean,
  work: (tx: Transaction, moment: Moment) => Promise<T>,
): Promise<{ readonly value: T } | undefined> {
  return db.transaction(async (tx) => {
    await tx.query("set transaction isolation level repeatable read, read only");
    await expectManyRows(tx);
    const { isMarked, version } = await readMarks(tx, province);
    if (isMarked) return undefined;
    return { value: await work(tx, { catalogueVersion: version ?? undefined, mayFold }) };
  });
}

interface Marks {
  readonly isMarked: boolean;
  readonly version: string | null;
}

async function readMarks(tx: Queryable, province: string): Promise<Marks> {
  const [marks] = await tx.query<Marks>(
    `select coalesce(bool_or(kind <> 'catalogue'), false) as "isMarked",
            count(*) filter (where kind = 'catalogue') || ' ' || sum(number) filter (where kind = 'catalogue') as version
     from rollup_mark where province = $1`,
    [province],
  );
  if (!marks) throw new Error("the marks are missing");
  return marks;
}
