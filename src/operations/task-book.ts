import type { NamedUnit, TaskCounts, TaskGap, TaskRow } from "#contract/task.ts";
import type { Conference, Directive, GivenTask } from "#domain/conference.ts";
import { isUnitName } from "#domain/directive-reading/unit-reading.ts";
import { placementOn, type OrgUnit, type Succession } from "#domain/org-unit.ts";
import { stateOf, type TaskClock, type TaskState } from "#domain/task.ts";
import { listConferences } from "#store/conferences.ts";
import { getWorkCalendar } from "#store/data-sets.ts";
import { listDirectives } from "#store/directives.ts";
import { listOrgUnits, listSuccessions } from "#store/org-units.ts";
import { listTasks, type TaskSelection } from "#store/tasks.ts";
import { statusText } from "#wording/tasks.ts";
import type { Context } from "./context.ts";
import { loadTaskFigures, publishTaskFigure, type TaskFigures } from "./task-figures.ts";
import { unitMatcher } from "./unit-matcher.ts";

/** Tasks, with everything that is needed to say where each stands. */
export interface TaskBook {
  readonly tasks: readonly GivenTask[];
  readonly conferences: ReadonlyMap<string, Conference>;
  readonly directives: ReadonlyMap<string, Directive>;
  readonly units: ReadonlyMap<string, OrgUnit>;
  readonly successions: readonly Succession[];
  readonly figures: TaskFigures;
  readonly clock: TaskClock;
  readonly match: (name: string) => readonly OrgUnit[];
}

/** Opens the tasks of a selection, as far as who asks may see them. */
export async function openTaskBook(context: Context, selection: TaskSelection = {}): Promise<TaskBook> {
  const { db, province, today } = context;
  const [tasks, conferences, directives, units, successions, calendar] = await Promise.all([
    listTasks(db, province, selection),
    listConferences(db, province),
    listDirectives(db, province),
    listOrgUnits(db, province),
    listSuccessions(db, province),
    getWorkCalendar(db, province),
  ]);
  const since = new Set(tasks.map(({ conference }) => conference));
  const keys = [...tasks.flatMap(({ indicators }) => indicators), ...directives.flatMap(({ indicators }) => indicators)]; // prettier-ignore
  const periods = conferences.filter(({ id }) => since.has(id)).map(({ period }) => period);
  return {
    tasks,
    conferences: new Map(conferences.map((each) => [each.id, each])),
    directives: new Map(directives.map((each) => [each.id, each])),
    units: new Map(units.map((each) => [each.uid, each])),
    successions,
    figures: await loadTaskFigures(context, keys, [...new Set(periods)]),
    clock: { today, calendar },
    match: unitMatcher(units, today),
  };
}

/** A unit by its name, with what became of it when it is no more. */
export function nameUnit({ units, successions, clock }: Pick<TaskBook, "units" | "successions" | "clock">, uid: string): NamedUnit {
  const unit = units.get(uid);
  if (!unit) return { uid, name: uid };
  const isClosed = unit.closedOn !== undefined && unit.closedOn < clock.today;
  if (!isClosed) return { uid, name: unit.name };
  const successors = successorsOf(successions, uid)
    .map((each) => units.get(each))
    .filter((each) => each !== undefined && (each.closedOn === undefined || each.closedOn >= clock.today))
    .map((each) => ({ uid: each!.uid, name: each!.name })); // the filter leaves none undefined
  return { uid, name: unit.name, closedOn: unit.closedOn, successors };
} // prettier-ignore

/** What came of a unit, and of what came of it. */
function successorsOf(successions: readonly Succession[], uid: string): string[] {
  const found = new Set([uid]);
  for (const each of found)
    for (const { predecessor, successor } of successions) if (predecessor === each) found.add(successor);
  return [...found].slice(1);
}

