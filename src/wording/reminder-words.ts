import type { Notice } from "#domain/reminder.ts";
import { isPeriod } from "#domain/period.ts";
import { formatDay, periodName } from "./period.ts";
import type { Language } from "./refusals.ts";

/** A notice as one line: what it is, whose, by when, and how long it is overdue. */
export function noticeText(notice: Notice, language: Language): string {
  return language === "vi" ? inVietnamese(notice) : inEnglish(notice);
}

function inVietnamese({ topic, name, period, ofUnit, dueOn, daysLeft }: Notice): string {
  const what = `${name.vi}${period === undefined ? "" : `, ${named(period)}`}`;
  const days = Math.abs(daysLeft);
  const late = `quá hạn ${days} ngày (hạn ${formatDay(dueOn)})`;
  const soon = daysLeft === 0 ? "hạn hôm nay" : `hạn ${formatDay(dueOn)}, còn ${days} ngày`;
  const when = daysLeft < 0 ? late : soon;
  switch (topic) {
    case "form-due":
      return `${what}: ${when}.`;
    case "form-overdue":
      return `${what}: ${when}, chưa nộp.`;
    case "form-returned":
      return `${what}: đã trả lại để sửa, ${when}.`;
    case "form-overdue-below":
      return `${ofUnit?.name ?? ""}: ${what}, ${when}, chưa nộp.`;
    default:
      return `${what}: ${when}.`;
  }
}

function inEnglish({ topic, name, period, ofUnit, dueOn, daysLeft }: Notice): string {
  const what = `${name.en}${period === undefined ? "" : `, ${period}`}`;
  const days = `${Math.abs(daysLeft)} ${Math.abs(daysLeft) === 1 ? "day" : "days"}`;
  const when = daysLeft < 0 ? `overdue by ${days} (due ${dueOn})` : daysLeft === 0 ? "due today" : `due ${dueOn}, in ${days}`; // prettier-ignore
  switch (topic) {
    case "form-overdue":
      return `${what}: ${when}, not handed in.`;
    case "form-returned":
      return `${what}: returned to be corrected, ${when}.`;
    case "form-overdue-below":
      return `${ofUnit?.name ?? ""}: ${what}, ${when}, not handed in.`;
    default:
      return `${what}: ${when}.`;
  }
}

function named(period: string): string {
  return isPeriod(period) ? periodName(period) : period;
}

/** A unit with what it is reminded of. */
export interface UnitNotices {
  readonly unitName: string;
  readonly notices: readonly Notice[];
}

/** "Nhắc nộp báo cáo: Trạm Y tế xã Tà Mung (3 việc)" */
export function reminderSubject(units: readonly UnitNotices[], language: Language = "vi"): string {
  const count = units.reduce((sum, { notices }) => sum + notices.length, 0);
  const [only, ...more] = units;
  const who = only && more.length === 0 ? only.unitName : language === "vi" ? `${units.length} đơn vị` : `${units.length} units`; // prettier-ignore
  return language === "vi"
    ? `Nhắc việc báo cáo: ${who} (${count} việc)`
    : `Reports to do: ${who} (${count} ${count === 1 ? "thing" : "things"})`;
}

/** The whole reminder as plain text; `address`: where people reach the application. */
export function reminderText(
  units: readonly UnitNotices[],
  { address, language = "vi" }: { readonly address?: string; readonly language?: Language },
): string {
  const link = (page: string | undefined) =>
    address === undefined || page === undefined ? "" : `\n    ${address}${page}`;
  const blocks = units.map(({ unitName, notices }) => {
    const own = notices.filter(({ topic }) => topic !== "form-overdue-below");
    const lines = own.map((notice) => `${noticeText(notice, language)}${link(notice.page)}`);
    return [unitName, ...[...lines, ...linesBelow(notices, language)].map((line) => `  - ${line}`)].join(
      "\n",
    );
  });
  const closing =
    language === "vi"
      ? "Thư tự động của hệ thống báo cáo Tuyến. Nếu đã nộp, xin bỏ qua thư này."
      : "Sent by the reporting system Tuyến. If it is handed in already, please ignore this.";
  return `${blocks.join("\n\n")}\n\n${closing}\n`;
}

/** What is overdue below, one line for a form with all the units that owe it. */
function linesBelow(notices: readonly Notice[], language: Language): string[] {
  const groups = new Map<string, Notice[]>();
  for (const notice of notices.filter(({ topic }) => topic === "form-overdue-below")) {
    const key = `${notice.name.vi}|${notice.period}`;
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [Notice];
    const units = group.map(({ ofUnit }) => ofUnit?.name ?? "").join(", ");
    const { name, period = "", dueOn, daysLeft } = first;
    return language === "vi"
      ? `${name.vi}, ${named(period)}: ${group.length} đơn vị chưa nộp, quá hạn ${-daysLeft} ngày (hạn ${formatDay(dueOn)}): ${units}.`
      : `${name.en}, ${period}: not handed in by ${group.length} ${group.length === 1 ? "unit" : "units"}, overdue by ${-daysLeft} days (due ${dueOn}): ${units}.`;
  });
}
