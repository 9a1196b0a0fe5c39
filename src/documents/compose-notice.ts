import type { Conference, Directive } from "#domain/conference.ts";
import type { FigureFacts } from "#domain/figure-facts.ts";
import type { Report } from "#domain/report.ts";
import type { ReportTemplate, TemplateBlock, TemplateSection } from "#domain/report-template.ts";
import { agencyInSentence } from "#wording/agency-name.ts";
import { formatDay } from "#wording/period.ts";
import { composeReport } from "./compose-report.ts";

/** A task with its units by name and its term in words. */
export interface WrittenTask {
  readonly number: string;
  readonly work: string;
  readonly lead?: string;
  readonly cooperating: readonly string[];
  /** "trước ngày …", "hết tháng …", or the rhythm of regular work. */
  readonly term?: string;
  readonly product?: string;
}

export interface WrittenDirective extends Directive {
  readonly tasks: readonly WrittenTask[];
}

export interface NoticeInput {
  readonly conference: Conference;
  readonly directives: readonly WrittenDirective[];
  /** The department's own furniture, as its reports have it. */
  readonly furniture: ReportTemplate["furniture"];
  readonly facts: FigureFacts;
  readonly orgUnit: string;
}

/**
 * Writes the Thông báo kết luận of a conference: what was reached, what stands in the way, what was concluded. It is
 * laid out, worded and figured as reports are; number and day stay blank for the registry.
 */
export function composeNotice({ conference, directives, furniture, facts, orgUnit }: NoticeInput): Report {
  const { period, heldOn, notice, title } = conference;
  const of = (kind: Directive["kind"]) =>
    directives.filter((each) => each.kind === kind && each.origin !== "lead-in" && each.origin !== "closing");
  const parts = [
    { title: "Tóm tắt kết quả đạt được trong {period.name}", blocks: notice.summary, entries: [] },
    { title: "Một số tồn tại, khó khăn, thách thức", blocks: [], entries: of("challenge") },
    { title: "Nội dung cần tập trung thực hiện trong {period.rest}", blocks: [leadIn], entries: of("task") },
    { title: "Đề xuất, kiến nghị", blocks: [], entries: of("recommendation") },
  ].filter(({ blocks, entries }) => entries.length > 0 || blocks.some((block) => block !== leadIn));
  const template: ReportTemplate = {
    id: "thong-bao-ket-luan",
    version: 1,
    validFrom: "2020-01-01",
    periodTypes: [],
    furniture: {
      ...furniture,
      symbol: furniture.symbol.replace(/^[^-/]*/u, "TB"),
      kind: "THÔNG BÁO",
      subject: ["Kết luận của Giám đốc Sở Y tế", ...inTwoLines(`tại ${inSentence(plain(title))}`)],
      addressees: [],
      recipients: notice.recipients ?? furniture.recipients.filter((line) => !/như trên/iu.test(line)),
      signer: signerOf(conference, furniture),
    },
    sections: [
      untitled("opening", opening(conference, agencyInSentence(furniture))),
      ...parts.flatMap(({ title: heading, blocks, entries }, index) => [
        { ...untitled(`part-${index + 1}`, blocks), number: romans[index] ?? "", title: heading, layout: "roman" as const },
        ...entries.map((entry, place) => entrySection(entry, `${index + 1}.${place + 1}`, place + 1)),
      ]),
      untitled("closing", [body(notice.closing ?? closing(title))]),
    ],
    annexes: [],
  }; // prettier-ignore
  const report = composeReport({ template, content: undefined, facts, period, orgUnit, illustrative: false });
  const day = conference.issuedOn ?? heldOn;
  if (day === undefined) return report;
  const dated = { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) };
  return { ...report, furniture: { ...report.furniture, ...dated } };
}

