import type { FindingsTexts } from "./findings-vi.ts";

const count = (number: number) => number.toLocaleString("en-GB");
const many = (number: number, one: string, more: string) => `${count(number)} ${number === 1 ? one : more}`;

/** Every word of the page Số cần xem lại in English. */
export const findingsEn: FindingsTexts = {
  title: "Values to look at again",
  lead: "Reported values are held against rules, against their parts and against earlier periods.",
  number: count,
  period: "Period",
  periodOption: (name, values, illustrative) =>
    `${name} · ${many(values, "value", "values")}${illustrative ? " (illustrative)" : ""}`,
  within: "Within",
  everywhere: "The whole province",
  checked: (checked) => `${many(checked, "value", "values")} checked`,
  checking: "Checking values…",
  state: "State",
  states: { open: "To look at", answered: "Answered" },
  kinds: {
    rule: "Rule broken",
    partition: "Parts and total",
    subset: "Part above whole",
    limit: "Outside limits",
    cumulative: "Cumulative",
    repetition: "Old number again",
    digits: "Digits swapped",
    change: "Sudden change",
    outlier: "Far from usual",
  },
  allKinds: "All",
  kindsLabel: "Filter by kind",
  groups: {
    blocking: (shown) => `Cannot be true: correct it (${count(shown)})`,
    warning: (shown) => `Strange: compare with the register (${count(shown)})`,
  },
  open: "Open this value",
  answer: "It is right, because…",
  answerLabel: "Why is this value right?",
  answerHint:
    "The reason is kept with the name of who answered. When the value changes, the finding comes back.",
  answerNeeded: "Write the reason, at least 3 characters.",
  save: "Keep the reason",
  saving: "Saving…",
  cancel: "Cancel",
  answered: (by, at) => `${by} answered ${at}:`,
  takeBack: "Ask again",
  saved: "The reason is kept; the finding moved to Answered.",
  takenBack: "The finding waits as before.",
  undo: "Undo",
  also: (names) => `Also noticed: ${names}.`,
  history: (periods, least, most, now) =>
    `${many(periods, "earlier period", "earlier periods")} from ${least} to ${most}; now ${now}.`,
  noHistory: "No earlier period to compare with.",
  more: (rest) => `Show more (${count(rest)} left)`,
  nothing: (checked) => `Nothing wrong or strange was found in ${many(checked, "value", "values")}.`,
  nothingOfKind: "There is no finding of this kind.",
  nothingAnswered: "Nobody has answered a finding of this period.",
  nothingHint:
    "No finding does not mean that every value is right: a comparison needs at least 6 earlier periods, a sum needs all its parts.",
  noPeriods: "There are no values to check. Bring some in first.",
  skipped: (rules) => `${many(rules, "rule", "rules")} could not be run`,
  skippedWhy: {
    unreadable: "the formula cannot be read",
    unknown: "speaks of what is not in the catalogue",
    unusable: "uses what rules cannot read",
  },
  how: "How values are checked, and the thresholds",
  usual: (value) => `default ${value}`,
  keys: "F8 next finding, Shift F8 the one before, X write a reason, Esc cancel.",
  illustrative: "ILLUSTRATIVE VALUES: these were made up to try the product with.",
};
