import { createHash, randomUUID } from "node:crypto";
import type { TaskFile } from "#contract/task.ts";
import { Refusal } from "#domain/refusal.ts";
import { addTaskFile, listTaskFiles } from "#store/task-files.ts";
import { listTasks } from "#store/tasks.ts";
import type { Context } from "./context.ts";
import { evidenceKind } from "./evidence-kind.ts";
import { recordAudit } from "./record-audit.ts";
import { mayAct, publishTaskFile } from "./view-task.ts";

const mostFiles = 50;

/**
 * Keeps a file as evidence of a task; the same content twice is one file. Refuses with `unknown-task`, `not-your-task`,
 * `too-many-files` and what `evidenceKind` says.
 */
export async function attachTaskFile(
  context: Context,
  { task: id, name, bytes }: { readonly task: string; readonly name: string; readonly bytes: Uint8Array },
): Promise<TaskFile> {
  const { db, province, user, today } = context;
  const [task] = await listTasks(db, province, { ids: [id] });
  if (!task) throw new Refusal("unknown-task", { task: id });
  if (!mayAct(context, task, "attach")) throw new Refusal("not-your-task", { number: task.number });
  const clean = cleanName(name);
  const { mediaType } = evidenceKind(clean, bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = await db.transaction(async (tx) => {
    const before = await listTaskFiles(tx, province, id);
    const same = before.find((each) => each.sha256 === sha256);
    if (same) return same;
    if (before.length >= mostFiles) throw new Refusal("too-many-files", { limit: mostFiles });
    const facts = { task: id, id: randomUUID(), name: clean, mediaType, sha256, addedBy: user.id, addedOn: today }; // prettier-ignore
    await addTaskFile(tx, province, facts, bytes);
    await recordAudit(tx, context, {
      action: "task-file-added",
      orgUnit: task.lead ?? province,
      subject: id,
    });
    return { ...facts, size: bytes.length };
  });
  return publishTaskFile(file);
}

/** The name without folders and marks that a file name must not have. */
function cleanName(name: string): string {
  const last = name.normalize("NFC").split(/[\\/]/u).at(-1) ?? "";
  const clean = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, "").replace(/^\.+/u, "").trim(); // prettier-ignore
  return clean === "" ? "tep-kem-theo" : clean.slice(-150);
}