const romans = ["I", "II", "III", "IV"];
const body = (...sentences: string[]): TemplateBlock => ({ style: "body", sentences });
const leadIn = body(
  "Sau khi nghe báo cáo và ý kiến thảo luận, để thực hiện tốt nhiệm vụ trọng tâm {period.rest}, Giám đốc Sở Y tế kết luận như sau:",
);

function untitled(id: string, blocks: readonly TemplateBlock[]): TemplateSection {
  return { id, title: "", layout: "untitled", owners: [], blocks };
}

/** When and where it was, and who came; what was not written down is not said. */
function opening({ heldOn, form, rooms, attending, title }: Conference, agency: string): TemplateBlock[] {
  const when = heldOn === undefined ? "" : `Ngày ${formatDay(heldOn)}, `;
  const how = form === undefined ? "" : ` theo hình thức ${plain(form)}`;
  const where = rooms.length === 0 ? "" : ` tại ${listed(rooms)}`;
  const held = `${when}${agency} tổ chức ${plain(title)}${how}${where}.`;
  return [body(held), ...(attending.length === 0 ? [] : [body(`Dự hội nghị có ${listed(attending)}.`)])];
}

function closing(title: string): string {
  return `Trên đây là kết luận của Giám đốc Sở Y tế tại ${inSentence(plain(title))}; yêu cầu các phòng chức năng, các đơn vị trực thuộc và đơn vị liên quan nghiêm túc tổ chức thực hiện.`;
}

/** One entry by its number; of a conclusion who does it, by when and with what result, as far as that is decided. */
function entrySection(directive: WrittenDirective, id: string, place: number): TemplateSection {
  const { tasks } = directive;
  const [only, ...more] = tasks;
  const text = sentence(plain(directive.text));
  const blocks: TemplateBlock[] =
    more.length === 0
      ? [body(text, ...(only ? assignment(only) : []))]
      : [body(text), ...tasks.filter((task) => assignment(task).length > 0).map((task): TemplateBlock => ({ style: "dash", sentences: [sentence(plain(task.work)), ...assignment(task)] }))]; // prettier-ignore
  return { id, number: String(place), title: "", layout: "arabic", owners: [], blocks };
}

/** "Chủ trì: …; phối hợp: …; thời hạn: …; sản phẩm: …" of what is decided and the words do not say yet. */
function assignment({ lead, cooperating, term, product }: WrittenTask): string[] {
  if (lead === undefined) return [];
  const parts = [
    `Đơn vị chủ trì: ${lead}`,
    ...(cooperating.length > 0 ? [`đơn vị phối hợp: ${cooperating.join(", ")}`] : []),
    ...(term === undefined ? [] : [`thời hạn: ${term}`]),
    ...(product === undefined ? [] : [`sản phẩm: ${product}`]),
  ];
  return [`${plain(parts.join("; "))}.`];
}

function signerOf({ notice }: Conference, { signer }: NoticeInput["furniture"]): NoticeInput["furniture"]["signer"] {
  if (!notice.signer) return signer;
  const { authority, title, name } = notice.signer;
  return { ...(authority !== undefined && { authority }), title, ...(name !== undefined && { name }) };
} // prettier-ignore

/** Braces stand for figures in templates; in words that people said they are brackets. */
function plain(text: string): string {
  return text.replaceAll("{", "(").replaceAll("}", ")").replace(/\s+/gu, " ").trim();
}

function sentence(text: string): string {
  return /[.!?…:]$/u.test(text) ? text : `${text.replace(/[;,]$/u, "")}.`;
}

function inSentence(title: string): string {
  return title.charAt(0).toLocaleLowerCase("vi") + title.slice(1);
}

/** A long trích yếu is parted where it pauses. */
function inTwoLines(subject: string): string[] {
  const at = subject.indexOf(", ");
  return subject.length < 60 || at < 0 ? [subject] : [subject.slice(0, at + 1), subject.slice(at + 2)];
}

function listed(parts: readonly string[]): string {
  return parts.map(plain).join("; ");
}
