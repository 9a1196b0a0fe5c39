import type { HelpTexts } from "./help-vi.ts";

/** How to use a page, with the keys of `help-vi.ts`. */
export const helpEn: HelpTexts = {
  close: "Close",
  pages: {
    todo: {
      title: "The To do page",
      lines: [
        { text: "A returned form stands first, with the reason. The button leads to the very cell." },
        { text: "Below it are forms that are due, then those due later, then those waiting for approval." },
        { text: "Continue opens the first blank cell of a form you have begun." },
        {
          text: "A form that was all 0 last month has a button Nothing to report: it writes 0 in every cell.",
        },
        { text: "You can go on without a connection. Numbers stay on this machine and are sent later." },
        { text: "The list of forms is the receipt of the month: what was handed in and approved." },
        { keys: ["Tab", "Enter"], text: "next button, press it" },
        { keys: ["Ctrl", "K"], text: "(or the magnifying glass above) find a form, unit or indicator" },
      ],
    },
    form: {
      title: "The form",
      lines: [
        {
          text: "Only cells with a border are to be filled in. Grey numbers are last month and last year.",
        },
        { text: "Nothing needs saving: every key is kept, also without a connection." },
        { text: "No cases: write 0. A blank cell means not reported." },
        {
          text: "A yellow cell is unusual: correct it, or give the reason. A red one must be corrected first.",
        },
        { text: "After handing in you can correct a form when it is returned." },
        { keys: ["Enter"], text: "the cell below; Shift Enter the one above" },
        { keys: ["F8"], text: "the next cell to look at" },
        { keys: ["Ctrl", "V"], text: "paste a block from Excel; Ctrl Z undoes" },
      ],
    },
    monitor: {
      title: "The Monitoring page",
      lines: [
        {
          text: "A row is a unit, a column a form. Tinted cells need a look; grey ones were not handed in.",
        },
        { text: "The counts above are filters: press one to see only those cells." },
        { text: "Press a cell to open its form beside; only unusual rows are tinted." },
        { text: "Returning needs a reason; the station reads it at the cell." },
        { text: "Approving many takes only forms with nothing unusual, and can be undone." },
        { text: "Remind sends each station one merged notice." },
        { keys: ["↑", "↓", "←", "→"], text: "from cell to cell; Enter opens, Esc closes" },
        { keys: ["D"], text: "approve the open form and go to the next" },
      ],
    },
    figures: {
      title: "The Figures page",
      lines: [
        { text: "Choose indicators, periods and units in the row above; table and picture follow." },
        { text: "Press a number to see where it comes from: its formula, whose form, of which day." },
        { text: "A dash means nothing was reported; it is not 0." },
        { text: "Communes changed on 1 July 2025: the tree says whether old or new communes are shown." },
        {
          text: "The address keeps every choice: who gets it sees the same table, if allowed to.",
        },
        { keys: ["↑", "↓", "←", "→"], text: "from number to number in the table" },
        { keys: ["Ctrl", "C"], text: "copy what is selected, with the names of rows and columns" },
        { keys: ["Ctrl", "K"], text: "find units (old names too) and indicators" },
      ],
    },
  },
};
