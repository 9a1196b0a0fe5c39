import type { Words } from "./data-set.ts";

/** What a notice is about; other parts of the program send theirs under topics of their own. */
export type ReminderTopic = "form-due" | "form-overdue" | "form-returned" | "form-overdue-below" | "task-due" | "task-overdue"; // prettier-ignore

/** One thing that somebody is reminded of. All notices of one day to one recipient are merged into a reminder. */
export interface Notice {
  readonly topic: ReminderTopic;
  /** The unit that is reminded. */
  readonly orgUnit: string;
  /** The same thing has the same name, so that nobody hears of it twice a day: `form|tiem-chung-xa|2023-06|tyt-03394`. */
  readonly about: string;
  readonly name: Words;
  readonly period?: string;
  /** Whose it is, when that is another than who is reminded. */
  readonly ofUnit?: { readonly uid: string; readonly name: string };
  /** ISO day. */
  readonly dueOn: string;
  /** Until the due day; negative when it is past. */
  readonly daysLeft: number;
  /** The page where it is done, from the root of the application. */
  readonly page?: string;
}

/** One unit's notices of one day. */
export interface Reminder {
  readonly id: string;
  readonly orgUnit: string;
  readonly day: string;
  readonly at: string;
  readonly by: string;
  readonly notices: readonly Notice[];
}

/** The name under which a notice is noted as sent: what was due and is overdue now is told again. */
export function noticeName({ topic, about }: Notice): string {
  return `${topic}|${about}`;
}

const order: readonly ReminderTopic[] = [
  "form-returned",
  "form-overdue",
  "task-overdue",
  "form-due",
  "task-due",
  "form-overdue-below",
];

/** The notices by who is reminded, the most pressing first, each once. */
export function mergeNotices(notices: readonly Notice[]): Map<string, Notice[]> {
  const merged = new Map<string, Map<string, Notice>>();
  for (const notice of notices) {
    const own = merged.get(notice.orgUnit) ?? new Map<string, Notice>();
    own.set(noticeName(notice), notice);
    merged.set(notice.orgUnit, own);
  }
  return new Map([...merged].map(([orgUnit, own]) => [orgUnit, [...own.values()].toSorted(byPressure)]));
}

function byPressure(a: Notice, b: Notice): number {
  const byTopic = order.indexOf(a.topic) - order.indexOf(b.topic);
  if (byTopic !== 0) return byTopic;
  return a.dueOn === b.dueOn ? noticeName(a).localeCompare(noticeName(b)) : a.dueOn < b.dueOn ? -1 : 1;
}

/** How units are reminded without anybody asking. */
export interface ReminderRules {
  /** A form is told of when it is due within so many days. */
  readonly dueWithin: number;
  /** The tier above hears of a form that is overdue by so many days. */
  readonly superiorAfter: number;
  /** The same thing is told again after so many days. */
  readonly repeatAfter: number;
}

export const usualRules: ReminderRules = { dueWithin: 3, superiorAfter: 5, repeatAfter: 3 };

/** What a form that is not handed in calls for on a day; `undefined`: nothing yet. */
export function formTopic(
  { state, daysLeft }: { readonly state: string; readonly daysLeft: number },
  { dueWithin }: Pick<ReminderRules, "dueWithin">,
): "form-due" | "form-overdue" | "form-returned" | undefined {
  if (state === "submitted" || state === "approved") return undefined;
  if (state === "returned") return "form-returned";
  if (daysLeft < 0) return "form-overdue";
  return daysLeft <= dueWithin ? "form-due" : undefined;
}
