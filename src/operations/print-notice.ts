import { composeNotice, type WrittenDirective } from "#documents/compose-notice.ts";
import { printReportDocx } from "#documents/report-docx.ts";
import { printReportHtml } from "#documents/report-html.ts";
import { printReportPdf } from "#documents/report-pdf.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Report } from "#domain/report.ts";
import type { ReportTemplate } from "#domain/report-template.ts";
import { findReportTemplate } from "#store/report-templates.ts";
import { rhythmText, termText } from "#wording/tasks.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { loadFacts } from "./load-facts.ts";
import { nameUnit } from "./task-book.ts";
import { directivesOf, openConferenceBook } from "./view-conference.ts";
import type { GivenTask } from "#domain/conference.ts";
import type { TaskBook } from "./task-book.ts";

export const letterFormats = ["docx", "pdf", "html"] as const;
export type LetterFormat = (typeof letterFormats)[number];

export interface PrintedLetter {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
}

/** The Thông báo kết luận of a conference with its figures as they are now. Refuses with `unknown-conference`. */
export async function buildNotice(context: Context, { id }: { readonly id: string }): Promise<Report> {
  const { province } = context;
  allow(context, "read-figures", { orgUnit: province });
  const book = await openConferenceBook(context);
  const conference = book.conferences.get(id);
  if (!conference) throw new Refusal("unknown-conference", { conference: id });
  const [furniture, facts] = await Promise.all([
    getFurniture(context, conference.heldOn ?? context.today),
    loadFacts(context, conference.period),
  ]);
  const directives = directivesOf(book, id).map((directive): WrittenDirective => ({
    ...directive,
    tasks: book.tasks
      .filter((task) => task.directive === directive.id && task.parent === undefined)
      .map((task) => writeTask(book, task)),
  }));
  return composeNotice({ conference, directives, furniture, facts, orgUnit: province });
}

/** The same as a file: .docx, .pdf, .html. */
export async function printNotice(
  context: Context,
  { id, format }: { readonly id: string; readonly format: LetterFormat },
): Promise<PrintedLetter> {
  return printLetter(await buildNotice(context, { id }), format, `thong-bao-ket-luan-${id}`);
}

/** An official document as a file. */
export async function printLetter(report: Report, format: LetterFormat, name: string): Promise<PrintedLetter> {
  const bytes = await {
    docx: () => printReportDocx(report),
    pdf: () => printReportPdf(report),
    html: () => new TextEncoder().encode(printReportHtml(report)),
  }[format]();
  return { bytes, mediaType: mediaTypes[format], fileName: `${name}.${format}` };
} // prettier-ignore

const mediaTypes: Readonly<Record<LetterFormat, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  html: "text/html; charset=utf-8",
};

/** The department's letterhead, place and recipients: those of its half-year report. Refuses with `no-template`. */
export async function getFurniture(
  { db, province }: Context,
  on: string,
): Promise<ReportTemplate["furniture"]> {
  const template = await findReportTemplate(db, province, { periodType: "half-year", on });
  if (!template) throw new Refusal("no-template", { period: on.slice(0, 4) });
  return template.furniture;
}

/** A task with its units by name and its term in words. */
export function writeTask(book: TaskBook, task: GivenTask): WrittenDirective["tasks"][number] {
  const { number, work, lead, cooperating, term, rhythm, product } = task;
  const until = term ? termText(term) : rhythm && rhythmText(rhythm);
  return {
    number,
    work,
    ...(lead !== undefined && { lead: nameUnit(book, lead).name }),
    cooperating: cooperating.map((uid) => nameUnit(book, uid).name),
    ...(until !== undefined && { term: until }),
    ...(product !== undefined && { product }),
  };
}
