import type { CheckTexts } from "./check-vi.ts";

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const checkEn: CheckTexts = {
  title: "Check",
  titleOf: (name) => `Check: ${name}`,
  pastedName: "Pasted text",
  sampleName: "Sample",
  clock: (at) => `${at.getHours()}:${String(at.getMinutes()).padStart(2, "0")}`,
  checkedAt: (clock) => `checked at ${clock}`,
  staysHere: "the file does not leave this machine",
  characters: (count) => `${count} characters`,

  start: {
    lead: "Recomputes every sum, ratio and change in a finished document, shows what does not agree, and says what could not be checked.",
    privacy: "Everything happens in this browser. The file is sent nowhere and is not kept.",
    file: "Document to check",
    drop: "Drop a file here or",
    choose: "Choose a file",
    formats: ".docx, .pdf, .xlsx, .html, .md, .txt; 50 MB at most",
    previous: "Previous issue (optional)",
    previousHint:
      "With it, cumulative figures, changes, and sums that held in the last issue can be checked too.",
    previousChosen: (name) => `Compared with: ${name}`,
    removePrevious: "Leave the previous issue out",
    paste: "Or paste text",
    check: "Check this text",
    sampleTitle: "Try it with a sentence",
    sample:
      "Trong 6 tháng, toàn huyện khám cho 12.480 lượt người, tăng 5,2% so với cùng kỳ năm trước (11.480 lượt). Trong tổng số 12.480 lượt (nội trú 1.206, ngoại trú 11.274). Tiêm đủ mũi cho 1.318/1.520 trẻ, đạt 86,7%.",
    trySample: "Check this sentence",
  },

  progress: {
    reading: (name) => `Reading ${name}…`,
    "reading-previous": (name) => `Reading the previous issue: ${name}…`,
    checking: (characters) => `Recomputing ${characters} characters…`,
    seconds: (count) => `${count} s`,
    cancel: "Stop",
  },

  refusal: {
    title: "The file cannot be read",
    fault: "The checker met a fault in this document. Save it as .docx or .txt and check it again.",
    another: "Choose another file",
    advice:
      "If it is a scan or a photograph, take the original Word file; if it has a password, remove it first. You can also open it, select all its text and paste that below.",
  },

  verdicts: {
    wrong: "wrong",
    suspect: "doubtful",
    note: "worth a note",
    style: "on style",
    unchecked: "not checked",
    consistent: "agree",
    setAside: "dismissed",
  },
  counts: {
    label: "Result of the check",
    next: "next finding",
    showAgreed: "Show ✓ on all that agrees",
  },
  reasons: {
    "missing-plan": "no plan",
    "missing-previous-period": "no previous period",
    "missing-population": "no population",
    "missing-denominator": "no denominator",
    "missing-part": "a part is missing",
    estimate: "an estimate",
  },
  reasonList: (counts) => counts.map(([reason, count]) => `${reason} ${count}`).join(", "),
  nothingWrong: (agreed, unchecked, why) =>
    `Nothing wrong found in ${plural(agreed, "calculation", "calculations")}` +
    (unchecked === 0 ? "." : `; ${unchecked} could not be checked: ${why}.`),
  nothingRead: "No calculation was found in this text. That does not make its numbers right.",

  groups: {
    label: "What to look at",
    wrong: "Wrong: recomputing gives another number",
    suspect: "Doubtful: worth a second look",
    note: "Notes",
    style: (count) => plural(count, "note on style", "notes on style"),
    unchecked: (count) => `${count} not checked`,
    consistent: (count) => plural(count, "calculation agrees", "calculations agree"),
    setAside: (count) => `${count} dismissed`,
    more: (count) => `Show ${count} more`,
  },

  finding: {
    written: (topic, printed, computed) =>
      `${topic === "" ? "" : `${topic}: `}printed ${printed}, recomputed ${computed}`,
    section: (number) => `section ${number}`,
    places: (count) => plural(count, "place", "places"),
    not: "not",
    printed: "printed",
    corrected: "Read again as a reader told",
    inText: "Show in the text",
    position: (number, verdict) => `Finding ${number}: ${verdict}`,
    proposals: "Possible corrections",
    nothingChanges: "Nothing is changed by itself. Which number is right, the author decides.",
    copy: (text) => `Copy “${text}”`,
    copied: (text) => `“${text}” copied.`,
    notCopied: "The browser does not allow copying; select the text and copy it by hand.",
  },

  reading: {
    hint: "Read the wrong number? Press its box, then the right number in the text.",
    change: (text) => `Take another number of the text instead of ${text}`,
    picking: (text) => `Press the number in the text that takes the place of ${text}.`,
    cancel: "Cancel",
    pick: (text) => `Take ${text}`,
    notAClaim: { sum: "Not a total", other: "Not a calculation" },
    done: "Read again; the reading is remembered.",
    failed: "This number cannot be remembered; choose another.",
  },

  dismiss: {
    open: "Dismiss with a reason",
    reason: "Reason",
    reasons: [
      "Compared with the source: the number is right",
      "Acceptable rounding",
      "The numbers cover different things",
    ],
    other: "Another reason",
    save: "Dismiss this finding",
    cancel: "Cancel",
    needed: "Give a reason, for those who read after you.",
    done: (number) => `Finding ${number} is dismissed, also in the next issue of this sentence.`,
    undo: "Undo",
    undone: "Back in the list.",
  },

  growth: {
    base: "Compared with",
    current: "Now",
    recomputed: (isRise, change) => `recomputed: ${isRise ? "up" : "down"} ${change}`,
    printed: (isRise, change) => `printed: ${isRise ? "up" : "down"} ${change}`,
    inWords: (base, current, recomputed, printed) => `From ${base} to ${current}; ${recomputed}; ${printed}.`,
  },

  text: {
    label: "Document",
    hidden: (count) => plural(count, "line hidden", "lines hidden"),
    reveal: (count) => `Show ${plural(count, "hidden line", "hidden lines")}`,
    showAll: "Show the whole text",
    showMarked: "Only what to look at",
    agreed: "agrees",
    legend: "Wavy: wrong. Straight: doubtful. Dotted: worth a note.",
  },

  keys: {
    label: "Keys",
    next: "next, previous finding",
    copy: "copy a correction",
    dismiss: "dismiss",
    agreed: "show ✓",
    close: "close",
  },

  memory: {
    title: (count) =>
      count === 0 ? "Nothing remembered yet" : `${plural(count, "decision", "decisions")} remembered`,
    text: "Dismissals and corrected readings are remembered by sentence, in this browser, and apply to the next issue until the wording changes.",
    action: {
      dismiss: (reason) => `dismissed: ${reason}`,
      "not-a-claim": "not a calculation",
      reading: "read with another number",
    },
    used: "met in this document",
    forget: "Undo",
    forgetOf: (quote) => `Undo the decision about “${quote}”`,
    save: "Save to a file",
    load: "Load from a file",
    loaded: (count) => `${plural(count, "decision", "decisions")} loaded.`,
    unreadable: (entry) =>
      entry === 0
        ? "This is not a memory file of Tuyến."
        : `Entry ${entry} of the memory file is wrong; nothing was loaded.`,
    notKept: "This browser does not store anything: decisions are lost with the page. Save them to a file.",
    fileName: "check-memory.json",
  },

  previous: {
    add: "Compare with the previous issue…",
    with: (name) => `compared with ${name}`,
    remove: "Stop comparing",
  },
  actions: {
    annotate: "Download Word file with comments",
    annotating: "Writing comments…",
    annotateRefused: "Comments could not be written into this file.",
    annotated: (name) => `${name.replace(/\.docx$/i, "")} - commented.docx`,
    certificate: "Certificate",
    another: "Check another document",
  },
  readingNotes: "How the file was read",

  certificate: {
    title: "CERTIFICATE OF CHECK",
    document: "Document",
    hash: { file: "SHA-256 of the file", text: "SHA-256 of the text" },
    characters: "Characters",
    checkedAt: "Checked",
    previous: "Compared with",
    result: "Result",
    open: "Open findings",
    noneOpen: "No finding is open.",
    number: "No.",
    verdict: "Verdict",
    quote: "As printed",
    finding: "Finding",
    setAside: "Dismissed",
    reason: "Reason",
    notAClaim: "Not a calculation",
    style: (count) => `${plural(count, "note on style is", "notes on style are")} not listed here.`,
    limits:
      "This page speaks of the calculations that could be read in the text; it does not confirm the underlying data.",
  },
};
