import type { SaveDraftAnswer } from "#contract/submission.ts";
import { openLocalDatabase, type FormId, type LocalCell } from "./local-database.ts";

/**
 * Keeps what was typed, at once: one write for a key, nothing read first and nothing waited for, because under load a
 * queue of writes is what dies with the browser. `relaxed` survives a killed browser; `settleCells` asks the disk.
 */
export async function putCell(cell: LocalCell): Promise<void> {
  const db = await openLocalDatabase();
  const tx = db.transaction("cells", "readwrite", { durability: "relaxed" });
  void tx.store.put(cell);
  tx.commit();
  await tx.done;
}

/** Keeps many cells together, as a pasted block or "ghi 0": all or none. */
export async function putCells(cells: readonly LocalCell[]): Promise<void> {
  const db = await openLocalDatabase();
  const tx = db.transaction("cells", "readwrite", { durability: "relaxed" });
  for (const cell of cells) void tx.store.put(cell);
  tx.commit();
  await tx.done;
}

/** Waits until everything written so far is on the disk, so that a power cut takes nothing before it. */
export async function settleCells(): Promise<void> {
  const db = await openLocalDatabase();
  const tx = db.transaction("notes", "readwrite", { durability: "strict" });
  void tx.store.put(new Date().toISOString(), "settled");
  tx.commit();
  await tx.done;
}

export async function listCells(form: FormId): Promise<LocalCell[]> {
  const db = await openLocalDatabase();
  return db.getAllFromIndex("cells", "form", form);
}

export async function listUnsentCells(): Promise<LocalCell[]> {
  const db = await openLocalDatabase();
  const all = await db.getAll("cells");
  return all.filter(({ sent, revision }) => sent < revision);
}

/**
 * Notes what the server has. A cell that was typed into meanwhile stays unsent: its revision is higher. Where another
 * device was first, its version is kept beside the own one, which stays unsent until a person has chosen.
 */
export async function markSent(
  form: FormId,
  sent: readonly LocalCell[],
  { saved, conflicts }: Pick<SaveDraftAnswer, "saved" | "conflicts">,
): Promise<void> {
  const db = await openLocalDatabase();
  const tx = db.transaction("cells", "readwrite", { durability: "relaxed" });
  const revisions = new Map(saved.map(({ cell, revision }) => [cell, revision]));
  const others = new Map(conflicts.map((conflict) => [conflict.cell, conflict]));
  for (const { cell, account, revision } of sent) {
    const seen = revisions.get(cell);
    const other = others.get(cell);
    const now = await tx.store.get([form, account, cell]);
    if (now && seen !== undefined)
      await tx.store.put({ ...now, sent: Math.max(now.sent, revision), seen: Math.max(now.seen, seen) });
    else if (now && other)
      await tx.store.put({ ...now, theirs: { value: other.theirs, revision: other.revision, by: other.by, at: other.at } }); // prettier-ignore
  }
  await tx.done;
}

/** Forgets the cells that a hand-in carried and that were not typed into since. */
export async function forgetHandedIn(form: FormId, account: string, until: string): Promise<void> {
  const db = await openLocalDatabase();
  const tx = db.transaction("cells", "readwrite");
  for (const cell of await tx.store.index("form").getAll(form))
    if (cell.account === account && cell.at <= until) await tx.store.delete([form, account, cell.cell]);
  await tx.done;
}

/** Drops what was typed here, after somebody decided so, unless it was typed into since. */
export async function forgetCells(cells: readonly LocalCell[]): Promise<void> {
  const db = await openLocalDatabase();
  const tx = db.transaction("cells", "readwrite");
  for (const { form, account, cell, revision } of cells) {
    const now = await tx.store.get([form, account, cell]);
    if (now?.revision === revision) await tx.store.delete([form, account, cell]);
  }
  await tx.done;
}
