import { optionCombo } from "#domain/breakdown.ts";
import type { TaskState } from "#domain/task.ts";
import type { Paragraph, PrintedFigure, Report, ReportSection, Sentence, Span } from "#domain/report.ts";
import { formatDay, periodName } from "#wording/period.ts";
import { statusText } from "#wording/tasks.ts";

/** A task as the report tells it, with its figures when it was given and now. */
export interface CarriedTask {
  readonly number: string;
  readonly work: string;
  readonly lead?: string;
  readonly state: TaskState;
  readonly figures: readonly { readonly given?: PrintedFigure; readonly now?: PrintedFigure }[];
}

/** A challenge or recommendation that was said before. */
export interface CarriedWords {
  readonly kind: "challenge" | "recommendation";
  readonly text: string;
  readonly times: number;
  /** The period in which it was first said. */
  readonly since: string;
  readonly outcome?: { readonly state: "open" | "partly" | "met" | "not-met"; readonly note: string };
}

export interface CarriedInput {
  readonly title: string;
  readonly heldOn: string | undefined;
  /** The day on which everything stands as told. */
  readonly on: string;
  readonly tasks: readonly CarriedTask[];
  readonly words: readonly CarriedWords[];
}

/**
 * Adds "Tình hình thực hiện kết luận" to a report: before its second part, or at its end. Figures then and now are
 * chips like all others; statuses are the four official words, and work without a term is told to belong to none.
 */
export function addCarriedSection(report: Report, input: CarriedInput): Report {
  if (input.tasks.length === 0) return report;
  const figures = [...report.figures];
  const keep = (figure: PrintedFigure): Span => {
    const known = figures.findIndex((each) => isSame(each, figure));
    if (known < 0) figures.push(figure);
    return { text: figure.text, figure: known < 0 ? figures.length - 1 : known };
  };
  const at = secondPart(report.sections);
  const before = report.sections.slice(0, at);
  const own = sectionsOf(input, nextRoman(before), keep);
  return { ...report, sections: [...before, ...own, ...report.sections.slice(at)], figures };
}

/** One figure is one thing, however often it is printed; as it was on another day it is another. */
function isSame(a: PrintedFigure, b: PrintedFigure): boolean {
  const name = ({ key, role, period, orgUnit, breakdown, anchor, value }: PrintedFigure) =>
    [key, role, period, orgUnit, optionCombo(breakdown), anchor ?? "", value?.toFixed()].join("|");
  return name(a) === name(b);
}

function secondPart(sections: readonly ReportSection[]): number {
  const parts = sections.flatMap(({ layout }, index) => (layout === "part" ? [index] : []));
  return parts[1] ?? sections.length;
}

const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/** The number after the romans of the part in which it comes to stand. */
function nextRoman(before: readonly ReportSection[]): string {
  const part = before.findLastIndex(({ layout }) => layout === "part");
  return romans[before.slice(part + 1).filter(({ layout }) => layout === "roman").length] ?? "";
}

function sectionsOf(input: CarriedInput, number: string, keep: (figure: PrintedFigure) => Span): ReportSection[] {
  const { title, heldOn, tasks, words } = input;
  const held = heldOn === undefined ? "" : ` ngày ${formatDay(heldOn)}`;
  const opening = `Thực hiện kết luận của Giám đốc Sở Y tế tại ${lower(title)}${held}, ${countSentence(tasks, input.on)}`;
  const said = words.map((each) => paragraph("dash", [{ text: wordsSentence(each) }]));
  const section = { id: "carried", number, title: "Tình hình thực hiện kết luận của hội nghị trước", layout: "roman", owners: [] } as const;
  const paragraphs = [paragraph("body", [{ text: opening }]), ...tasks.map((task) => taskParagraph(task, keep))];
  if (said.length === 0) return [{ ...section, paragraphs }];
  return [
    { ...section, paragraphs: [...paragraphs, paragraph("body", [{ text: "Khó khăn và kiến nghị được nêu lại:" }]), ...said] },
  ];
} // prettier-ignore

const statuses = ["done-on-time", "done-late", "open-in-term", "open-overdue"] as const;

/** Only what there is: nought of something is not told. */
function countSentence(tasks: readonly CarriedTask[], on: string): string {
  const of = (status: TaskState["status"]) => tasks.filter(({ state }) => state.status === status).length;
  const ranked = statuses.filter((status) => of(status) > 0).map((status) => `${two(of(status))} việc ${lower(statusText(status)).replace(",", "")}`); // prettier-ignore
  const others = [
    ...(of("no-term") > 0 ? [`${two(of("no-term"))} việc chưa có thời hạn nên chưa xếp loại`] : []),
    ...(of("stopped") > 0 ? [`${two(of("stopped"))} việc thôi thực hiện`] : []),
  ];
  return `tính đến ngày ${formatDay(on)} có ${two(tasks.length)} việc, trong đó: ${[...ranked, ...others].join("; ")}.`;
}

function taskParagraph({ number, work, lead, state, figures }: CarriedTask, keep: (figure: PrintedFigure) => Span): Paragraph {
  const who = lead === undefined ? "" : ` (${lead} chủ trì)`;
  const spans: Span[] = [{ text: `Việc số ${number}: ${work.replace(/[.;\s]+$/u, "")}${who}: ${stateSentence(state)}` }];
  for (const { given, now } of figures) {
    const name = (now ?? given)?.name.vi;
    if (name === undefined) continue;
    spans.push({ text: `; ${lower(name)} ` });
    if (given) spans.push(keep(given), { text: ` (${periodName(given.period)})` });
    if (given && now) spans.push({ text: ", nay " });
    if (now) spans.push(keep(now), { text: ` (${periodName(now.period)})` });
  }
  return paragraph("dash", [...spans, { text: "." }]);
} // prettier-ignore

function stateSentence({ status, dueOn, doneOn, awaitsConfirmation }: TaskState): string {
  const words = lower(statusText(status)).replace(",", "");
  const waits = awaitsConfirmation ? ", đơn vị đã báo hoàn thành, chờ xác nhận" : "";
  if (status === "no-term") return `chưa có thời hạn${waits}`;
  const done = doneOn === undefined ? "" : ` (ngày ${formatDay(doneOn)})`;
  const due = doneOn === undefined && dueOn !== undefined ? ` (hạn ngày ${formatDay(dueOn)})` : "";
  return `${words}${done}${due}${waits}`;
}

const outcomes = { open: "chưa được giải quyết", partly: "đã được giải quyết một phần", met: "đã được giải quyết", "not-met": "không được chấp thuận" }; // prettier-ignore

function wordsSentence({ kind, text, times, since, outcome }: CarriedWords): string {
  const what = kind === "challenge" ? "Khó khăn" : "Kiến nghị";
  const said = `${what} nêu ${two(times)} lần, từ ${periodName(since)}`;
  const became = outcome ? `; ${outcomes[outcome.state]}: ${outcome.note.replace(/[.;\s]+$/u, "")}` : "";
  return `${said}: ${text.replace(/[.;\s]+$/u, "")}${became}.`;
}

function paragraph(style: Paragraph["style"], spans: readonly Span[]): Paragraph {
  const sentence: Sentence = { spans };
  return { style, sentences: [sentence] };
}

/** Small counts take a leading zero in administrative writing. */
function two(count: number): string {
  return String(count).padStart(2, "0");
}

function lower(text: string): string {
  return /^\p{Lu}(?=\p{Ll}|\s)/u.test(text) ? text.charAt(0).toLocaleLowerCase("vi") + text.slice(1) : text;
}
