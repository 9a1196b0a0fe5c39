import type { Report, ReportSection, Furniture, Paragraph } from "#domain/report.ts";
import { formatDay } from "#wording/period.ts";
import type { WrittenTask } from "./compose-notice.ts";

/** A task as a letter tells it: where it was concluded, and how late it is. */
export interface LetterTask extends WrittenTask {
  readonly conference: string;
  readonly dueOn?: string;
  readonly daysLate?: number;
  readonly awaitsReview: boolean;
}

export interface LetterInput {
  readonly kind: "assignment" | "reminder";
  readonly unit: string;
  readonly tasks: readonly LetterTask[];
  readonly furniture: Omit<Furniture, "month" | "year">;
  readonly orgUnit: string;
  readonly today: string;
}

const kinds = {
  assignment: {
    kind: "PHIẾU GIAO VIỆC",
    symbol: "PGV",
    subject: ["Thực hiện kết luận của Giám đốc Sở Y tế"],
    closing: "Đề nghị đơn vị tổ chức thực hiện, báo cáo tiến độ và kết quả kèm tài liệu chứng minh về Văn phòng Sở để tổng hợp.",
  },
  reminder: {
    kind: "THÔNG BÁO",
    symbol: "TB",
    subject: ["Về việc đôn đốc thực hiện kết luận của Giám đốc Sở Y tế"],
    closing: "Đề nghị đơn vị khẩn trương thực hiện và báo cáo kết quả; việc không thể hoàn thành đúng hạn phải xin gia hạn, nêu rõ lý do và thời hạn mới.",
  },
} as const; // prettier-ignore

/** One letter to one unit with all its tasks, in the layout of the decree; number and day stay blank. */
export function composeLetter({ kind, unit, tasks, furniture, orgUnit, today }: LetterInput): Report {
  const { kind: name, symbol, subject, closing } = kinds[kind];
  const count = String(tasks.length).padStart(2, "0");
  const opening =
    kind === "assignment"
      ? `Căn cứ kết luận của Giám đốc Sở Y tế, Sở Y tế giao ${unit} chủ trì thực hiện ${count} việc sau:`
      : `Qua theo dõi đến ngày ${formatDay(today)}, ${unit} còn ${count} việc quá hạn, sắp đến hạn hoặc đến kỳ rà soát:`;
  return {
    period: today.slice(0, 4),
    orgUnit,
    furniture: {
      ...furniture,
      symbol: furniture.symbol.replace(/^[^-/]*/u, symbol),
      kind: name,
      subject,
      addressees: [unit],
      recipients: [
        "Như trên",
        "Lãnh đạo Sở Y tế",
        ...furniture.recipients.filter((line) => /lưu/iu.test(line)),
      ],
      month: Number(today.slice(5, 7)),
      year: Number(today.slice(0, 4)),
    },
    sections: [
      section("opening", [body(opening)]),
      ...tasks.map((task, index) => taskSection(task, index + 1, kind)),
      section("closing", [body(closing)]),
    ],
    annexes: [],
    figures: [],
    illustrative: false,
  };
}

function taskSection(task: LetterTask, place: number, kind: LetterInput["kind"]): ReportSection {
  const { work, conference, cooperating, product, term, number } = task;
  const lines = [
    `Theo kết luận số ${number}, ${conference}`,
    ...(cooperating.length > 0 ? [`Đơn vị phối hợp: ${cooperating.join(", ")}`] : []),
    ...(product === undefined ? [] : [`Sản phẩm: ${product}`]),
    kind === "assignment" ? `Thời hạn: ${term ?? "chưa ấn định"}` : lateness(task),
  ];
  const paragraphs = [body(`${work.replace(/[.;\s]+$/u, "")}.`), ...lines.map((line, index) => dash(`${line}${index === lines.length - 1 ? "." : ";"}`))]; // prettier-ignore
  return { ...section(String(place), paragraphs), number: String(place), layout: "arabic" };
}

function lateness({ dueOn, daysLate, awaitsReview }: LetterTask): string {
  if (daysLate !== undefined && dueOn !== undefined) return `Thời hạn ngày ${formatDay(dueOn)}, đã quá hạn ${daysLate} ngày`; // prettier-ignore
  if (awaitsReview) return "Đã đến kỳ rà soát";
  return dueOn === undefined ? "Chưa ấn định thời hạn" : `Thời hạn ngày ${formatDay(dueOn)}, sắp đến hạn`;
}

function section(id: string, paragraphs: readonly Paragraph[]): ReportSection {
  return { id, title: "", layout: "untitled", owners: [], paragraphs };
}
const body = (text: string): Paragraph => ({ style: "body", sentences: [{ spans: [{ text }] }] });
const dash = (text: string): Paragraph => ({ style: "dash", sentences: [{ spans: [{ text }] }] });
