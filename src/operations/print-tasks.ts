import type { TaskQuery, TaskRow } from "#contract/task.ts";
import { printTableCsv } from "#documents/print-table-csv.ts";
import { printTableXlsx } from "#documents/print-table-xlsx.ts";
import type { PrintedTable } from "#documents/printed-table.ts";
import { formatDay } from "#wording/period.ts";
import { rhythmText } from "#wording/tasks.ts";
import type { Context } from "./context.ts";
import { listTasksOf } from "./list-tasks.ts";

const heads = [
  "Số", "Việc", "Hội nghị", "Đơn vị chủ trì", "Đơn vị phối hợp", "Sản phẩm", "Ngày giao", "Thời hạn", "Thời hạn ban đầu",
  "Tình trạng", "Ngày hoàn thành", "Số ngày quá hạn", "Chờ xác nhận", "Còn thiếu", "Chỉ tiêu, nay",
] as const; // prettier-ignore

const gapNames: Readonly<Record<TaskRow["gaps"][number], string>> = {
  lead: "đơn vị chủ trì",
  "lead-closed": "đơn vị chủ trì đã kết thúc hoạt động",
  term: "thời hạn",
  product: "sản phẩm",
};

/** The task list as a file for Excel or for programs: what the page shows, one row a task. */
export async function printTasks(
  context: Context,
  query: TaskQuery,
  format: "csv" | "xlsx",
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string; readonly fileName: string }> {
  const { today, tasks, counts } = await listTasksOf(context, query);
  const table: PrintedTable = {
    title: "Danh sách việc theo kết luận",
    lines: [`Đến ngày ${formatDay(today)}: ${counts.total} việc, ${counts["open-overdue"]} việc chưa hoàn thành quá hạn, ${counts["no-term"]} việc chưa có thời hạn.`], // prettier-ignore
    rowHeads: heads,
    headLines: [[]],
    rows: tasks.map((task) => ({ labels: cellsOf(task), cells: [] })),
    notes: [],
    madeOn: today,
  };
  const fileName = `viec-theo-ket-luan-${today}.${format}`;
  if (format === "xlsx") {
    const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return { bytes: await printTableXlsx(table), mediaType, fileName };
  }
  const text = printTableCsv(table, { notation: "plain", hasMark: true });
  return { bytes: new TextEncoder().encode(text), mediaType: "text/csv; charset=utf-8", fileName };
}

function cellsOf(task: TaskRow): string[] {
  const day = (on: string | undefined) => (on === undefined ? "" : formatDay(on));
  return [
    task.number,
    task.work,
    task.conferenceTitle,
    task.lead?.name ?? "",
    task.cooperating.map(({ name }) => name).join("; "),
    task.product ?? "",
    day(task.assignedOn),
    task.rhythm ? rhythmText(task.rhythm) : day(task.dueOn),
    day(task.firstDueOn),
    task.statusText,
    day(task.doneOn),
    task.daysLate === undefined ? "" : String(task.daysLate),
    task.awaitsConfirmation ? "có" : "",
    task.gaps.map((gap) => gapNames[gap]).join("; "),
    task.now ? `${task.nowName}: ${task.now.text}` : "",
  ];
}
