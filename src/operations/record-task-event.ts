import { randomUUID } from "node:crypto";
import type { RecordTaskEvent, TaskView } from "#contract/task.ts";
import type { GivenTask } from "#domain/conference.ts";
import { Refusal } from "#domain/refusal.ts";
import { whyNot, type TaskEvent } from "#domain/task.ts";
import { listTaskFiles } from "#store/task-files.ts";
import { addTaskEvents, hasTaskEvent, listTasks, lockTask } from "#store/tasks.ts";
import { carryTask } from "./carry-directive.ts";
import type { Context } from "./context.ts";
import { recordAudit } from "./record-audit.ts";
import { openTaskBook, type TaskBook } from "./task-book.ts";
import { isLonger, mayAct, viewTask } from "./view-task.ts";

/**
 * Adds to the history of a task: progress, done, confirmed, a longer term asked for… Sent twice, it is kept once.
 * Refuses with `unknown-task`, `not-your-task`, what `whyNot` says, `event-out-of-order`, `unknown-evidence` and
 * `extension-not-longer`.
 */
export async function recordTaskEvent(
  context: Context,
  { task: id, event: sent }: { readonly task: string; readonly event: RecordTaskEvent },
): Promise<TaskView> {
  const { db, province, today } = context;
  const book = await openTaskBook(context, { ids: [id] });
  if (book.tasks.length === 0) throw new Refusal("unknown-task", { task: id });
  await db.transaction(async (tx) => {
    await lockTask(tx, province, id);
    const [task] = await listTasks(tx, province, { ids: [id] }); // as it is now that nobody else can add to it
    if (!task) throw new Refusal("unknown-task", { task: id });
    if (!mayAct(context, task, sent.kind)) throw new Refusal("not-your-task", { number: task.number });
    const eventId = sent.id ?? randomUUID();
    if (await hasTaskEvent(tx, province, id, eventId)) return;
    const event = readEvent(context, task, sent);
    const problem = whyNot(task, event, book.clock) ?? orderProblem(task, event) ?? termProblem(task, event, book); // prettier-ignore
    if (problem !== undefined) throw new Refusal(problem, { number: task.number, on: event.on, today });
    await requireFiles(tx, province, task, event);
    if (event.kind === "carried") await carryTask(tx, context, task, event.into);
    await addTaskEvents(tx, province, id, [{ ...event, id: eventId }]);
    await recordAudit(tx, context, { action: `task-${event.kind}`, orgUnit: task.lead ?? province, subject: id }); // prettier-ignore
  });
  return viewTask(context, { id });
}

/** What was sent, with who and when; a longer term is the one asked for unless the office names another. */
function readEvent({ user, today }: Context, task: GivenTask, sent: RecordTaskEvent): TaskEvent {
  const { id: _, on = today, ...event } = sent;
  const happened = { on, by: user.id };
  if (event.kind === "confirmed") return { ...happened, kind: event.kind, ...(event.note !== undefined && { note: event.note }) }; // prettier-ignore
  if (event.kind !== "extended") return { ...happened, ...event };
  const asked = task.events.findLast((each) => each.kind === "extension-asked");
  const term = event.term ?? asked?.term;
  if (!term) throw new Refusal("no-extension-asked", { number: task.number });
  return { ...happened, kind: "extended", term, reason: event.reason ?? asked?.reason ?? "" };
}

/** A history is told in the order of its days. */
function orderProblem({ events }: GivenTask, { on }: TaskEvent): string | undefined {
  return events.some((each) => each.on > on) ? "event-out-of-order" : undefined;
}

function termProblem(task: GivenTask, event: TaskEvent, book: TaskBook): string | undefined {
  const isExtension = event.kind === "extension-asked" || event.kind === "extended";
  return isExtension && !isLonger(task, event.term, book) ? "extension-not-longer" : undefined;
}

async function requireFiles(
  tx: Parameters<typeof listTaskFiles>[0],
  province: string,
  { id }: GivenTask,
  event: TaskEvent,
): Promise<void> {
  if (!("files" in event) || event.files.length === 0) return;
  const known = new Set((await listTaskFiles(tx, province, id)).map((file) => file.id));
  const stranger = event.files.find((file) => !known.has(file));
  if (stranger !== undefined) throw new Refusal("unknown-evidence", { file: stranger });
}
