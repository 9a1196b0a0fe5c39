import { z } from "zod";
import { isPeriod } from "#domain/period.ts";
import { PublishedFigure } from "./figure.ts";

const uid = z.string().min(1).max(80);
const day = z.iso.date();
const note = z.string().trim().min(1).max(4000);
const reason = z.string().trim().min(1).max(2000);
const period = z.string().refine(isPeriod, "2023, 2023-S1, 2023-9M, 2023-Q2, 2023-06, 2023-W26");
const ids = z.array(uid).max(60);

/** A term as written; all days inclusive. */
export const Term = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("date"), on: day }),
  z.strictObject({ kind: z.literal("month"), month: period.refine((text) => text.length === 7) }),
  z.strictObject({ kind: z.literal("period"), period }),
  z.strictObject({
    kind: z.literal("days"),
    count: z.int().min(1).max(3660),
    counting: z.enum(["days", "working-days"]),
    from: day,
  }),
]);
export const TaskRhythm = z.strictObject({
  every: z.enum(["week", "month", "quarter", "half-year", "year"]),
  from: day.describe("The first day on which it is looked at"),
});

export const TaskStatus = z
  .enum(["done-on-time", "done-late", "open-in-term", "open-overdue", "no-term", "stopped"])
  .describe("The four official words, computed; `no-term` and `stopped` belong to none of them");

/** Tasks by where they stand. Awaiting and review run across the statuses. */
export const TaskCounts = z.object({
  total: z.int(),
  "done-on-time": z.int(),
  "done-late": z.int(),
  "open-in-term": z.int(),
  "open-overdue": z.int(),
  "no-term": z.int(),
  stopped: z.int(),
  awaitsConfirmation: z.int(),
  awaitsExtension: z.int(),
  reviewDue: z.int(),
  withoutLead: z.int(),
});
export type TaskCounts = z.infer<typeof TaskCounts>;

/** A unit as it is named on the page. */
export const NamedUnit = z.object({
  uid: z.string(),
  name: z.string(),
  closedOn: day.optional().describe("It was merged or closed on this day"),
  successors: z
    .array(z.object({ uid: z.string(), name: z.string() }))
    .optional()
    .describe("What became of it: offered, never taken by itself"),
});
export type NamedUnit = z.infer<typeof NamedUnit>;

/** The four questions of a task, before it goes out. */
export const TaskGap = z.enum(["lead", "term", "product", "lead-closed"]);
export type TaskGap = z.infer<typeof TaskGap>;

export const TaskRow = z.object({
  id: z.string(),
  conference: z.string(),
  conferenceTitle: z.string(),
  directive: z.string(),
  number: z.string().describe("5.2"),
  work: z.string(),
  product: z.string().optional(),
  lead: NamedUnit.optional(),
  cooperating: z.array(NamedUnit),
  assignedOn: day,
  term: Term.optional().describe("The first one; `dueOn` is of the one in force"),
  rhythm: TaskRhythm.optional(),
  parent: z.string().optional().describe("The task of which this is a part"),
  status: TaskStatus,
  statusText: z.string().describe("In the official words"),
  dueOn: day.optional(),
  firstDueOn: day.optional().describe("Of the first term, where it was extended"),
  doneOn: day.optional(),
  daysLate: z.int().optional(),
  awaitsConfirmation: z.boolean(),
  awaitsExtension: z.boolean(),
  nextReviewOn: day.optional(),
  isReviewDue: z.boolean(),
  gaps: z.array(TaskGap),
  suggestions: z
    .array(z.object({ unit: NamedUnit, basis: z.enum(["named", "indicator-owner", "successor"]) }))
    .describe("Who might lead: named in the words, owner of a linked indicator, successor of a closed lead"),
  indicators: z.array(z.string()),
  now: PublishedFigure.optional().describe("The first linked indicator that has a value, now"),
  nowName: z.string().optional(),
});
export type TaskRow = z.infer<typeof TaskRow>;

