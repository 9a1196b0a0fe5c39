import { randomUUID } from "node:crypto";
import type { Conference as PublishedConference } from "#contract/conference.ts";
import type { KeepDirective, KeepDirectives, KeepTask, TaskView } from "#contract/task.ts";
import type { Conference } from "#domain/conference.ts";
import { Refusal } from "#domain/refusal.ts";
import { addDirectives, listDirectives } from "#store/directives.ts";
import { addTasks, listTasks, type NewTask } from "#store/tasks.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { recordAudit } from "./record-audit.ts";
import { getConference, saveConference } from "./record-conference.ts";
import { requireTaskFacts, withoutLead } from "./task-facts.ts";
import { viewConference } from "./view-conference.ts";
import { viewTask } from "./view-task.ts";

/**
 * Keeps what a person decided of the proposals: all or nothing. Refuses with `conference-issued` once the notice is
 * out, `words-not-there` where words do not stand at their place in the text, and what `requireTaskFacts` does.
 */
export async function keepDirectives(
  context: Context,
  { id, revision, sourceText, directives }: KeepDirectives & { readonly id: string },
): Promise<PublishedConference> {
  const { db, province, user } = context;
  allow(context, "give-directives", { orgUnit: province });
  await requireTaskFacts(context, directives.flatMap(({ tasks }) => tasks)); // prettier-ignore
  await db.transaction(async (tx) => {
    const conference = await getConference(tx, province, id);
    requireDraft(conference);
    const text = sourceText?.normalize("NFC") ?? conference.sourceText;
    await saveConference(tx, province, {
      ...conference,
      revision,
      ...(text !== undefined && { sourceText: text }),
    });
    for (const directive of directives) requireWords(directive, text);
    const before = await listDirectives(tx, province, { conferences: [id] });
    const kept = directives.map((directive, index) => ({
      ...wordsOf(directive),
      id: randomUUID(),
      conference: id,
      position: (before.at(-1)?.position ?? 0) + index + 1,
      origin: "people" as const,
      ...(conference.heldOn !== undefined && { saidOn: conference.heldOn }),
    }));
    await addDirectives(tx, province, kept);
    const own = await listTasks(tx, province, { conferences: [id] });
    const tasks = directives.flatMap((directive, index) =>
      directive.tasks.map((task) => ({ task, directive: kept[index]!.id })),
    ); // prettier-ignore -- one is kept for each
    await addTasks(
      tx,
      province,
      tasks.map(({ task, directive }, index) => newTask(task, { conference, directive, province, position: own.length + index + 1, today: context.today })),
      user.id,
    ); // prettier-ignore
    await recordAudit(tx, context, { action: "directives-kept", orgUnit: province, subject: id });
  });
  return viewConference(context, { id });
}

/** Makes one more task of a directive, facts of earlier documents included. Refuses with `unknown-directive`. */
export async function addTaskTo(
  context: Context,
  { id, ...input }: KeepTask & { readonly id: string },
): Promise<TaskView> {
  const { db, province, user, today } = context;
  allow(context, "give-directives", { orgUnit: province });
  await requireTaskFacts(context, [input]);
  const task = randomUUID();
  await db.transaction(async (tx) => {
    const [directive] = await listDirectives(tx, province, { ids: [id] });
    if (!directive) throw new Refusal("unknown-directive", { directive: id });
    if (directive.kind !== "task") throw new Refusal("directive-not-work", { directive: directive.text });
    const conference = await getConference(tx, province, directive.conference);
    const own = await listTasks(tx, province, { conferences: [conference.id] });
    const place = { conference, directive: id, province, position: own.length + 1, today };
    await addTasks(tx, province, [{ ...newTask(input, place), id: task }], user.id);
    await recordAudit(tx, context, { action: "task-added", orgUnit: province, subject: task });
  });
  return viewTask(context, { id: task });
}

interface Place {
  readonly conference: Conference;
  readonly directive: string;
  readonly province: string;
  readonly position: number;
  readonly today: string;
}

/** Work is given on the day of the conference; where that is not known, on the day somebody writes it down. */
function newTask(input: KeepTask, { conference, directive, province, position, today }: Place): NewTask {
  const { number, work, product, lead, term, rhythm, indicators, start, end } = input;
  return {
    id: randomUUID(),
    conference: conference.id,
    directive,
    number,
    position,
    work,
    ...(product !== undefined && { product }),
    ...(lead !== undefined && { lead }),
    cooperating: withoutLead(input.cooperating, lead),
    givenBy: province,
    assignedOn: conference.heldOn ?? today,
    ...(term && { term }),
    ...(rhythm && { rhythm }),
    indicators,
    ...(start !== undefined && end !== undefined && { start, end }),
  };
}

function wordsOf(kept: KeepDirective) {
  const { kind, section, number, text, named, indicators, addressee, readTerm, carriedFrom, start, end } =
    kept;
  return {
    kind,
    section,
    number,
    text,
    named,
    indicators,
    ...(addressee !== undefined && { addressee }),
    ...(readTerm && { readTerm }),
    ...(carriedFrom !== undefined && { carriedFrom }),
    ...(start !== undefined && end !== undefined && { start, end }),
  };
}

function requireDraft({ origin, issuedOn, title }: Conference): void {
  if (origin === "catalogue" || issuedOn !== undefined) throw new Refusal("conference-issued", { conference: title }); // prettier-ignore
}

/** Whoever opens a directive must find its words where it points. */
function requireWords({ start, end, tasks, number }: KeepDirective, text: string | undefined): void {
  for (const place of [{ start, end }, ...tasks]) {
    if (place.start === undefined && place.end === undefined) continue;
    const { start: from, end: to } = place;
    if (from === undefined || to === undefined || to <= from || to > (text?.length ?? 0)) throw new Refusal("words-not-there", { number }); // prettier-ignore
  }
}
