import { figureColumnOrder, type FigureRow } from "./figure-row.ts";

/**
 * Writes figures as CSV (RFC 4180, UTF-8 with a byte order mark so that Excel shows Vietnamese right).
 * A text that a spreadsheet would run as a formula gets an apostrophe before it; `unguardText` takes it off.
 */
export function formatFigureRows(rows: Iterable<FigureRow>): string {
  const lines = [figureColumnOrder.join(",")];
  for (const row of rows)
    lines.push(
      figureColumnOrder
        .map((column) => quote(column === "value" ? guardNumber(row.value) : guardText(row[column])))
        .join(","),
    );
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

/** `-12.5` is a number and stays. */
function guardNumber(value: string): string {
  return /^-?\d+(\.\d+)?$/.test(value) ? value : guardText(value);
}

function guardText(text: string): string {
  return /^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

/** The text as it was before `formatFigureRows` guarded it. */
export function unguardText(text: string): string {
  return /^'+[=+\-@\t\r\n]/.test(text) ? text.slice(1) : text;
}

function quote(text: string): string {
  const composed = text.normalize("NFC");
  return /[",\r\n]|^\s|\s$/.test(composed) ? `"${composed.replaceAll('"', '""')}"` : composed;
}
