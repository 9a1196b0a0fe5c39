import { taskActs, type TaskFile, type TaskRow, type TaskView } from "#contract/task.ts";
import type { GivenTask } from "#domain/conference.ts";
import { Refusal } from "#domain/refusal.ts";
import { lastDayOf } from "#domain/task-term.ts";
import { stateOf, whyNot, type TaskEvent } from "#domain/task.ts";
import { listTaskFiles, type KeptFile } from "#store/task-files.ts";
import { listTasks } from "#store/tasks.ts";
import { formatDay } from "#wording/period.ts";
import { happeningText, rhythmText } from "#wording/tasks.ts";
import { isPermitted } from "./access.ts";
import { userName, type Context } from "./context.ts";
import { openTaskBook, publishTaskRow, type TaskBook } from "./task-book.ts";
import { publishTaskFigure } from "./task-figures.ts";

/** One task with its history, files and figures. Refuses with `unknown-task`, also for tasks of others. */
export async function viewTask(context: Context, { id }: { readonly id: string }): Promise<TaskView> {
  const { db, province } = context;
  const book = await openTaskBook(context, { ids: [id] });
  const task = book.tasks[0];
  if (!task) throw new Refusal("unknown-task", { task: id });
  const [files, parts] = await Promise.all([
    listTaskFiles(db, province, id),
    listTasks(db, province, { parents: [id] }),
  ]);
  const row = publishTaskRow(book, task);
  return {
    ...row,
    directiveText: book.directives.get(task.directive)?.text ?? "",
    ...(task.start !== undefined && task.end !== undefined && { words: { start: task.start, end: task.end } }), // prettier-ignore
    questions: questionsOf(row),
    happened: task.events.map((event) => describeEvent(event, book)).toReversed(),
    files: files.map(publishTaskFile),
    evidence: evidenceOf(book, task),
    subTasks: parts.map((part) => publishTaskRow(book, part)),
    revision: task.revision,
    may: listActs(context, task, book),
  };
}

export function publishTaskFile({ id, name, mediaType, size, sha256, addedBy, addedOn }: KeptFile): TaskFile {
  return { id, name, mediaType, size, sha256, addedBy: userName(addedBy), addedOn };
}

/** Rõ việc, rõ đơn vị, rõ thời hạn, rõ sản phẩm. */
function questionsOf({ work, lead, gaps, dueOn, rhythm, product }: TaskRow): TaskView["questions"] {
  const closed =
    lead?.closedOn === undefined ? "" : ` (đã kết thúc hoạt động ngày ${formatDay(lead.closedOn)})`;
  const term = dueOn === undefined ? rhythm && rhythmText(rhythm) : `đến hết ngày ${formatDay(dueOn)}`;
  const answers = [
    ["work", work],
    ["lead", lead && `${lead.name}${closed}`],
    ["term", term],
    ["product", product],
  ] as const; // prettier-ignore
  const missing = { work: "", lead: "Chưa có đơn vị chủ trì", term: "Chưa có thời hạn hay nhịp rà soát", product: "Chưa có sản phẩm" }; // prettier-ignore
  return answers.map(([question, text]) => ({
    question,
    answered: text !== undefined && !(question === "lead" && gaps.includes("lead-closed")),
    text: text ?? missing[question],
  }));
}

function describeEvent(event: TaskEvent, book: TaskBook): TaskView["happened"][number] {
  const said = "note" in event ? event.note : "reason" in event ? event.reason : undefined;
  const line =
    event.kind === "carried"
      ? `Đưa vào ${book.conferences.get(event.into)?.title ?? "kết luận của hội nghị sau"}`
      : happeningText(event);
  return {
    kind: event.kind,
    on: event.on,
    by: event.by,
    byName: userName(event.by),
    text: line,
    ...(said !== undefined && { note: said }),
    files: "files" in event ? [...event.files] : [],
    ...("term" in event && { term: event.term }),
    ...(event.kind === "done" && { doneOn: event.doneOn }),
    ...(event.kind === "changed" && { field: event.field, from: event.from, to: event.to }),
  };
}

function evidenceOf({ figures, conferences }: TaskBook, task: GivenTask): TaskView["evidence"] {
  const since = conferences.get(task.conference)?.period;
  if (since === undefined) return [];
  return task.indicators.flatMap((key) => {
    const element = figures.elementOf(key);
    if (!element) return [];
    const frozen = task.baseline.find((figure) => figure.key === key);
    const then = figures.at(key, since);
    const now = figures.now(key, since);
    const line = figures.periodsSince(since).map((period) => figures.at(key, period));
    return [
      {
        key,
        name: element.name.vi,
        owner: element.owner,
        ...(frozen ? { atAssignment: frozen } : then && { atAssignment: publishTaskFigure(then) }),
        ...(now && { now: publishTaskFigure(now) }),
        line: line.filter((figure) => figure !== undefined).map(publishTaskFigure),
      },
    ];
  });
}

/** Who may do what: the office decides, the lead unit reports, those who help report progress. */
export function rolesIn(context: Context, task: GivenTask): { office: boolean; lead: boolean; helper: boolean; giver: boolean } {
  const may = (orgUnit: string) => isPermitted(context, "update-tasks", { orgUnit });
  return {
    office: isPermitted(context, "give-directives", { orgUnit: context.province }),
    lead: task.lead !== undefined && may(task.lead),
    helper: task.cooperating.some(may),
    giver: task.parent !== undefined && may(task.givenBy),
  };
} // prettier-ignore

export type TaskAct = (typeof taskActs)[number];

/** Whether who asks may do this to the task at all, whatever it stands at. */
export function mayAct(context: Context, task: GivenTask, act: TaskAct): boolean {
  const { office, lead, helper, giver } = rolesIn(context, task);
  switch (act) {
    case "progress":
    case "attach":
      return office || lead || helper || giver;
    case "done":
    case "reviewed":
    case "extension-asked":
      return office || lead;
    case "confirmed":
    case "returned":
    case "extended":
    case "extension-refused":
      return office || giver;
    case "sub-task":
      return lead && task.parent === undefined;
    default:
      return office;
  }
}

function listActs(context: Context, task: GivenTask, { clock }: TaskBook): TaskView["may"] {
  const on = clock.today;
  const happened = { on, by: context.user.id };
  const due = stateOf(task, clock).dueOn ?? on;
  const term = { kind: "date", on: due } as const;
  const trial = (act: TaskAct): TaskEvent | undefined => {
    switch (act) {
      case "progress":
      case "reviewed":
        return { ...happened, kind: act, note: "", files: [] };
      case "done":
        return { ...happened, kind: act, doneOn: on, note: "", files: [] };
      case "confirmed":
        return { ...happened, kind: act };
      case "returned":
      case "extension-refused":
      case "stopped":
      case "resumed":
        return { ...happened, kind: act, reason: "" };
      case "extension-asked":
      case "extended":
        return { ...happened, kind: act, term, reason: "" };
      case "carried":
        return { ...happened, kind: act, into: "" };
      default:
        return undefined;
    }
  };
  return taskActs.filter((act) => {
    if (!mayAct(context, task, act)) return false;
    if (act === "reviewed" && !task.rhythm) return false;
    const event = trial(act);
    return event === undefined || whyNot(task, event, clock) === undefined;
  });
}

/** Whether a longer term is longer. */
export function isLonger(task: GivenTask, term: Parameters<typeof lastDayOf>[0], { clock }: TaskBook): boolean {
  const { dueOn } = stateOf(task, clock);
  return dueOn === undefined || lastDayOf(term, clock.calendar, clock.dayOffRule) > dueOn;
} // prettier-ignore
