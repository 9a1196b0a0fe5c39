import type { SubmissionStand } from "./submission.ts";

/** What a form asks of its unit, the most pressing first. */
export const todoKinds = ["correct", "overdue", "due", "open", "waiting", "done"] as const;
export type TodoKind = (typeof todoKinds)[number];

/** A form due within so many days is pressing. */
const soon = 3;

/** `daysLeft` until the due day, negative when it is past. */
export function todoKind({ state }: Pick<SubmissionStand, "state">, daysLeft: number): TodoKind {
  if (state === "returned") return "correct";
  if (state === "approved") return "done";
  if (state === "submitted") return "waiting";
  if (daysLeft < 0) return "overdue";
  return daysLeft <= soon ? "due" : "open";
}

/** Whole days from one day to another, negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The order of a list of things to do: by kind, then by due day, what is done last the latest first. */
export function compareTodo(
  a: { readonly kind: TodoKind; readonly dueOn: string },
  b: { readonly kind: TodoKind; readonly dueOn: string },
): number {
  const byKind = todoKinds.indexOf(a.kind) - todoKinds.indexOf(b.kind);
  if (byKind !== 0 || a.dueOn === b.dueOn) return byKind;
  const isEarlier = a.dueOn < b.dueOn;
  return (a.kind === "done" ? !isEarlier : isEarlier) ? -1 : 1;
}