export function publishTaskRow(book: TaskBook, task: GivenTask): TaskRow {
  const state = stateOf(task, book.clock);
  const lead = task.lead === undefined ? undefined : nameUnit(book, task.lead);
  const conference = book.conferences.get(task.conference);
  const now = task.indicators.map((key) => conference && book.figures.now(key, conference.period)).find((figure) => figure !== undefined); // prettier-ignore
  const gaps = gapsOf(task, state, lead);
  return {
    id: task.id,
    conference: task.conference,
    conferenceTitle: conference?.title ?? "",
    directive: task.directive,
    number: task.number,
    work: task.work,
    ...(task.product !== undefined && { product: task.product }),
    ...(lead && { lead }),
    cooperating: task.cooperating.map((uid) => nameUnit(book, uid)),
    assignedOn: task.assignedOn,
    ...(task.term && { term: task.term }),
    ...(task.rhythm && { rhythm: task.rhythm }),
    ...(task.parent !== undefined && { parent: task.parent }),
    ...state,
    statusText: statusText(state.status),
    gaps,
    suggestions: gaps.includes("lead") || gaps.includes("lead-closed") ? suggestLeads(book, task, lead) : [],
    indicators: [...task.indicators],
    ...(now && { now: publishTaskFigure(now), nowName: now.name.vi }),
  };
}

/** What of the four questions is not answered; of finished work nothing is asked any more. */
function gapsOf(task: GivenTask, { status, dueOn }: TaskState, lead: NamedUnit | undefined): TaskGap[] {
  if (status === "stopped" || status === "done-on-time" || status === "done-late") return [];
  return [
    ...(lead === undefined ? (["lead"] as const) : []),
    ...(lead?.closedOn !== undefined ? (["lead-closed"] as const) : []),
    ...(dueOn === undefined && !task.rhythm ? (["term"] as const) : []),
    ...(task.product === undefined ? (["product"] as const) : []),
  ];
}

/** Who might lead: whom the words name, what came of the closed lead, who answers for the linked indicators. */
function suggestLeads(book: TaskBook, task: GivenTask, lead: NamedUnit | undefined): TaskRow["suggestions"] {
  const named = (book.directives.get(task.directive)?.named ?? []).filter((name) => isUnitName(name) || book.match(name).length > 0); // prettier-ignore
  const candidates = [
    ...(lead?.successors ?? []).map(({ uid }) => ({ uid, basis: "successor" as const })),
    ...named.flatMap((name) => book.match(name)).map(({ uid }) => ({ uid, basis: "named" as const })),
    ...task.indicators.flatMap((key) => book.figures.elementOf(key) ?? []).map(({ owner }) => ({ uid: owner, basis: "indicator-owner" as const })),
  ]; // prettier-ignore
  const seen = new Set(task.lead === undefined ? [] : [task.lead]);
  return candidates.flatMap(({ uid, basis }) => {
    if (seen.has(uid) || !mayLead(book.units.get(uid), book.clock.today)) return [];
    seen.add(uid);
    return [{ unit: nameUnit(book, uid), basis }];
  });
}

/** Offices and facilities that stand in the tree lead work; groups and places do not. */
export function mayLead(unit: OrgUnit | undefined, today: string): boolean {
  return unit !== undefined && (unit.kind === "body" || unit.kind === "facility") && placementOn(unit, today) !== undefined; // prettier-ignore
}

export function countTasks(rows: readonly TaskRow[]): TaskCounts {
  const of = (status: TaskRow["status"]) => rows.filter((row) => row.status === status).length;
  return {
    total: rows.length,
    "done-on-time": of("done-on-time"),
    "done-late": of("done-late"),
    "open-in-term": of("open-in-term"),
    "open-overdue": of("open-overdue"),
    "no-term": of("no-term"),
    stopped: of("stopped"),
    awaitsConfirmation: rows.filter((row) => row.awaitsConfirmation).length,
    awaitsExtension: rows.filter((row) => row.awaitsExtension).length,
    reviewDue: rows.filter((row) => row.isReviewDue).length,
    withoutLead: rows.filter((row) => row.gaps.includes("lead")).length,
  };
}
