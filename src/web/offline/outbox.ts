import type { HandIn } from "#contract/submission.ts";
import { openLocalDatabase, type FormId, type LocalHandIn } from "./local-database.ts";

/** Puts a hand-in on its way. On the disk before anything else: once somebody saw "đã lưu" it is not lost. */
export async function queueHandIn(form: FormId, account: string, body: HandIn): Promise<LocalHandIn> {
  const handIn: LocalHandIn = { id: body.id, form, account, body, madeAt: new Date().toISOString() };
  const db = await openLocalDatabase();
  const tx = db.transaction("handIns", "readwrite", { durability: "strict" });
  // A newer hand-in of the same form takes the place of one that never left.
  for (const older of await tx.store.index("form").getAll(form))
    if (older.answer !== undefined) await tx.store.delete(older.id);
  await tx.store.put(handIn);
  await tx.done;
  return handIn;
}

/** Those without an answer, oldest first. */
export async function listWaiting(): Promise<LocalHandIn[]> {
  const db = await openLocalDatabase();
  const all = await db.getAll("handIns");
  return all.filter(({ answer }) => answer === undefined).toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : 1));
}

/** The latest hand-in of a form on this machine, answered or not. */
export async function findHandIn(form: FormId): Promise<LocalHandIn | undefined> {
  const db = await openLocalDatabase();
  const all = await db.getAllFromIndex("handIns", "form", form);
  return all.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0];
}

export async function keepAnswer(
  handIn: LocalHandIn,
  answer: NonNullable<LocalHandIn["answer"]>,
): Promise<void> {
  const db = await openLocalDatabase();
  await db.put("handIns", { ...handIn, answer });
}

/** The person has read the answer; the form goes on without it. */
export async function dropHandIn(id: string): Promise<void> {
  const db = await openLocalDatabase();
  await db.delete("handIns", id);
}
