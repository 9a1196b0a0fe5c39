import type { Rhythm, TaskTerm } from "#domain/task-term.ts";
import type { TaskEvent, TaskStatus } from "#domain/task.ts";
import { formatDay, periodName } from "./period.ts";
import type { Language } from "./refusals.ts";

/** The four official statuses, and the two that belong to none of them. */
const statuses: Readonly<Record<TaskStatus, Record<Language, string>>> = {
  "done-on-time": { vi: "Hoàn thành đúng hạn", en: "Done on time" },
  "done-late": { vi: "Hoàn thành quá hạn", en: "Done late" },
  "open-in-term": { vi: "Chưa hoàn thành, trong hạn", en: "Open, in term" },
  "open-overdue": { vi: "Chưa hoàn thành, quá hạn", en: "Open, overdue" },
  "no-term": { vi: "Chưa xếp được, thiếu thời hạn", en: "No term, not ranked" },
  stopped: { vi: "Thôi thực hiện", en: "Given up" },
};

export function statusText(status: TaskStatus, language: Language = "vi"): string {
  return statuses[status][language];
}

/** "trước ngày 01/10/2020" is the term until 30/9: the last day itself is in time, and is what is printed. */
export function termText(term: TaskTerm): string {
  switch (term.kind) {
    case "date":
      return `ngày ${formatDay(term.on)}`;
    case "month":
      return `hết ${periodName(term.month)}`;
    case "period":
      return `hết ${periodName(term.period)}`;
    case "days":
      return `${term.count} ${term.counting === "days" ? "ngày" : "ngày làm việc"} kể từ ngày ${formatDay(term.from)}`;
  }
}

const rhythms: Readonly<Record<Rhythm["every"], string>> = {
  week: "hằng tuần",
  month: "hằng tháng",
  quarter: "hằng quý",
  "half-year": "6 tháng một lần",
  year: "hằng năm",
};

export function rhythmText({ every, from }: Rhythm): string {
  return `thường xuyên, rà soát ${rhythms[every]} từ ngày ${formatDay(from)}`;
}

const fields: Readonly<Record<Extract<TaskEvent, { kind: "changed" }>["field"], string>> = {
  work: "nội dung việc",
  product: "sản phẩm",
  lead: "đơn vị chủ trì",
  cooperating: "đơn vị phối hợp",
  term: "thời hạn",
  rhythm: "nhịp rà soát",
  indicators: "chỉ tiêu",
};

/** One line of a task's history, without what was written with it. */
export function happeningText(event: TaskEvent): string {
  switch (event.kind) {
    case "progress":
      return "Báo cáo tiến độ";
    case "done":
      return `Báo đã hoàn thành ngày ${formatDay(event.doneOn)}`;
    case "confirmed":
      return "Xác nhận hoàn thành";
    case "returned":
      return "Trả lại, chưa coi là hoàn thành";
    case "extension-asked":
      return `Xin gia hạn đến ${termText(event.term)}`;
    case "extended":
      return `Đồng ý gia hạn đến ${termText(event.term)}`;
    case "extension-refused":
      return "Không đồng ý gia hạn";
    case "reviewed":
      return "Đã rà soát";
    case "stopped":
      return "Thôi thực hiện";
    case "resumed":
      return "Thực hiện trở lại";
    case "carried":
      return "Đưa vào kết luận của hội nghị sau";
    case "changed":
      return `Đổi ${fields[event.field]}: ${event.from || "chưa có"} → ${event.to || "bỏ"}`;
  }
}
