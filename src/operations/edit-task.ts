import { randomUUID } from "node:crypto";
import type { AddSubTask, EditTask, TaskView } from "#contract/task.ts";
import type { GivenTask } from "#domain/conference.ts";
import { Refusal } from "#domain/refusal.ts";
import { whyNot, type TaskEvent } from "#domain/task.ts";
import { addTaskEvents, addTasks, changeTask, listTasks, lockTask } from "#store/tasks.ts";
import { rhythmText, termText } from "#wording/tasks.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { recordAudit } from "./record-audit.ts";
import { nameUnit, openTaskBook, type TaskBook } from "./task-book.ts";
import { requireTaskFacts, withoutLead } from "./task-facts.ts";
import { mayAct, viewTask } from "./view-task.ts";

type Field = Extract<TaskEvent, { kind: "changed" }>["field"];

/**
 * Changes a task. While the notice is a draft it is simply written anew; once it is out, every change stands in the
 * history with its reason, and only what was missing can be added without one. A term in force is made longer by an
 * extension. Refuses with `unknown-task`, `task-changed`, `reason-missing`, `term-in-force`, what `requireTaskFacts`
 * and `whyNot` say.
 */
export async function editTask(context: Context, { id, ...input }: EditTask & { readonly id: string }): Promise<TaskView> {
  const { db, province, user, today } = context;
  const book = await openTaskBook(context, { ids: [id] });
  const [before] = book.tasks;
  if (!before) throw new Refusal("unknown-task", { task: id });
  allow(context, "give-directives", { orgUnit: province });
  const after = applyEdit(before, input);
  await requireTaskFacts(context, [factsToCheck(before, after)]);
  const conference = book.conferences.get(before.conference);
  const isDraft = conference?.origin === "people" && conference.issuedOn === undefined;
  const changes = listChanges(before, after, book);
  await db.transaction(async (tx) => {
    await lockTask(tx, province, id);
    const isSaved = await changeTask(tx, province, { ...after, revision: input.revision });
    if (!isSaved) throw new Refusal("task-changed", { number: before.number });
    if (!isDraft) {
      const reason = reasonFor(before, changes, input.reason);
      const events = changes.map((change) => ({ ...change, kind: "changed" as const, on: today, by: user.id, reason, id: randomUUID() })); // prettier-ignore
      const problem = events.map((event) => whyNot(before, event, book.clock)).find((each) => each !== undefined);
      if (problem !== undefined) throw new Refusal(problem, { number: before.number, on: today, today });
      await addTaskEvents(tx, province, id, events);
    }
    await recordAudit(tx, context, { action: "task-edited", orgUnit: after.lead ?? province, subject: id });
  });
  return viewTask(context, { id });
} // prettier-ignore

/**
 * Gives a part of a task on to one of the units that help with it; the lead unit goes on answering for the whole.
 * Refuses with `not-your-task`, `not-helping` and what `requireTaskFacts` says.
 */
export async function addSubTask(
  context: Context,
  { id, ...input }: AddSubTask & { readonly id: string },
): Promise<TaskView> {
  const { db, province, user, today } = context;
  const [task] = await listTasks(db, province, { ids: [id] });
  if (!task) throw new Refusal("unknown-task", { task: id });
  if (task.lead === undefined || !mayAct(context, task, "sub-task")) throw new Refusal("not-your-task", { number: task.number }); // prettier-ignore
  if (!task.cooperating.includes(input.lead)) throw new Refusal("not-helping", { number: task.number });
  await requireTaskFacts(context, [input]);
  const { conference, directive, indicators, lead } = task;
  await db.transaction(async (tx) => {
    await lockTask(tx, province, id);
    const parts = await listTasks(tx, province, { parents: [id] });
    const part = {
      id: randomUUID(),
      conference,
      directive,
      number: `${task.number}.${parts.length + 1}`,
      position: task.position,
      work: input.work,
      ...(input.product !== undefined && { product: input.product }),
      lead: input.lead,
      cooperating: [],
      givenBy: lead,
      parent: id,
      assignedOn: today,
      ...(input.term && { term: input.term }),
      indicators,
    };
    await addTasks(tx, province, [part], user.id);
    await recordAudit(tx, context, { action: "sub-task-given", orgUnit: input.lead, subject: part.id });
  });
  return viewTask(context, { id });
}

function applyEdit(task: GivenTask, input: Omit<EditTask, "id">): GivenTask {
  const { product, lead, term, rhythm, ...rest } = task;
  const chosen = <T>(value: T | null | undefined, before: T | undefined) => (value === undefined ? before : (value ?? undefined)); // prettier-ignore
  const newLead = chosen(input.lead, lead);
  const newTerm = chosen(input.term, term);
  const newRhythm = chosen(input.rhythm, rhythm);
  const newProduct = chosen(input.product, product);
  return {
    ...rest,
    work: input.work ?? task.work,
    cooperating: withoutLead(input.cooperating ?? task.cooperating, newLead),
    indicators: input.indicators ?? task.indicators,
    ...(newProduct !== undefined && { product: newProduct }),
    ...(newLead !== undefined && { lead: newLead }),
    ...(newTerm && { term: newTerm }),
    ...(newRhythm && { rhythm: newRhythm }),
  };
}

/** A lead that was merged meanwhile does not stop other changes. */
function factsToCheck(before: GivenTask, { lead, cooperating, term, rhythm, indicators }: GivenTask) {
  return { ...(lead !== before.lead && { lead }), cooperating, term, rhythm, indicators };
}

interface Change {
  readonly field: Field;
  readonly from: string;
  readonly to: string;
}

function listChanges(before: GivenTask, after: GivenTask, book: TaskBook): Change[] {
  const names = (uids: readonly string[]) => uids.map((uid) => nameUnit(book, uid).name).join(", ");
  const words: Record<Field, (task: GivenTask) => string> = {
    work: ({ work }) => work,
    product: ({ product = "" }) => product,
    lead: ({ lead }) => (lead === undefined ? "" : names([lead])),
    cooperating: ({ cooperating }) => names(cooperating),
    term: ({ term }) => (term ? termText(term) : ""),
    rhythm: ({ rhythm }) => (rhythm ? rhythmText(rhythm) : ""),
    indicators: ({ indicators }) => indicators.map((key) => book.figures.elementOf(key)?.name.vi ?? key).join(", "), // prettier-ignore
  };
  const fields: readonly Field[] = ["work", "product", "lead", "cooperating", "term", "rhythm", "indicators"];
  return fields
    .map((field) => ({ field, from: words[field](before), to: words[field](after) }))
    .filter(({ from, to }) => from !== to);
}

/** What was missing may be added as it is; what stood there is changed for a reason. */
function reasonFor(before: GivenTask, changes: readonly Change[], given: string | undefined): string {
  const replaced = changes.filter(({ from }) => from !== "");
  const isTermReplaced = replaced.some(({ field }) => field === "term");
  if (isTermReplaced) throw new Refusal("term-in-force", { number: before.number });
  if (given !== undefined) return given;
  if (replaced.length > 0) throw new Refusal("reason-missing", { number: before.number });
  return "Bổ sung nội dung còn thiếu";
}
