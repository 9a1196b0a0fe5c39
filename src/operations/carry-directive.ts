import { randomUUID } from "node:crypto";
import type { CarryDirective, Directive as PublishedDirective, NoteOutcome } from "#contract/task.ts";
import type { Conference, Directive, GivenTask } from "#domain/conference.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Queryable, Transaction } from "#store/database.ts";
import { addDirectiveOutcome, addDirectives, listDirectives } from "#store/directives.ts";
import { addTaskEvents, addTasks, listTasks } from "#store/tasks.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { recordAudit } from "./record-audit.ts";
import { getConference } from "./record-conference.ts";
import { mayLead, openTaskBook, publishTaskRow } from "./task-book.ts";
import { dayOf, isOpen, openConferenceBook, publishKeptDirective } from "./view-conference.ts";

/**
 * Says a challenge, a recommendation or a conclusion again at a later conference. Of a conclusion, the tasks that are
 * neither done nor given up go along, without their old term. Refuses with `unknown-directive`, `conference-not-later`,
 * `conference-issued` and, the second time, `already-carried`.
 */
export async function carryDirective(
  context: Context,
  { id, into }: CarryDirective & { readonly id: string },
): Promise<PublishedDirective> {
  const { db, province, today, user } = context;
  allow(context, "give-directives", { orgUnit: province });
  const book = await openTaskBook(context, { directives: [id] });
  const open = book.tasks.filter((task) => task.parent === undefined && isOpen(publishTaskRow(book, task)));
  const carried = await db.transaction(async (tx) => {
    const directive = await getDirective(tx, province, id);
    const { copy, isNew } = await carryWords(tx, context, directive, into);
    if (!isNew) throw new Refusal("already-carried", { number: directive.number });
    for (const task of open) {
      await copyTask(tx, context, task, copy);
      await addTaskEvents(tx, province, task.id, [{ kind: "carried", on: today, by: user.id, into, id: randomUUID() }]); // prettier-ignore
    }
    await recordAudit(tx, context, { action: "directive-carried", orgUnit: province, subject: id });
    return copy.id;
  });
  return viewDirective(context, carried);
}

/** Carries one task; its conclusion goes along once. */
export async function carryTask(tx: Transaction, context: Context, task: GivenTask, into: string): Promise<void> {
  if (task.events.some((event) => event.kind === "carried" && event.into === into)) throw new Refusal("already-carried", { number: task.number }); // prettier-ignore
  const directive = await getDirective(tx, context.province, task.directive);
  const { copy } = await carryWords(tx, context, directive, into);
  await copyTask(tx, context, task, copy);
} // prettier-ignore

/** Notes what became of a challenge or recommendation; earlier notes stay. Refuses with `unknown-directive`. */
export async function noteOutcome(
  context: Context,
  { id, state, note }: NoteOutcome & { readonly id: string },
): Promise<PublishedDirective> {
  const { db, province, today, user } = context;
  allow(context, "give-directives", { orgUnit: province });
  await db.transaction(async (tx) => {
    await getDirective(tx, province, id);
    await addDirectiveOutcome(tx, province, { directive: id, state, note, on: today, by: user.id });
    await recordAudit(tx, context, { action: "outcome-noted", orgUnit: province, subject: id });
  });
  return viewDirective(context, id);
}

async function getDirective(db: Queryable, province: string, id: string): Promise<Directive> {
  const [directive] = await listDirectives(db, province, { ids: [id] });
  if (!directive) throw new Refusal("unknown-directive", { directive: id });
  return directive;
}

async function viewDirective(context: Context, id: string): Promise<PublishedDirective> {
  const book = await openConferenceBook(context);
  const directive = book.directives.get(id);
  if (!directive) throw new Refusal("unknown-directive", { directive: id });
  return publishKeptDirective(book, directive);
}

/** The directive as it is said again, made anew unless it was carried there before. */
async function carryWords(
  tx: Transaction,
  { province }: Context,
  directive: Directive,
  into: string,
): Promise<{ copy: Directive; isNew: boolean }> {
  const [target, source] = [await getConference(tx, province, into), await getConference(tx, province, directive.conference)]; // prettier-ignore
  requireLater(source, target);
  const there = await listDirectives(tx, province, { conferences: [into] });
  const before = there.find(({ carriedFrom }) => carriedFrom === directive.id);
  if (before) return { copy: before, isNew: false };
  const { start: _, end: __, citation: ___, readTerm: ____, saidOn: _____, ...words } = directive;
  const copy: Directive = {
    ...words,
    id: randomUUID(),
    conference: into,
    position: (there.at(-1)?.position ?? 0) + 1,
    origin: "people",
    section: "",
    number: String(there.filter(({ kind }) => kind === directive.kind).length + 1),
    carriedFrom: directive.id,
    ...(target.heldOn !== undefined && { saidOn: target.heldOn }),
  };
  await addDirectives(tx, province, [copy]);
  return { copy, isNew: true };
}

function requireLater(source: Conference, target: Conference): void {
  if (dayOf(target) <= dayOf(source)) throw new Refusal("conference-not-later", { conference: target.title });
  if (target.origin === "catalogue" || target.issuedOn !== undefined) throw new Refusal("conference-issued", { conference: target.title }); // prettier-ignore
}

/** The work as it goes on: a lead that is no more is left out, and a new term has to be named. */
async function copyTask(tx: Transaction, context: Context, task: GivenTask, to: Directive): Promise<void> {
  const { province, today, user } = context;
  const book = await openTaskBook(context, { ids: [] });
  const there = await listTasks(tx, province, { conferences: [to.conference] });
  const own = there.filter(({ directive }) => directive === to.id);
  const lead = task.lead !== undefined && mayLead(book.units.get(task.lead), today) ? task.lead : undefined;
  const { work, product, rhythm, indicators, cooperating } = task;
  await addTasks(
    tx,
    province,
    [
      {
        id: randomUUID(),
        conference: to.conference,
        directive: to.id,
        number: own.length === 0 ? to.number : `${to.number}.${own.length + 1}`,
        position: (there.at(-1)?.position ?? 0) + 1,
        work,
        ...(product !== undefined && { product }),
        ...(lead !== undefined && { lead }),
        cooperating,
        givenBy: province,
        assignedOn: to.saidOn ?? today,
        ...(rhythm && { rhythm }),
        indicators,
      },
    ],
    user.id,
  );
}
