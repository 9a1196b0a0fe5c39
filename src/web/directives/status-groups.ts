import type { TaskStatus } from "#domain/task.ts";

/** In the order of the bar: what is late first, what cannot be ranked last. */
export const statusOrder = [
  "open-overdue",
  "open-in-term",
  "done-late",
  "done-on-time",
  "no-term",
  "stopped",
] as const satisfies readonly TaskStatus[];

export interface StatusGroup {
  readonly status: TaskStatus;
  readonly count: number;
}

/** How many tasks stand where, in the order of the bar; statuses that nobody has are left out. */
export function groupByStatus(tasks: readonly { readonly status: TaskStatus }[]): readonly StatusGroup[] {
  return statusOrder.flatMap((status) => {
    const count = tasks.filter((task) => task.status === status).length;
    return count === 0 ? [] : [{ status, count }];
  });
}

/** Numbers of conclusions as people read them: 2 before 10, 5.2 before 5.10. */
export function compareNumbers(a: string, b: string): number {
  return a.localeCompare(b, "vi", { numeric: true });
}
