import { safeText, type PrintedCell, type PrintedTable } from "./printed-table.ts";

export interface CsvForm {
  /**
   * Excel opens a CSV by the settings of the computer: set to Vietnamese it wants semicolons and decimal commas, and
   * takes `27.33` for a text or a day of a month. Programs read the plain form.
   */
  readonly notation: "vi" | "plain";
  /** Without the mark Excel takes UTF-8 for an old encoding and breaks every accent. */
  readonly hasMark: boolean;
}

const lineEnd = "\r\n";

/**
 * The table as CSV. For people: title lines, head, rows and notes; for programs: one line of names, then the rows.
 * Decimals are exact; a number that is not there is an empty cell; no text can become a formula.
 */
export function printTableCsv(table: PrintedTable, { notation, hasMark }: CsvForm): string {
  const separator = notation === "vi" ? ";" : ",";
  const text = (value: string) => quoted(harmless(safeText(value)), separator);
  const number = ({ value = "" }: PrintedCell) => (notation === "vi" ? value.replace(".", ",") : value);
  const line = (cells: readonly string[]) => cells.join(separator) + lineEnd;

  const rows = table.rows.map(({ labels, cells }) => line([...labels.map(text), ...cells.map(number)]));
  const texts = (cells: readonly string[]) => line(cells.map(text));
  const mark = hasMark ? "\uFEFF" : "";
  if (notation === "plain") return [mark, texts(namesOf(table)), ...rows].join("");
  const titles = [table.title, ...table.lines].map((one) => texts([one]));
  const notes = table.notes.flatMap((note) => [lineEnd, ...[[note.title], note.head, ...note.rows].map(texts)]); // prettier-ignore
  return [mark, ...titles, lineEnd, ...headsOf(table).map(texts), ...rows, ...notes].join("");
}

/** The lines of the head; those above the last have nothing to say about rows. */
function headsOf({ rowHeads, headLines }: PrintedTable): string[][] {
  const aside = rowHeads.map(() => "");
  return headLines.map((labels, index) => [...(index === headLines.length - 1 ? rowHeads : aside), ...labels]); // prettier-ignore
}

/** One name for every column: "6 tháng đầu năm 2023 / Kế hoạch". */
function namesOf({ rowHeads, headLines }: PrintedTable): string[] {
  const columns = headLines[0]?.map((_, index) => headLines.map((labels) => labels[index]).join(" / "));
  return [...rowHeads, ...(columns ?? [])];
}

/** What spreadsheets take for the beginning of a formula, in both widths; a quote before it makes it a text. */
const formulaLike = /^\s*[=+\-@＝＋－＠]/u;

function harmless(text: string): string {
  return formulaLike.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

function quoted(text: string, separator: string): string {
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}
