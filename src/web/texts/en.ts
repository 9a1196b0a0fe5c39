import { numberOf, periodType, yearOf } from "#domain/period.ts";
import type { Texts } from "./vi.ts";

const monthNames = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
]; // prettier-ignore

function period(of: string): string {
  const year = yearOf(of);
  const number = numberOf(of);
  switch (periodType(of)) {
    case "week":
      return `week ${number} of ${year}`;
    case "month":
      return `${monthNames[number - 1]} ${year}`;
    case "quarter":
      return `quarter ${number} of ${year}`;
    case "half-year":
      return `${number === 1 ? "first" : "second"} half of ${year}`;
    case "nine-months":
      return `first nine months of ${year}`;
    case "year":
      return String(year);
  }
}

function day(of: string): string {
  const [year, month, dayOfMonth] = of.slice(0, 10).split("-");
  return `${Number(dayOfMonth)} ${monthNames[Number(month) - 1]} ${year}`;
}

function moment(at: string): string {
  return new Date(at).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
}

export const en: Texts = {
  product: "Tuyến",
  skipToContent: "Skip to content",
  languageGroup: "Language",
  languageNames: { vi: "Tiếng Việt", en: "English" },
  mainNavigation: "Pages",
  pages: {
    todo: "To do",
    monitor: "Monitoring",
    figures: "Figures",
    report: "Report",
    check: "Check",
    directives: "Directives",
    overview: "Director",
  },
  shortPages: {
    todo: "To do",
    monitor: "Monitor",
    figures: "Figures",
    report: "Report",
    check: "Check",
    directives: "Directives",
    overview: "Director",
  },
  more: "More",
  search: {
    button: "Search (Ctrl K)",
    missing: "The search did not open: there is no connection. Try again when there is.",
  },
  help: {
    button: "Help for this page",
    missing: "The help did not come: there is no connection. Try again when there is.",
  },
  openTasks: "open tasks",
  day,
  period,
  moment,

  report: {
    title: (of) => `Report, ${of}`,
    period: "Reporting period",
    periodOption: (name, illustrative) =>
      `${name.charAt(0).toUpperCase()}${name.slice(1)}${illustrative ? " (illustrative)" : ""}`,
    asOf: (of) => `figures as of ${of}`,
    sectionCount: (sections, annexes) => `${sections} sections, ${annexes} annexes`,
    illustrative: "ILLUSTRATIVE FIGURES",
    illustrativeHint: "The figures on this page were made up for trying it out; nobody reported them.",
    loading: "Opening the report…",
    sheet: "The report's text",
    staleLink: "The link names a figure that this report no longer prints.",
  },

  counts: {
    label: "Filter figures by state",
    all: (count) => `${count} figures:`,
    confirmed: "confirmed",
    provisional: "provisional",
    overridden: "overridden",
    deviating: "unlike the source document",
    missing: "missing",
    hint: (kind) => `Walk through the figures that are ${kind}`,
  },

  contents: {
    title: "Contents",
    annexes: "Annexes",
    look: (count) => (count === 1 ? "1 figure to look at" : `${count} figures to look at`),
    open: (title) => `Open the sections inside ${title}`,
    owners: (names) => `Written by: ${names}`,
    moreOwners: (count) => `+${count}`,
  },

  annex: {
    table: (title) => `Table: ${title}`,
    chartInWords: "Read the chart in words",
    chartOnly: "Figures found in charts only:",
    chartSource: (source) => source,
  },

  signer: { to: "Kính gửi:", recipients: "Nơi nhận:" },

  mark: {
    provisional: "Provisional figure",
    overridden: "Overridden figure",
    missing: "Missing figure",
    deviating: "Unlike the source document",
    printed: (text) => `source prints ${text}`,
  },

  states: {
    confirmed: "Confirmed",
    provisional: "Provisional",
    missing: "Missing",
    overridden: "Overridden",
  },

  panel: {
    label: "Figure details",
    viewing: "Selected figure",
    position: (rank, count) => `${rank}/${count}`,
    previous: "Previous figure",
    next: "Next figure",
    close: "Close",
    loading: "Looking up where this figure comes from…",
    missingValue: "No figure",
    exact: (text) => `in full ${text}`,
    asOf: (of) => `as of ${of}`,
    formula: "Formula",
    comparison: "Comparison",
    plan: "Plan",
    planMissing: "Missing",
    planHint: "no plan has been entered for this indicator",
    setBy: (who) => (who === "không nêu" ? "the source does not say by whom it was set" : `set by ${who}`),
    origin: "Where it comes from",
    deviation: (printed, computed) => `The source document prints ${printed}; recomputed ${computed}.`,
    statements: "Source documents",
    agrees: "agrees",
    differs: "differs",
    printedIn: (count) => (count === 1 ? "Printed in 1 place" : `Printed in ${count} places`),
    here: "shown now",
    onlyInChart: "Found in a chart only",
    history: "History",
    entered: (of, by) => `${of}, ${by}`,
    reason: (text) => `Reason: ${text}`,
    copyLink: "Copy link",
    copied: "The link to this figure is copied.",
    copyYourself: "Copy the link below:",
    numbersHint:
      "Numbers are written as in the document: 2.633 is two thousand six hundred and thirty-three; 27,33 has two decimals.",
  },

  overview: {
    title: "Open a figure",
    text: "Choose any figure in the text to see its formula, its source and the words that state it.",
    look: (count) =>
      count === 1 ? "1 figure to look at before signing" : `${count} figures to look at before signing`,
    nothing: "No figure needs a second look.",
    more: (count) => `and ${count} more; F8 walks through them`,
    printed: (text) => `source prints ${text}`,
    keys: "Keys",
    keyNames: {
      walk: "next, previous figure",
      look: "next figure to look at",
      close: "close",
    },
  },

  origin: {
    reportedBy: (who) => `Reported by ${who}`,
    reported: "Reported figure",
    basis: { text: "the document names the office", implied: "office implied by the organisation" },
    derived: "Printed nowhere: worked back from a printed change",
    estimate: "Estimate",
    awaits: { approval: "Handed in, waiting for approval", correction: "Returned, waiting for correction" },
    target: (who) => (who === "không nêu" ? "Plan; the source does not say by whom" : `Plan set by ${who}`),
    stated: "Taken from a document as it stands; its parts are not known",
    computed: {
      sum: "Sum of the figures",
      difference: "The first figure less the others",
      ratio: "Quotient of two figures",
      change: "This period less the period compared with",
      "relative-change": "Change divided by the period compared with",
    },
    parts: {
      breakdown: (count) => `Sum of ${count} parts`,
      periods: (count, expected) =>
        count < expected
          ? `Sum of ${count} of ${expected} periods; ${expected - count} missing`
          : `Sum of ${count} periods`,
      "org-units": (count) => (count === 1 ? "From 1 unit" : `Sum of ${count} units`),
    },
    orgUnitCount: (of) => `Count of areas in the catalogue on ${of}`,
    missing: {
      "not-reported": "Nobody has reported this figure yet",
      "operand-missing": "A figure needed for the computation is missing",
      "base-missing": "There is no figure for the period compared with",
      "base-zero": "The period compared with had none, so there is no percentage",
      "plan-missing": "There is no plan to compare with",
      "division-by-zero": "The denominator is zero",
    },
    missingOther: "No figure yet",
    section: (title, section) => `${title}, section ${section}`,
    enteredBy: (who) => `entered by ${who}`,
    enteredAt: (of) => `at ${of}`,
  },

  roles: {
    actual: "actual",
    in_month: "in the month",
    cumulative: "cumulative",
    stock: "at the date",
    plan: "plan",
    denominator: "denominator",
    percent_of_plan: "% of plan",
    percent: "percentage",
    rate: "rate",
    prior_year: "a year earlier",
    growth_abs: "change",
    growth_percent: "change (%)",
    growth_points: "change (percentage points)",
    share: "share",
  },
  points: { "%": "percentage points", "‰": "per-mille points" },
  bounds: { ">": "over", "<": "under", "≈": "about" },

  download: {
    button: "Download",
    docx: "Word",
    docxHint: "to edit and sign",
    pdf: "PDF",
    pdfHint: "official layout, for printing",
    csv: "Figures (CSV)",
    csvHint: "opens in Excel",
    json: "Data (JSON)",
    jsonHint: "each sentence with its figures",
    print: "Print this page",
  },

  empty: {
    title: "No figures for this period yet",
    text: (of) => `The report of the ${of} is written from figures that were entered. There are none yet.`,
    noneText: "No period has figures yet.",
    step: "Import figures from a file, on the server:",
    others: "Periods with figures:",
  },
  notFound: { title: "There is no such page", back: "To the report" },
  error: {
    title: "Could not open",
    unreachable: "The server cannot be reached. Check the network or the server and try again.",
    unreadable: "The server's answer cannot be read.",
    retry: "Try again",
  },
};
