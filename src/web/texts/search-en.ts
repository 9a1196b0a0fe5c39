import { en } from "./en.ts";
import type { SearchTexts } from "./search-vi.ts";

/** Every word of the search in English, with the keys of `search-vi.ts`. */
export const searchEn: SearchTexts = {
  title: "Search",
  hint: "Unit (old names too), form, indicator, report, page",
  results: "Results",
  close: "Close",
  kinds: { page: "Page", unit: "Unit", form: "Form", item: "Indicator", report: "Report" },
  places: {
    todo: "To do",
    monitor: "Monitoring",
    figures: "Figures",
    findings: "Data checks",
    indicators: "List of indicators",
    report: "Reports",
    directives: "Directives",
    check: "Check a document",
    overview: "Overview",
    account: "My account",
    accounts: "User accounts",
    audit: "Audit log",
    dataSets: "Form templates",
  },
  placesToo: {
    todo: ["data entry", "hand in", "forms"],
    monitor: ["approve", "return", "completeness"],
    figures: ["table", "chart", "map", "statistics"],
    findings: ["outliers", "mistakes", "rules"],
    indicators: ["formula", "definition"],
    report: ["download", "word", "pdf"],
    directives: ["conclusions", "tasks", "assign"],
    check: ["proofread", "sums"],
    overview: ["summary"],
    account: ["password", "sign in"],
    accounts: ["grant", "reset password"],
    audit: ["who did what"],
    dataSets: ["forms", "deadlines"],
  },
  unitHint: ({ place, parent, closedOn, successors }) =>
    [
      place,
      parent,
      closedOn !== undefined && `until ${en.day(closedOn)}`,
      successors.length > 0 && `now part of ${successors.join(", ")}`,
    ]
      .filter(Boolean)
      .join(" · "),
  itemHint: (isComputed, programme) =>
    [isComputed ? "computed" : "counted", programme].filter(Boolean).join(" · "),
  reportName: (period) => `Report of ${en.period(period)}`,
  illustrative: "illustrative values",
  fillIn: (period) => `Enter ${en.period(period)}`,
  count: (found) => (found === 1 ? "1 result" : `${found} results`),
  more: (left) => `${left} more; type on to narrow down`,
  none: (typed) => `Nothing has “${typed}”. Try fewer letters, or an old name.`,
  loading: "Fetching the lists…",
  offline: "Not all lists came from the server: only what is here is searched.",
  keys: [
    ["↑ ↓", "choose"],
    ["Enter", "open"],
    ["Esc", "close"],
  ],
};
