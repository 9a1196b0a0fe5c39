import type { AnalyticsFileQuery } from "#contract/analytics-file.ts";
import type { AnalyticsCell, AnalyticsTable } from "#contract/analytics.ts";
import type { NoteTable } from "#documents/printed-table.ts";
import { decimal } from "#domain/decimal.ts";
import { formatNumber } from "#wording/number.ts";
import { formatDay, periodName } from "#wording/period.ts";
import { absenceWords, roleHeads, stateWords } from "#wording/table-words.ts";
import { comparisons, itemName } from "./print-figure-table-layout.ts";

const count = (value: number) => formatNumber(decimal(value), 0);

/** So many single numbers are spoken of; the rest are counted. */
const mostNotes = 5_000;

/** The lines below the title: on which map, for when, from where, as of which day, how complete. */
export function linesOf(table: AnalyticsTable, query: AnalyticsFileQuery, today: string): string[] {
  const { tree, periods, orgUnits, cells } = table;
  const isRestated = tree !== "as-it-stood";
  const provisional = cells.filter(({ state }) => state === "provisional").length;
  const [reported, expected] = cells.filter(({ role }) => !comparisons.has(role)).reduce(([have, want], cell) => [have + cell.reported + cell.carried, want + cell.expected], [0, 0]); // prettier-ignore
  const absent = cells.filter(({ value }) => value === null).length;
  return [
    `Đơn vị: ${inShort(orgUnits.map(({ fullName }) => fullName), "đơn vị")}`,
    `Kỳ: ${inShort(periods.map((period) => periodName(period)), "kỳ")}${query.yearToDate ? ", lũy tích từ đầu năm" : ""}`,
    isRestated ? `Cây đơn vị: quy về bản đồ ngày ${formatDay(tree)}` : "Cây đơn vị: như tại từng kỳ",
    query.illustrative ? "Nguồn: SỐ LIỆU MINH HỌA, không phải số báo cáo" : "Nguồn: số liệu báo cáo trong hệ thống Tuyến",
    `Số liệu có đến ngày ${formatDay(today)}`,
    `${count(cells.length)} số, trong đó ${count(provisional)} tạm tính, ${count(absent)} chưa có; tổng hợp từ ${count(reported)} trên ${count(expected)} báo cáo dự kiến`,
  ];
} // prettier-ignore

const mostNamed = 4;

function inShort(names: readonly string[], what: string): string {
  if (names.length <= mostNamed) return names.join("; ");
  return `${names.slice(0, mostNamed - 1).join("; ")}… (${count(names.length)} ${what})`;
}

/** What stands behind restated numbers, and every number that is not simply there. */
export function notesOf(table: AnalyticsTable): NoteTable[] {
  return [restatementNotes(table), crossingNotes(table), cellNotes(table)].filter(({ rows }) => rows.length > 0); // prettier-ignore
}

function restatementNotes({ restatements, names }: AnalyticsTable): NoteTable {
  return {
    title: "Số quy về bản đồ khác",
    head: ["Đơn vị", "Kỳ", "Bản đồ ngày", "Từ đơn vị", "Thành đơn vị", "Từ ngày", "Tỷ lệ", "Văn bản"],
    rows: restatements.flatMap(({ orgUnit, period, tree, successions }) =>
      successions.map(({ predecessor, successor, on, share, decree = "" }) => [
        names[orgUnit] ?? orgUnit,
        periodName(period),
        formatDay(tree),
        names[predecessor] ?? predecessor,
        names[successor] ?? successor,
        formatDay(on),
        `${formatNumber(decimal(share * 100), 2).replace(/,?0+$/, "")}%`,
        decree,
      ]),
    ),
  };
}

function crossingNotes({ restatements, names }: AnalyticsTable): NoteTable {
  return {
    title: "Không tính được: có đơn vị nằm ở cả hai bên ranh giới",
    head: ["Đơn vị", "Kỳ", "Bản đồ ngày", "Đơn vị nằm ở cả hai bên"],
    rows: restatements
      .filter(({ crossing }) => crossing.length > 0)
      .map(({ orgUnit, period, tree, crossing }) => [
        names[orgUnit] ?? orgUnit,
        periodName(period),
        formatDay(tree),
        crossing.map((uid) => names[uid] ?? uid).join("; "),
      ]),
  };
}

function cellNotes(table: AnalyticsTable): NoteTable {
  const items = new Map(table.items.map((item) => [item.id, itemName(item)]));
  const units = new Map(table.orgUnits.map(({ uid, fullName }) => [uid, fullName]));
  const spoken = table.cells.filter(({ state, stated }) => state !== "confirmed" || stated !== undefined);
  const rows = spoken
    .slice(0, mostNotes)
    .map((cell) => [
      items.get(cell.item) ?? cell.item,
      units.get(cell.orgUnit) ?? cell.orgUnit,
      periodName(cell.period),
      roleHeads[cell.role],
      stateWords[cell.state],
      reasonOf(cell),
      count(cell.reported + cell.carried),
      count(cell.expected),
      cell.stated ?? "",
    ]);
  const more = spoken.length - rows.length;
  return {
    title: "Từng số tạm tính, chưa có hoặc khác văn bản nguồn",
    head: ["Chỉ tiêu", "Đơn vị", "Kỳ", "Số liệu", "Tình trạng", "Lý do", "Đã báo cáo", "Dự kiến", "Văn bản ghi"],
    rows: more > 0 ? [...rows, [`… và ${count(more)} số nữa`]] : rows,
  }; // prettier-ignore
}

function reasonOf({ value, reason, reported, carried, expected }: AnalyticsCell): string {
  if (value === null) return absenceWords[reason ?? "not-reported"] ?? "";
  if (carried > 0) return "có đơn vị lấy số kỳ trước";
  return reported + carried < expected ? "chưa báo cáo đủ" : "";
}