/** A directive with the tasks it causes. */
export const Directive = z.object({
  id: z.string(),
  conference: z.string(),
  kind: z.enum(["task", "challenge", "recommendation"]),
  section: z.string(),
  number: z.string(),
  text: z.string(),
  start: z.int().optional().describe("Where the words stand in the conference's source text, UTF-16"),
  end: z.int().optional(),
  origin: z
    .enum(["conclusion", "section", "embedded", "lead-in", "closing", "people"])
    .describe("Where in its source it stands"),
  saidOn: day.optional(),
  addressee: z.string().optional().describe("Whom a recommendation asks, as printed"),
  named: z.array(z.string()).describe("Units that the words name, as printed"),
  readTerm: z
    .object({ text: z.string(), to: day, basis: z.enum(["explicit", "implied"]) })
    .optional()
    .describe("The term that the words name, or only imply"),
  indicators: z.array(z.string()),
  citation: z
    .object({ document: z.string(), section: z.string(), quote: z.string() })
    .optional()
    .describe("Of a fact: its source and its very words; `text` is our own"),
  carriedFrom: z.string().optional().describe("The directive of an earlier conference"),
  times: z.int().describe("How often it has been said, this time included"),
  since: z.string().optional().describe("The period in which it was first said"),
  outcome: z
    .object({
      state: z.enum(["open", "partly", "met", "not-met"]),
      note: z.string(),
      on: day,
      by: z.string(),
    })
    .optional()
    .describe("What became of it, as last noted"),
  tasks: z.array(TaskRow),
});
export type Directive = z.infer<typeof Directive>;

export const TaskQuery = z.object({
  orgUnit: z.string().optional().describe("Tasks it leads or helps with"),
  role: z.enum(["lead", "cooperating"]).optional().describe("With orgUnit: only as that"),
  status: TaskStatus.optional(),
  conference: z.string().optional(),
  waiting: z
    .enum(["confirmation", "extension", "review"])
    .optional()
    .describe("Only tasks that wait for this"),
  open: z.stringbool().optional().describe("Only those neither done nor stopped"),
  text: z.string().max(200).optional().describe("Words of the task; accents may be left out"),
});
export type TaskQuery = z.infer<typeof TaskQuery>;

export const TaskList = z.object({
  today: day,
  tasks: z.array(TaskRow).describe("Overdue first, then by term"),
  counts: TaskCounts.describe("Of the filter without `status` and `waiting`"),
});
export type TaskList = z.infer<typeof TaskList>;

/** An act on a task, as it is sent. `id` is made by the sender: sent twice, it is kept once. */
const acting = {
  id: z.uuid().optional(),
  on: day.optional().describe("The day it happened; today without it"),
};
export const RecordTaskEvent = z.discriminatedUnion("kind", [
  z.strictObject({ ...acting, kind: z.literal("progress"), note, files: ids.default([]) }),
  z.strictObject({ ...acting, kind: z.literal("done"), doneOn: day, note, files: ids.default([]) }),
  z.strictObject({ ...acting, kind: z.literal("confirmed"), note: note.optional() }),
  z.strictObject({ ...acting, kind: z.literal("returned"), reason }),
  z.strictObject({ ...acting, kind: z.literal("extension-asked"), term: Term, reason }),
  z.strictObject({ ...acting, kind: z.literal("extended"), term: Term.optional().describe("What was asked for, without it"), reason: reason.optional() }),
  z.strictObject({ ...acting, kind: z.literal("extension-refused"), reason }),
  z.strictObject({ ...acting, kind: z.literal("reviewed"), note, files: ids.default([]) }),
  z.strictObject({ ...acting, kind: z.literal("stopped"), reason }),
  z.strictObject({ ...acting, kind: z.literal("resumed"), reason }),
  z.strictObject({ ...acting, kind: z.literal("carried"), into: uid.describe("A later conference") }),
]); // prettier-ignore
export type RecordTaskEvent = z.infer<typeof RecordTaskEvent>;

export const taskActs = [
  "progress", "done", "confirmed", "returned", "extension-asked", "extended", "extension-refused",
  "reviewed", "stopped", "resumed", "carried", "edit", "attach", "sub-task",
] as const; // prettier-ignore

export const TaskFile = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int().describe("Bytes"),
  sha256: z.string(),
  addedBy: z.string(),
  addedOn: day,
});
export type TaskFile = z.infer<typeof TaskFile>;

/** One line of a task's history. */
export const TaskHappening = z.object({
  kind: z.enum([
    "progress", "done", "confirmed", "returned", "extension-asked", "extended", "extension-refused",
    "reviewed", "stopped", "resumed", "carried", "changed",
  ]),
  on: day,
  by: z.string(),
  byName: z.string(),
  text: z.string().describe("The whole line in words"),
  note: z.string().optional().describe("What was written with it: note or reason"),
  files: z.array(z.string()),
  term: Term.optional(),
  doneOn: day.optional(),
  field: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
}); // prettier-ignore

/** An indicator of a task: as it was when the task was given, and as it is now. */
export const TaskIndicator = z.object({
  key: z.string(),
  name: z.string(),
  owner: z.string().describe("The unit that answers for it"),
  atAssignment: PublishedFigure.optional(),
  now: PublishedFigure.optional(),
  line: z.array(PublishedFigure).describe("The same period of each year between; a gap is a missing figure"),
});

