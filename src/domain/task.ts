import {
  lastDayOf,
  lastReview,
  nextReview,
  type DayOffRule,
  type Rhythm,
  type TaskTerm,
} from "./task-term.ts";
import type { WorkCalendar } from "./working-days.ts";

/** One piece of work that a directive causes: one lead unit, a term or a rhythm, and what came of it. */
export interface Task {
  readonly id: string;
  /** The conclusion it comes from, and its number there: "5.2". */
  readonly directive: string;
  readonly number: string;
  readonly work: string;
  readonly product?: string;
  /** Exactly one unit answers for it; absent until somebody is named. */
  readonly lead?: string;
  readonly cooperating: readonly string[];
  readonly assignedOn: string;
  readonly term?: TaskTerm;
  readonly rhythm?: Rhythm;
  /** Keys of the indicators that show it. */
  readonly indicators: readonly string[];
  /** All that happened, oldest first. Only ever added to. */
  readonly events: readonly TaskEvent[];
}

interface Happened {
  /** The day it happened, and who entered it. */
  readonly on: string;
  readonly by: string;
}

export type TaskEvent = Happened &
  (
    | { readonly kind: "progress"; readonly note: string; readonly files: readonly string[] }
    /** The lead unit says that it is done, on the day it was. */
    | { readonly kind: "done"; readonly doneOn: string; readonly note: string; readonly files: readonly string[] }
    | { readonly kind: "confirmed"; readonly note?: string }
    /** The office does not accept it as done. */
    | { readonly kind: "returned"; readonly reason: string }
    | { readonly kind: "extension-asked"; readonly term: TaskTerm; readonly reason: string }
    | { readonly kind: "extended"; readonly term: TaskTerm; readonly reason: string }
    | { readonly kind: "extension-refused"; readonly reason: string }
    | { readonly kind: "reviewed"; readonly note: string; readonly files: readonly string[] }
    | { readonly kind: "stopped"; readonly reason: string }
    | { readonly kind: "resumed"; readonly reason: string }
    | { readonly kind: "carried"; readonly into: string }
    | { readonly kind: "changed"; readonly field: "work" | "product" | "lead" | "cooperating" | "term" | "rhythm" | "indicators"; readonly from: string; readonly to: string; readonly reason: string }
  ); // prettier-ignore

/**
 * The four official words, and beside them what belongs to none of the four: work without a term, work that was given
 * up. They are computed from what happened and the day it is, never typed.
 */
export type TaskStatus =
  "done-on-time" | "done-late" | "open-in-term" | "open-overdue" | "no-term" | "stopped";

export interface TaskState {
  readonly status: TaskStatus;
  /** The last day of the term now in force, and of the first one where it was extended. */
  readonly dueOn?: string;
  readonly firstDueOn?: string;
  readonly doneOn?: string;
  /** Days beyond the term: of work done, when it was; of open work, today. */
  readonly daysLate?: number;
  /** The unit says it is done; the office has not confirmed yet. */
  readonly awaitsConfirmation: boolean;
  readonly awaitsExtension: boolean;
  /** Of regular work: when it is looked at next, and whether a review is owed. */
  readonly nextReviewOn?: string;
  readonly isReviewDue: boolean;
}

export interface TaskClock {
  readonly today: string;
  readonly calendar: WorkCalendar;
  readonly dayOffRule?: DayOffRule;
}

/**
 * Where a task stands on a day. Done counts from the day the unit had it done, and only once the office confirmed;
 * while a report in time waits for confirmation nobody is late. A longer term replaces the old one, which stays to be
 * seen. Regular work is never overdue.
 */
