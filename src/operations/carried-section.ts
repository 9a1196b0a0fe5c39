import { addCarriedSection, type CarriedTask, type CarriedWords } from "#documents/compose-carried.ts";
import { isFrame, repetitionOf, type Conference } from "#domain/conference.ts";
import { decimal } from "#domain/decimal.ts";
import { periodEnd, periodStart, type Period } from "#domain/period.ts";
import type { PrintedFigure, Report } from "#domain/report.ts";
import { stateOf } from "#domain/task.ts";
import type { GivenTask } from "#domain/conference.ts";
import type { Context } from "./context.ts";
import { nameUnit } from "./task-book.ts";
import { dayOf, openConferenceBook, type ConferenceBook } from "./view-conference.ts";

/**
 * Adds to the report of a period what became of the conclusions of the conference before it, as it stood when the
 * period ended. A report before which nothing was concluded stays as it is.
 */
export async function withCarriedSection(context: Context, report: Report, period: Period): Promise<Report> {
  const book = await openConferenceBook(context);
  const conference = lastBefore(book, period);
  if (!conference) return report;
  const on = [context.today, periodEnd(period)].toSorted()[0] ?? context.today;
  const tasks = book.tasks
    .filter((task) => task.conference === conference.id && task.parent === undefined && task.assignedOn <= on)
    .map((task) => tellTask(book, task, period, on));
  return addCarriedSection(report, {
    title: conference.title,
    heldOn: conference.heldOn,
    on,
    tasks,
    words: repeatedWords(book, period),
  });
}

/** The last conference that caused work and presented an earlier period. */
function lastBefore(book: ConferenceBook, period: Period): Conference | undefined {
  const caused = new Set(book.tasks.map(({ conference }) => conference));
  return [...book.conferences.values()]
    .filter((each) => caused.has(each.id) && periodEnd(each.period) < periodStart(period) && (each.origin === "catalogue" || each.issuedOn !== undefined))
    .toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)))[0];
} // prettier-ignore

function tellTask(book: ConferenceBook, task: GivenTask, period: Period, today: string): CarriedTask {
  const since = book.conferences.get(task.conference)?.period ?? period;
  return {
    number: task.number,
    work: task.work,
    ...(task.lead !== undefined && { lead: nameUnit(book, task.lead).name }),
    state: stateOf(task, { ...book.clock, today }),
    figures: task.indicators.slice(0, 2).flatMap((key) => {
      const given = asGiven(task, key, book.figures.at(key, since));
      const now = book.figures.at(key, period);
      return given || now ? [{ ...(given && { given }), ...(now && { now }) }] : [];
    }),
  };
}

/** As it was when the notice went out, where that was kept; later corrections of that period do not change it. */
function asGiven({ baseline }: GivenTask, key: string, figure: PrintedFigure | undefined): PrintedFigure | undefined {
  const frozen = baseline.find((each) => each.key === key);
  if (!frozen || !figure || frozen.value === null) return figure;
  return { ...figure, value: decimal(frozen.value), text: frozen.text };
} // prettier-ignore

/** Challenges and recommendations of this period's conference that were said before. */
function repeatedWords(book: ConferenceBook, period: Period): CarriedWords[] {
  return [...book.directives.values()].flatMap((directive) => {
    if (directive.kind === "task" || isFrame(directive)) return [];
    if (book.conferences.get(directive.conference)?.period !== period) return [];
    const { times, first } = repetitionOf(directive, (id) => book.directives.get(id));
    const outcome = book.outcomes.get(directive.id) ?? book.outcomes.get(directive.carriedFrom ?? "");
    if (times < 2) return [];
    const since = book.conferences.get(first.conference)?.period ?? period;
    return [{ kind: directive.kind, text: directive.text, times, since, ...(outcome && { outcome: { state: outcome.state, note: outcome.note } }) }]; // prettier-ignore
  });
}
