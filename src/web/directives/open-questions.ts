import type { TaskGap, TaskRow } from "#contract/task.ts";
import { compareNumbers } from "./status-groups.ts";

export interface OpenQuestion {
  readonly task: string;
  readonly gap: TaskGap;
}

/** The order in which a task is asked about: who first, then by when, then what is to be seen. */
const order = ["lead-closed", "lead", "term", "product"] as const satisfies readonly TaskGap[];

/** What still has to be said before every task can be followed, task by task. Finished work is not asked about. */
export function openQuestions(
  tasks: readonly Pick<TaskRow, "id" | "number" | "gaps" | "status">[],
): readonly OpenQuestion[] {
  return tasks
    .filter(({ status }) => status === "no-term" || status === "open-in-term" || status === "open-overdue")
    .toSorted((a, b) => compareNumbers(a.number, b.number))
    .flatMap(({ id, gaps }) => order.filter((gap) => gaps.includes(gap)).map((gap) => ({ task: id, gap })));
}

/** How many tasks lack a lead that exists, a term or rhythm, a product. */
export function countGaps(
  questions: readonly OpenQuestion[],
): Readonly<Record<"lead" | "term" | "product", number>> {
  const count = (...wanted: readonly TaskGap[]) => questions.filter(({ gap }) => wanted.includes(gap)).length;
  return { lead: count("lead", "lead-closed"), term: count("term"), product: count("product") };
}