export function stateOf(task: Task, { today, calendar, dayOffRule }: TaskClock): TaskState {
  const events = task.events.filter(({ on }) => on <= today);
  const last = (term: TaskTerm | undefined) => term && lastDayOf(term, calendar, dayOffRule);
  const firstDueOn = last(task.term);
  const dueOn = last(events.findLast((event) => event.kind === "extended")?.term ?? task.term);
  const reported = openReport(events);
  const isConfirmed = reported !== undefined && reported.confirmed;
  const state = {
    ...(dueOn !== undefined && { dueOn }),
    ...(firstDueOn !== undefined && firstDueOn !== dueOn && { firstDueOn }),
    ...(isConfirmed && { doneOn: reported.doneOn }),
    awaitsConfirmation: reported !== undefined && !isConfirmed,
    awaitsExtension: awaitsExtension(events),
    ...reviewOf(task, events, today),
  };
  if (isStopped(events)) return { ...state, status: "stopped", isReviewDue: false };
  if (isConfirmed) return { ...state, ...lateness(dueOn, reported.doneOn, "done-on-time", "done-late"), isReviewDue: false }; // prettier-ignore
  if (dueOn === undefined) return { ...state, status: task.rhythm ? "open-in-term" : "no-term" };
  return { ...state, ...lateness(dueOn, reported?.doneOn ?? today, "open-in-term", "open-overdue") };
}

function lateness(
  dueOn: string | undefined,
  day: string,
  inTime: TaskStatus,
  late: TaskStatus,
): Pick<TaskState, "status" | "daysLate"> {
  if (dueOn === undefined || day <= dueOn) return { status: inTime };
  return { status: late, daysLate: daysBetween(dueOn, day) };
}

/** The last report that the work is done, unless it was returned. */
function openReport(events: readonly TaskEvent[]): { doneOn: string; confirmed: boolean } | undefined {
  let report: { doneOn: string; confirmed: boolean } | undefined;
  for (const event of events) {
    if (event.kind === "done") report = { doneOn: event.doneOn, confirmed: false };
    else if (event.kind === "returned" || event.kind === "resumed") report = undefined;
    else if (event.kind === "confirmed" && report) report = { ...report, confirmed: true };
  }
  return report;
}

function isStopped(events: readonly TaskEvent[]): boolean {
  return events.findLast(({ kind }) => kind === "stopped" || kind === "resumed")?.kind === "stopped";
}

function awaitsExtension(events: readonly TaskEvent[]): boolean {
  const last = events.findLast(({ kind }) => kind === "extension-asked" || kind === "extended" || kind === "extension-refused"); // prettier-ignore
  return last?.kind === "extension-asked";
}

function reviewOf(
  { rhythm }: Task,
  events: readonly TaskEvent[],
  today: string,
): Pick<TaskState, "nextReviewOn" | "isReviewDue"> {
  if (!rhythm) return { isReviewDue: false };
  const owed = lastReview(rhythm, today);
  const reviewed = events.findLast(({ kind }) => kind === "reviewed")?.on;
  const isReviewDue = owed !== undefined && (reviewed === undefined || reviewed < owed);
  return { isReviewDue, nextReviewOn: isReviewDue ? owed : nextReview(rhythm, today) };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Why an event may not be added to a task now, or `undefined` when it may. */
export function whyNot(task: Task, event: TaskEvent, clock: TaskClock): string | undefined {
  const { status, awaitsConfirmation, awaitsExtension: asked } = stateOf(task, clock);
  const isDone = status === "done-on-time" || status === "done-late";
  if (event.on > clock.today) return "event-in-future";
  if (event.on < task.assignedOn) return "event-before-assignment";
  if (status === "stopped" && event.kind !== "resumed" && event.kind !== "carried") return "task-stopped";
  switch (event.kind) {
    case "progress":
    case "reviewed":
    case "stopped":
    case "changed":
      return isDone ? "task-done" : undefined;
    case "done":
      if (isDone || awaitsConfirmation) return "task-done";
      if (task.lead === undefined) return "task-without-lead";
      return event.doneOn > event.on || event.doneOn < task.assignedOn ? "done-day-impossible" : undefined;
    case "confirmed":
    case "returned":
      return awaitsConfirmation ? undefined : "nothing-to-confirm";
    case "extension-asked":
      return isDone ? "task-done" : task.term === undefined ? "task-without-term" : undefined;
    case "extended":
    case "extension-refused":
      return asked ? undefined : "no-extension-asked";
    case "resumed":
      return status === "stopped" || isDone ? undefined : "task-not-stopped";
    case "carried":
      return undefined;
  }
}
