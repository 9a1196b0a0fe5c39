import { Refusal } from "#domain/refusal.ts";
import { findTaskFile } from "#store/task-files.ts";
import { listTasks } from "#store/tasks.ts";
import type { Context } from "./context.ts";

/** Hands out a file of a task to who may see the task. Refuses with `unknown-task` and `unknown-evidence`. */
export async function readTaskFile(
  { db, province }: Context,
  { task, file: id }: { readonly task: string; readonly file: string },
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string; readonly fileName: string }> {
  const [found] = await listTasks(db, province, { ids: [task] });
  if (!found) throw new Refusal("unknown-task", { task });
  const file = await findTaskFile(db, province, task, id);
  if (!file) throw new Refusal("unknown-evidence", { file: id });
  return { bytes: file.bytes, mediaType: file.mediaType, fileName: file.name };
}