/** A task with its history, evidence and figures. */
export const TaskView = TaskRow.extend({
  directiveText: z.string(),
  words: z.object({ start: z.int(), end: z.int() }).optional(),
  questions: z
    .array(z.object({ question: z.enum(["work", "lead", "term", "product"]), answered: z.boolean(), text: z.string() }))
    .describe("rõ việc, rõ đơn vị, rõ thời hạn, rõ sản phẩm; `text` says what stands there or what is missing"),
  happened: z.array(TaskHappening).describe("The newest first"),
  files: z.array(TaskFile),
  evidence: z.array(TaskIndicator),
  subTasks: z.array(TaskRow),
  revision: z.int(),
  may: z.array(z.enum(taskActs)).describe("What who asks may do with it now"),
}); // prettier-ignore
export type TaskView = z.infer<typeof TaskView>;

/** One task as a person has decided it. */
export const KeepTask = z.strictObject({
  number: z.string().trim().min(1).max(20),
  work: z.string().trim().min(1).max(8000),
  product: z.string().trim().min(1).max(1000).optional(),
  lead: uid.optional(),
  cooperating: ids.default([]),
  term: Term.optional(),
  rhythm: TaskRhythm.optional(),
  indicators: ids.default([]),
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
});
export type KeepTask = z.infer<typeof KeepTask>;

/** One directive as a person has decided it; words and places are those of `sourceText`. */
export const KeepDirective = z.strictObject({
  kind: z.enum(["task", "challenge", "recommendation"]),
  section: z.string().max(20).default(""),
  number: z.string().trim().min(1).max(20),
  text: z.string().trim().min(1).max(20_000),
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
  addressee: z.string().trim().max(300).optional(),
  named: z.array(z.string().trim().min(1).max(300)).max(60).default([]),
  readTerm: z
    .strictObject({ text: z.string().max(500), to: day, basis: z.enum(["explicit", "implied"]) })
    .optional(),
  indicators: ids.default([]),
  carriedFrom: uid.optional(),
  tasks: z.array(KeepTask).max(60).default([]),
});
export type KeepDirective = z.infer<typeof KeepDirective>;

export const KeepDirectives = z.strictObject({
  revision: z.int().min(0).describe("Of the conference as it was looked at"),
  sourceText: z.string().max(2_000_000).optional().describe("The text they were read from, once"),
  directives: z.array(KeepDirective).min(1).max(300),
});
export type KeepDirectives = z.infer<typeof KeepDirectives>;

/** Changes of a task; null takes away. Every change is kept with its reason. */
export const EditTask = z.strictObject({
  revision: z.int().min(0),
  work: z.string().trim().min(1).max(8000).optional(),
  product: z.string().trim().min(1).max(1000).nullable().optional(),
  lead: uid.nullable().optional(),
  cooperating: ids.optional(),
  term: Term.nullable().optional(),
  rhythm: TaskRhythm.nullable().optional(),
  indicators: ids.optional(),
  reason: reason.optional().describe("Required once the notice is out"),
});
export type EditTask = z.infer<typeof EditTask>;

/** Part of a task for one of the units that help with it. */
export const AddSubTask = z.strictObject({
  work: z.string().trim().min(1).max(8000),
  lead: uid,
  term: Term.optional(),
  product: z.string().trim().min(1).max(1000).optional(),
});
export type AddSubTask = z.infer<typeof AddSubTask>;

export const TaskParams = z.object({ id: z.string().min(1).max(80) });
export const TaskFileParams = TaskParams.extend({ file: z.string().min(1).max(80) });
export const TaskFileQuery = z.object({ name: z.string().trim().min(1).max(200) });

/** A challenge, recommendation or conclusion said again at a later conference. */
export const CarryDirective = z.strictObject({ into: uid });
export type CarryDirective = z.infer<typeof CarryDirective>;

/** What became of a recommendation or challenge. */
export const NoteOutcome = z.strictObject({ state: z.enum(["open", "partly", "met", "not-met"]), note });
export type NoteOutcome = z.infer<typeof NoteOutcome>;

/** Letters to be drafted: one per unit, all its tasks in it. */
export const LetterKind = z.enum(["assignment", "reminder"]);
export const LetterQuery = z.object({ conference: z.string().optional() });
export const LetterList = z.object({
  letters: z.array(
    z.object({ unit: NamedUnit, tasks: z.int(), overdue: z.int(), docx: z.string(), pdf: z.string() }),
  ),
  withoutLead: z.int().describe("Tasks that no letter can be written for"),
});
export type LetterList = z.infer<typeof LetterList>;
