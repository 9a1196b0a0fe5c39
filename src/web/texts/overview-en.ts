import { en } from "./en.ts";
import type { OverviewTexts } from "./overview-vi.ts";

/** The director's page in English, key by key as in `overview-vi.ts`. */
export const overviewEn: OverviewTexts = {
  pageTitle: "Director",
  loading: "Opening…",
  day: en.day,
  period: "Period",
  periodName: en.period,
  print: "Print one page",
  previous: "Earlier period",
  next: "Later period",
  none: "No period has figures yet.",
  noneHint: "The page makes itself once figures of a period are handed in or imported.",
  states: {
    confirmed: (count) => `${count} confirmed`,
    provisional: (count) => `${count} provisional`,
    missing: (count) => `${count} missing`,
  },
  asOf: (day) => `figures up to ${day}`,

  plans: {
    title: "Done of the year's plan",
    mark: (percent) => `The line: ${percent}% of the year has passed. The slowest first.`,
    noPlan: "no plan",
    noPlans: "No indicator of this period has a plan.",
    states: { "far-behind": "far behind", behind: "behind", fine: "", "no-plan": "" },
    limits: (behind, farBehind) => `Behind: below ${behind}% of the plan; far behind: below ${farBehind}%.`,
    owner: (unit) => `answers for it: ${unit}`,
    direct: "Make it a conclusion",
  },

  direct: {
    title: (name) => `Make it a conclusion: ${name}`,
    work: "Work",
    draft: (name, percent) => `Khắc phục chỉ tiêu đạt thấp: ${name}, đến nay đạt ${percent} kế hoạch năm.`,
    into: "Conference",
    none: "No conference is being drafted.",
    add: "Record a conference",
    save: "Add",
    cancel: "Cancel",
    saved: "Added; name its unit and term on the conference's page.",
    open: "Open the conference",
  },

  changes: {
    title: "What changed most against the same period",
    indicator: "Indicator",
    before: "last year",
    now: "now",
    change: "change",
    small: "Small numbers, no percentages:",
  },

  tasks: {
    overdue: (count) => `${count} ${count === 1 ? "task" : "tasks"} overdue`,
    nobody: "nobody leads it",
    noneOverdue: "Nothing is overdue",
    due: (day) => `due ${day}`,
    late: (days) => `${days} ${days === 1 ? "day" : "days"} late`,
    now: (text) => `now ${text}`,
    withoutLead: (count) => `${count} without a lead unit`,
    withoutTerm: (count) => `${count} without a term`,
    waiting: (count) => `${count} waiting for confirmation`,
    open: "open Directives",
    more: (count) => `and ${count} more`,
  },

  reported: {
    title: (count) => `${count} ${count === 1 ? "unit has" : "units have"} not reported`,
    moreForms: (count) => `and ${count} more forms`,
    all: "Every form that was due has been handed in",
    form: (name, period, received, expected, due) =>
      `${name}, ${en.period(period)}: ${received}/${expected} handed in; due ${en.day(due)}`,
    more: (count) => `and ${count} more`,
    open: "open Monitoring",
  },

  report: {
    title: "The report of the period",
    sections: (written, all) => `${written}/${all} sections written`,
    missing: (count) => `${count} figures missing`,
    provisional: (count) => `${count} provisional`,
    open: "Open the report",
  },
};
