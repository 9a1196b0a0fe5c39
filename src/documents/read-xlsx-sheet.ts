import { decimal } from "#domain/decimal.ts";
import { convertFont, type FontSurvey } from "#domain/legacy-text.ts";
import { Refusal } from "#domain/refusal.ts";
import type { RawRow, TableCell } from "./read-table-cell.ts";
import { tableLimits } from "./read-table-source.ts";
import { isTrue, unescapeText, type Workbook } from "./read-xlsx-workbook.ts";
import { readXml, type XmlReader } from "./read-xlsx-xml.ts";

/** A cell as its tags give it. */
interface StoredCell {
  position: number;
  type: string;
  style: number;
  value: string;
  hasValue: boolean;
  isFormula: boolean;
}

/** Yields the rows of a sheet as the XML comes in; blank rows are left out. */
export function* sheetRows(
  pieces: Iterable<Uint8Array>,
  part: { readonly file: string; readonly name: string },
  workbook: Workbook,
  survey: FontSurvey,
): Iterable<RawRow> {
  const ready: RawRow[] = [];
  const reader = sheetReader(part.file, ready, (cell) => cellOf(cell, workbook, survey, part.file));
  yield* readXml(pieces, part, reader, ready);
}

function sheetReader(
  file: string,
  ready: RawRow[],
  read: (cell: StoredCell) => TableCell | undefined,
): XmlReader {
  let row = 0;
  let isHidden = false;
  let cells: (TableCell | undefined)[] = [];
  let cell: StoredCell | undefined;
  let next = 0;
  let collecting = false;
  return {
    open: (tag, attributes) => {
      collecting = false;
      if (tag === "row") {
        row = rowNumber(attributes.r, row, file);
        [cells, next, isHidden] = [[], 0, isTrue(attributes.hidden)];
      } else if (tag === "c") {
        const position = attributes.r === undefined ? next : positionOf(attributes.r);
        next = position + 1;
        cell = {
          position,
          type: attributes.t ?? "n",
          style: Number(attributes.s ?? 0),
          value: "",
          hasValue: false,
          isFormula: false,
        };
      } else if (cell && tag === "f") cell.isFormula = true;
      else if (cell && (tag === "v" || tag === "t")) {
        collecting = true;
        cell.hasValue = true;
      } else if (tag === "rPh") cell = undefined;
    },
    text: (text) => {
      if (collecting && cell) cell.value += text;
    },
    close: (tag) => {
      collecting = false;
      if (tag === "c" && cell) {
        const content = read(cell);
        if (content && cell.position >= tableLimits.columns)
          throw new Refusal("too-many-columns", { file, row, limit: tableLimits.columns });
        if (content) cells[cell.position] = content;
        cell = undefined;
      }
      if (tag === "row" && cells.length > 0) ready.push({ row, cells, ...(isHidden ? { isHidden } : {}) });
    },
  };
}

function rowNumber(attribute: string | undefined, before: number, file: string): number {
  const row = attribute === undefined ? before + 1 : Number(attribute);
  if (!Number.isInteger(row) || row <= before) throw new Refusal("file-damaged", { file });
  if (row > tableLimits.rows) throw new Refusal("too-many-rows", { file, limit: tableLimits.rows });
  return row;
}

/** `C7` → 2. */
function positionOf(reference: string): number {
  let position = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    position = position * 26 + value;
  }
  return Math.max(0, position - 1);
}

function cellOf(
  cell: StoredCell,
  workbook: Workbook,
  survey: FontSurvey,
  file: string,
): TableCell | undefined {
  const formula = cell.isFormula ? { isFormula: true } : {};
  if (cell.isFormula && !cell.hasValue) return { text: "", ...formula, isError: true };
  switch (cell.type) {
    case "n":
      return numberCell(cell, workbook, formula, file);
    case "e":
      return { text: cell.value.trim(), ...formula, isError: true };
    case "b":
      return { text: cell.value === "1" ? "TRUE" : "FALSE", ...formula };
    case "d":
      return { text: cell.value.slice(0, 10), ...formula };
    default:
      return textCell(cell, workbook, survey, formula, file);
  }
}

function textCell(
  { type, value }: StoredCell,
  { sharedTexts }: Workbook,
  survey: FontSurvey,
  formula: { isFormula?: boolean },
  file: string,
): TableCell | undefined {
  const stored = type === "s" ? sharedTexts[Number(value)] : unescapeText(value);
  if (stored === undefined) throw new Refusal("file-damaged", { file });
  if (stored.length > tableLimits.cellCharacters)
    throw new Refusal("cell-too-long", { file, limit: tableLimits.cellCharacters });
  const text = convertFont(stored.trim(), survey);
  return text === "" ? undefined : { text, ...formula };
}

/** The file stores binary fractions: 15 digits, as many as Excel keeps and shows, are what was typed. */
function numberCell(
  { value, style }: StoredCell,
  { shows, from1904 }: Workbook,
  formula: { isFormula?: boolean },
  file: string,
): TableCell | undefined {
  if (value.trim() === "") return undefined;
  const stored = Number(value);
  if (!Number.isFinite(stored)) throw new Refusal("file-damaged", { file });
  const show = shows[style] ?? "number";
  if ((show === "day" || show === "month") && stored >= 1 && stored < 2_958_466)
    return { text: dayOf(stored, from1904).slice(0, show === "month" ? 7 : 10), ...formula };
  const exact = decimal(stored.toPrecision(15)).times(show === "percent" ? 100 : 1);
  const number = exact.toFixed();
  return {
    text: show === "percent" ? `${number}%` : number,
    number,
    ...formula,
    ...(show === "percent" ? { isPercent: true } : {}),
  };
}

/** Days from 1900 count a 29 February 1900 that never was. */
function dayOf(serial: number, from1904: boolean): string {
  const whole = Math.floor(serial);
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  return new Date(first + whole * 86_400_000).toISOString().slice(0, 10);
}
