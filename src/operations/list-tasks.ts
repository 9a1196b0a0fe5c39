import type { TaskList, TaskQuery, TaskRow } from "#contract/task.ts";
import type { Context } from "./context.ts";
import { countTasks, openTaskBook, publishTaskRow } from "./task-book.ts";
import { isOpen } from "./view-conference.ts";

/** The tasks that who asks may see, overdue first, with how many stand where. */
export async function listTasksOf(context: Context, query: TaskQuery): Promise<TaskList> {
  const book = await openTaskBook(context, query.conference === undefined ? {} : { conferences: [query.conference] }); // prettier-ignore
  const rows = book.tasks.map((task) => publishTaskRow(book, task)).filter((row) => isOf(row, query));
  const chosen = rows.filter((row) => isAt(row, query));
  return { today: context.today, tasks: chosen.toSorted(byPressure), counts: countTasks(rows) };
}

/** Whose it is and what it says. */
function isOf(row: TaskRow, { orgUnit, role, open, text }: TaskQuery): boolean {
  const leads = row.lead?.uid === orgUnit;
  const helps = row.cooperating.some(({ uid }) => uid === orgUnit);
  if (orgUnit !== undefined && !(role === "lead" ? leads : role === "cooperating" ? helps : leads || helps)) return false; // prettier-ignore
  if (open !== undefined && isOpen(row) !== open) return false;
  return text === undefined || plain(`${row.number} ${row.work} ${row.product ?? ""}`).includes(plain(text));
}

/** Where it stands. */
function isAt(row: TaskRow, { status, waiting }: TaskQuery): boolean {
  if (status !== undefined && row.status !== status) return false;
  if (waiting === "confirmation") return row.awaitsConfirmation;
  if (waiting === "extension") return row.awaitsExtension;
  return waiting === "review" ? row.isReviewDue : true;
}

const order: readonly TaskRow["status"][] = ["open-overdue", "open-in-term", "no-term", "done-late", "done-on-time", "stopped"]; // prettier-ignore

function byPressure(a: TaskRow, b: TaskRow): number {
  return (
    order.indexOf(a.status) - order.indexOf(b.status) ||
    (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999") ||
    a.conference.localeCompare(b.conference) ||
    a.number.localeCompare(b.number, "en", { numeric: true })
  );
}

/** Small letters without accents: what people type in a hurry. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .trim();
}
