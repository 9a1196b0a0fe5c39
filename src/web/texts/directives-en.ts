import type { Rhythm, TaskTerm } from "#domain/task-term.ts";
import type { TaskStatus } from "#domain/task.ts";
import { gapText } from "#wording/directives.ts";
import { statusText } from "#wording/tasks.ts";
import type { FormAct } from "../directives/act-forms.ts";
import type { DirectivesTexts } from "./directives-vi.ts";
import { en } from "./en.ts";

const every: Readonly<Record<Rhythm["every"], string>> = {
  week: "every week",
  month: "every month",
  quarter: "every quarter",
  "half-year": "every six months",
  year: "every year",
};

function lowered(status: TaskStatus): string {
  return statusText(status, "en").toLowerCase();
}

const actWords: Readonly<Record<FormAct, string>> = {
  progress: "What was done",
  done: "Result, product",
  reviewed: "What the review found",
  confirmed: "Note (optional)",
  extended: "Reason (optional)",
  "extension-asked": "Why more time is needed",
  returned: "Why it is returned",
  "extension-refused": "Why no more time is given",
  stopped: "Why it is given up",
  resumed: "Why it is taken up again",
};

function termWords(term: TaskTerm): string {
  if (term.kind === "date") return en.day(term.on);
  if (term.kind === "month") return en.period(term.month);
  if (term.kind === "period") return en.period(term.period);
  return `${term.count} ${term.counting === "working-days" ? "working days" : "days"} from ${en.day(term.from)}`;
}

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** Conclusions and the work that follows from them, in English, key by key as in `directives-vi.ts`. */
export const directivesEn: DirectivesTexts = {
  pageTitle: "Directives",
  day: en.day,
  period: en.period,
  shortPeriod: en.period,
  term: termWords,
  every,
  status: (status) => statusText(status, "en"),
  lowered,
  gap: (gap) => gapText(gap, "en"),
  save: "Save",
  cancel: "Cancel",
  close: "Close",
  back: "All conferences",
  loading: "Opening…",

  list: {
    title: "Conferences and conclusions",
    intro:
      "Each conclusion becomes work with one lead unit, a term and a product, followed until it is done.",
    overview: "Director's page",
    add: "Record a conference",
    name: "Name of the conference",
    nameHint: "Half-year conference …",
    on: "Held on",
    period: "Report presented, of",
    form: "Form",
    formHint: "in one room, online…",
    attended: (who) => `Attending: ${who}`,
    rooms: "Rooms (one a line)",
    attending: "Attending (one a line)",
    empty: "No conference has been recorded.",
    emptyHint:
      "Record one, then paste or open the notice of its conclusions: each numbered item becomes a proposal.",
    emptyReader: "Conclusions and assigned work appear here once the office has recorded a conference.",
    tasks: (count) => plural(count, "task"),
    conclusions: (count) => plural(count, "conclusion"),
    challenges: (count) => plural(count, "challenge"),
    recommendations: (count) => plural(count, "recommendation"),
    draft: "draft",
    issued: "notice issued",
    source: (title) => `read from “${title}”`,
  },

  bar: {
    label: "Show tasks by status",
    segment: (count, status) => `${count} ${lowered(status)}`,
  },

  missing: {
    label: "Missing",
    sentence: (lead, term, product) => {
      const parts = [
        lead > 0 ? `${plural(lead, "task")} without a lead unit` : "",
        term > 0 ? `${plural(term, "task")} without a term` : "",
        product > 0 ? `${plural(product, "task")} without a product` : "",
      ];
      return `${parts.filter((part) => part !== "").join(", ")}.`;
    },
    begin: "Fill in one by one",
    left: (count) => `${plural(count, "question")} left`,
    later: "Later",
    allLater: "The other questions were put off.",
    lead: "Which unit leads?",
    leadClosed: (name) => `${name} no longer exists. Which unit leads instead?`,
    term: "Done by when, or reviewed how often?",
    product: "What shows that it is done?",
    productHint: "A submission, a plan, a course, a number of communes…",
    why: "Filled in after the conference",
  },

  table: {
    number: "No.",
    work: "Work",
    lead: "Lead",
    term: "Term",
    indicator: "Indicator, now",
    status: "Status",
    noLead: "No lead",
    closed: "the unit was merged",
    noTerm: "No term",
    suggested: (unit) => `suggested: ${unit}`,
    late: (days) => plural(days, "day") + " late",
    extended: (first) => `first term ${first}`,
    rhythm: (rhythm) => `goes on, reviewed ${every[rhythm.every]}`,
    nextReview: (day) => `review ${day}`,
    reviewDue: (day) => `review due ${day}`,
    awaitsConfirmation: "waits for confirmation",
    awaitsExtension: "asks for more time",
    none: "No task has this status.",
    empty: "This conference has no tasks yet.",
    emptyHint: "Paste or open the notice of its conclusions: each numbered item becomes a proposal.",
    label: "Tasks by conclusion",
  },

  task: {
    page: "Assigned work",
    heading: (number) => `Task ${number}`,
    lead: "Lead",
    cooperating: "With",
    product: "Product",
    term: "Term",
    assigned: "Assigned",
    words: "In words",
    missing: "not there yet",
    closed: (day, into) => `ended ${day}${into === "" ? "" : `, now ${into}`}`,
    indicator: "Indicator of this task",
    indicatorSince: (day) => `when assigned, ${day}`,
    now: "now",
    noFigure: "no figure",
    noFigures: "There is no figure of this indicator yet.",
    steps: "What happened",
    given: "Assigned",
    parts: "Parts",
    attach: "Attach a file as evidence",
    removeFile: (name) => `Remove ${name}`,
  },

  acts: {
    progress: "Report progress",
    done: "Report as done",
    "extension-asked": "Ask for more time",
    confirmed: "Confirm as done",
    returned: "Return",
    extended: "Give more time",
    "extension-refused": "Refuse more time",
    stopped: "Give up",
    resumed: "Take up again",
    reviewed: "Record a review",
    edit: "Change the task",
    "sub-task": "Give out a part",
    carried: "Carry into a later conference",
    doneOn: "Done on",
    reason: "Reason",
    send: "Record",
  },
  actWords: (act) => actWords[act],

  when: {
    kind: "Term or rhythm",
    date: "By the day",
    workingDays: "Within working days",
    rhythm: "Goes on, reviewed",
    none: "Not known yet",
    days: "Working days",
    first: "First review",
  },

  unit: {
    search: "Find a unit",
    noneFound: "No unit has such a name.",
    oneLead: "One task, one lead unit: choose one, the others co-operate.",
    several: (name) => `“${name}” fits several units; choose the right one.`,
    unknown: (name) => `“${name}” is not in the list of units.`,
    remove: (name) => `Remove ${name}`,
    add: "Add a co-operating unit",
  },

  read: {
    open: "Add conclusions from a document",
    title: "Add conclusions from a document",
    hint: "Paste the notice here or open its file. Each numbered item becomes a proposal that waits for you; what the document does not say stays empty. It is read on this machine.",
    paste: "Text of the notice",
    file: "Open a file (docx, pdf, txt)",
    read: "Read",
    reading: "Reading…",
    another: "Read another document",
    document: "Document",
    found: (tasks, others) =>
      `${plural(tasks, "proposed task")}${others > 0 ? `, ${others} challenges and recommendations` : ""}. The marked words are what was read.`,
    marks: {
      lead: "unit",
      cooperating: "with",
      term: "term",
      rhythm: "goes on",
      product: "product",
      work: "work",
    },
    kinds: { task: "Task", challenge: "Challenge", recommendation: "Recommendation" },
    accept: "Accept",
    accepted: "Accepted",
    change: "Change",
    leaveOut: "Leave out",
    leftOut: "Left out",
    restore: "Look again",
    acceptComplete: (count) => `Accept ${plural(count, "task")} with unit, term and product`,
    acceptOthers: (count) => `Accept ${count} challenges, recommendations`,
    leaveRest: (count) => `Leave out the ${count} not looked at`,
    badTerm: { "no-such-day": "no such day", "before-document": "past before the document's date" },
    implied: (day) => `its section says ${day}; press to take it as the term`,
    work: "Work",
    product: "Product",
    save: (count) => `Save ${count} accepted`,
    waiting: (count) => `${count} not looked at`,
    saved: (count) => `${count} added.`,
    nothing: "No task could be read from this document.",
    show: "Show in the document",
  },

  notice: {
    title: "Notice of conclusions and its letters",
    gaps: (count) =>
      `${count} answers about unit, term or product are still missing; better before the notice goes out.`,
    docx: "Notice (Word)",
    pdf: "Notice (PDF)",
    issue: "Issue the notice",
    askIssue: "Once it is out, every change needs a reason. Issue it?",
    notYet: "Not yet",
    issued: (day) => `Issued on ${day}.`,
    assignment: "Assignment slips, one per unit",
    reminder: "Reminding letters, one per unit",
    noLetters: "No unit needs this letter.",
    letterTasks: (tasks, overdue) => `${plural(tasks, "task")}${overdue > 0 ? `, ${overdue} overdue` : ""}`,
    withoutLead: (count) => `${plural(count, "task")} without a lead unit: no letter.`,
    export: "List of tasks",
  },

  carry: {
    into: "Into the conference",
    do: "Carry",
    none: "There is no later conference yet. Record one first.",
  },

  said: {
    challenges: "Challenges",
    recommendations: "Recommendations",
    carriedOver: "From earlier conferences",
    carriedCounts: (tasks, others) =>
      [
        tasks > 0 ? `${plural(tasks, "conclusion")} not done` : "",
        others > 0 ? `${others} challenges, recommendations not settled` : "",
      ]
        .filter((part) => part !== "")
        .join(", "),
    again: "Say it again here",
    to: (addressee) => `to ${addressee}`,
    times: (count, since) => `said ${count} times${since === "" ? "" : `, since ${since}`}`,
    outcomes: { met: "settled", partly: "partly settled", "not-met": "not settled", open: "no answer yet" },
    outcome: "Note the outcome",
    carry: "Say it again at a later conference",
    became: "Outcome",
    note: "Who answered, in which document",
  },

  give: {
    title: "Conclusions not yet given out",
    intro: "Recorded from the document, but nobody has given them out as work.",
    give: "Give out as a task",
  },

  assigned: {
    title: "Assigned",
    leads: "leads",
    helps: "co-operates",
    due: (day) => `due ${day}`,
  },
};
