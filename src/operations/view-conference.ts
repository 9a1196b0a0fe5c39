import type { Conference as PublishedConference, ConferenceSummary } from "#contract/conference.ts";
import type { Directive as PublishedDirective, TaskRow } from "#contract/task.ts";
import {
  isFrame,
  repetitionOf,
  type Conference,
  type Directive,
  type DirectiveOutcome,
} from "#domain/conference.ts";
import { Refusal } from "#domain/refusal.ts";
import { listDirectiveOutcomes } from "#store/directives.ts";
import { listSourceDocuments } from "#store/source-documents.ts";
import { periodName } from "#wording/period.ts";
import { isPermitted } from "./access.ts";
import { userName, type Context } from "./context.ts";
import { countTasks, openTaskBook, publishTaskRow, type TaskBook } from "./task-book.ts";

/** Everything said at conferences, with the tasks it caused, as far as who asks may see it. */
export interface ConferenceBook extends TaskBook {
  readonly rows: readonly TaskRow[];
  readonly outcomes: ReadonlyMap<string, DirectiveOutcome>;
  readonly documents: ReadonlyMap<string, string>;
}

export async function openConferenceBook(context: Context): Promise<ConferenceBook> {
  const { db, province } = context;
  const [book, outcomes, documents] = await Promise.all([
    openTaskBook(context),
    listDirectiveOutcomes(db, province),
    listSourceDocuments(db, province),
  ]);
  return {
    ...book,
    rows: book.tasks.map((task) => publishTaskRow(book, task)),
    outcomes: new Map(outcomes.map((each) => [each.directive, each])),
    documents: new Map(documents.map(({ id, title }) => [id, title])),
  };
}

/** One conference with its conclusions, and what was carried over to it. Refuses with `unknown-conference`. */
export async function viewConference(
  context: Context,
  { id }: { readonly id: string },
): Promise<PublishedConference> {
  const book = await openConferenceBook(context);
  const conference = book.conferences.get(id);
  if (!conference) throw new Refusal("unknown-conference", { conference: id });
  const own = directivesOf(book, id);
  const rows = book.rows.filter((row) => row.conference === id);
  const isWithout = (gap: TaskRow["gaps"][number]) => rows.filter(({ gaps }) => gaps.includes(gap)).length;
  const { form, rooms, attending, notice, sourceText, revision } = conference;
  const mayChange = isPermitted(context, "give-directives", { orgUnit: context.province });
  return {
    ...summariseConference(book, conference),
    ...(form !== undefined && { form }),
    rooms: [...rooms],
    attending: [...attending],
    notice: mutableNotice(notice),
    ...(sourceText !== undefined && mayChange && { sourceText }),
    revision,
    directives: own.map((directive) => publishKeptDirective(book, directive)),
    carriedOver: openFromBefore(book, conference).map((directive) => publishKeptDirective(book, directive)),
    gaps: {
      withoutLead: isWithout("lead"),
      withoutTerm: isWithout("term"),
      withoutProduct: isWithout("product"),
    },
    mayChange,
  };
}

function mutableNotice({ summary, closing, recipients, signer }: Conference["notice"]) {
  return {
    summary: summary.map(({ style, sentences }) => ({ style, sentences: [...sentences] })),
    ...(closing !== undefined && { closing }),
    ...(recipients && { recipients: [...recipients] }),
    ...(signer && { signer }),
  };
}

export function directivesOf(book: Pick<TaskBook, "directives">, conference: string): Directive[] {
  return [...book.directives.values()].filter((each) => each.conference === conference);
}

/** What the conference opens with: of earlier ones, work not done, and what stood in the way or was asked and is not settled. */
export function openFromBefore(book: ConferenceBook, conference: Conference): Directive[] {
  const isEarlier = (other: Conference | undefined) =>
    other !== undefined && dayOf(other) < dayOf(conference);
  const repeated = new Set([...book.directives.values()].map(({ carriedFrom }) => carriedFrom));
  return [...book.directives.values()].filter((directive) => {
    if (isFrame(directive) || !isEarlier(book.conferences.get(directive.conference))) return false;
    if (repeated.has(directive.id) && !isCarriedInto(book, directive, conference.id)) return false;
    if (directive.kind !== "task") return !isSettled(book, directive);
    return book.rows.some((row) => row.directive === directive.id && isOpen(row));
  });
}

function isCarriedInto(book: TaskBook, { id }: Directive, conference: string): boolean {
  return [...book.directives.values()].some((each) => each.carriedFrom === id && each.conference === conference);
} // prettier-ignore

/** Neither done nor given up. */
export function isOpen({ status }: Pick<TaskRow, "status">): boolean {
  return status === "open-in-term" || status === "open-overdue" || status === "no-term";
}

function isSettled({ outcomes }: ConferenceBook, { id }: Directive): boolean {
  const state = outcomes.get(id)?.state;
  return state === "met" || state === "not-met";
}

/** The day by which conferences are put in order; of a report without one, when its period ends. */
export function dayOf({ heldOn, period }: Pick<Conference, "heldOn" | "period">): string {
  return heldOn ?? `${period.slice(0, 4)}-${period.endsWith("S1") ? "06-30" : "12-31"}`;
}

export function summariseConference(book: ConferenceBook, conference: Conference): ConferenceSummary {
  const { id, title, period, heldOn, origin, sourceDocument, issuedOn } = conference;
  const own = directivesOf(book, id);
  const of = (kind: Directive["kind"]) => own.filter((each) => each.kind === kind && !isFrame(each)).length;
  return {
    id,
    title,
    period,
    periodName: periodName(period),
    ...(heldOn !== undefined && { heldOn }),
    origin,
    ...(sourceDocument !== undefined && {
      document: { id: sourceDocument, title: book.documents.get(sourceDocument) ?? sourceDocument },
    }),
    // A fact was read from a document that went out long ago, whether or not its day is known.
    state: issuedOn !== undefined || origin === "catalogue" ? "issued" : "draft",
    ...(issuedOn !== undefined && { issuedOn }),
    challenges: of("challenge"),
    conclusions: of("task"),
    recommendations: of("recommendation"),
    counts: countTasks(book.rows.filter((row) => row.conference === id)),
  };
}

export function publishKeptDirective(book: ConferenceBook, directive: Directive): PublishedDirective {
  const { times, first } = repetitionOf(directive, (id) => book.directives.get(id));
  const outcome = book.outcomes.get(directive.id);
  const { position: _, named, indicators, ...rest } = directive;
  return {
    ...rest,
    named: [...named],
    indicators: [...indicators],
    times,
    ...(times > 1 && { since: book.conferences.get(first.conference)?.period }),
    ...(outcome && { outcome: { state: outcome.state, note: outcome.note, on: outcome.on, by: userName(outcome.by) } }), // prettier-ignore
    tasks: book.rows.filter((row) => row.directive === directive.id && row.parent === undefined),
  };
}
