import type { LetterList, TaskRow } from "#contract/task.ts";
import { composeLetter, type LetterTask } from "#documents/compose-letters.ts";
import { addDays } from "#domain/calendar.ts";
import { Refusal } from "#domain/refusal.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import {
  getFurniture,
  printLetter,
  writeTask,
  type LetterFormat,
  type PrintedLetter,
} from "./print-notice.ts";
import { nameUnit, openTaskBook, publishTaskRow, type TaskBook } from "./task-book.ts";
import { isOpen } from "./view-conference.ts";

export interface LetterChoice {
  /** Phiếu giao việc for what was given; đôn đốc for what is late, due within a week, or owed a review. */
  readonly kind: "assignment" | "reminder";
  readonly conference?: string | undefined;
}

const daysBefore = 7;

/** The letters that there are to write: one for each lead unit, all its tasks in it. */
export async function listLetters(context: Context, choice: LetterChoice): Promise<LetterList> {
  const { book, rows } = await choose(context, choice);
  const units = [...new Set(rows.flatMap(({ lead }) => lead?.uid ?? []))];
  const address = (uid: string, format: string) => `/api/letters/${choice.kind}/${encodeURIComponent(uid)}.${format}${choice.conference === undefined ? "" : `?conference=${encodeURIComponent(choice.conference)}`}`; // prettier-ignore
  return {
    letters: units.map((uid) => {
      const own = rows.filter(({ lead }) => lead?.uid === uid);
      const overdue = own.filter(({ status }) => status === "open-overdue").length;
      return { unit: nameUnit(book, uid), tasks: own.length, overdue, docx: address(uid, "docx"), pdf: address(uid, "pdf") };
    }),
    withoutLead: rows.filter(({ lead }) => lead === undefined).length,
  }; // prettier-ignore
}

/** One of them as a file. Refuses with `nothing-to-write` for a unit that has no such task. */
export async function printLetterTo(
  context: Context,
  { orgUnit, format, ...choice }: LetterChoice & { readonly orgUnit: string; readonly format: LetterFormat },
): Promise<PrintedLetter> {
  const { province, today } = context;
  const { book, rows } = await choose(context, choice);
  const own = rows.filter(({ lead }) => lead?.uid === orgUnit);
  const unit = nameUnit(book, orgUnit).name;
  if (own.length === 0) throw new Refusal("nothing-to-write", { unit });
  const furniture = await getFurniture(context, today);
  const tasks = own.map((row) => letterTask(book, row));
  const letter = composeLetter({ kind: choice.kind, unit, tasks, furniture, orgUnit: province, today });
  const name = choice.kind === "assignment" ? "phieu-giao-viec" : "don-doc";
  return printLetter(letter, format, `${name}-${orgUnit}-${today}`);
}

async function choose(context: Context, { kind, conference }: LetterChoice) {
  allow(context, "give-directives", { orgUnit: context.province });
  const book = await openTaskBook(context, conference === undefined ? {} : { conferences: [conference] });
  const soon = addDays(context.today, daysBefore);
  const isPressing = (row: TaskRow) =>
    row.isReviewDue || (row.dueOn !== undefined && row.dueOn <= soon && !row.awaitsConfirmation);
  const rows = book.tasks
    .map((task) => publishTaskRow(book, task))
    .filter((row) => isOpen(row) && (kind === "assignment" || isPressing(row)));
  return { book, rows };
}

function letterTask(book: TaskBook, row: TaskRow): LetterTask {
  const task = book.tasks.find(({ id }) => id === row.id)!; // rows are made of the book's tasks
  return {
    ...writeTask(book, task),
    conference: row.conferenceTitle.charAt(0).toLocaleLowerCase("vi") + row.conferenceTitle.slice(1),
    awaitsReview: row.isReviewDue,
    ...(row.dueOn !== undefined && { dueOn: row.dueOn }),
    ...(row.daysLate !== undefined && { daysLate: row.daysLate }),
  };
}
