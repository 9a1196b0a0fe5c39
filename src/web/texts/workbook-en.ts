import type { WorkbookTexts } from "./workbook-vi.ts";

export const workbookEn: WorkbookTexts = {
  choose: "Bring in from Excel",
  reading: "Reading the file…",
  saved: (form, cells) =>
    cells === 0 ? `The file of the form ${form} has no cell that differs from when it was downloaded.` : `${cells} ${cells === 1 ? "cell was" : "cells were"} written to the form ${form}. Look at it and hand in.`,
  blocked: (form, count) => `Nothing was written to the form ${form}: ${count} ${count === 1 ? "cell has" : "cells have"} to be mended in the file.`,
  conflict: (form, count) => `Form ${form}: ${count} ${count === 1 ? "cell was" : "cells were"} changed elsewhere and left as they are; the others were written. Open the form to choose.`,
  warnings: "Worth another look:",
  annotated: "Download the file with comments on the cells",
  open: "Open the form",
}; // prettier-ignore
