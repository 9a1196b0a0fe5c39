import { Refusal } from "#domain/refusal.ts";
import { documentLimits } from "./document-limits.ts";
import { readXml } from "./read-xml.ts";
import { isDateFormat, showNumber } from "./xlsx-number-format.ts";

export interface SheetRow {
  readonly number: number;
  /** Shown texts by column; blank cells are absent. */
  readonly cells: ReadonlyMap<number, string>;
}

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly shared: readonly string[];
  readonly formats: readonly string[];
  readonly from1904: boolean;
}

interface StoredCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
}

/** Excel has 16,384 columns. */
const mostColumns = 16_384;

/** The rows of a sheet that hold something, with the results of formulas as the file stores them. */
export function readSheet(source: string, file: string, context: SheetContext): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  let [number, next, count, isValue] = [0, 0, 0, false];
  let cells = new Map<number, string>();
  let cell: StoredCell | undefined;
  const closeCell = (): void => {
    if (!cell) return;
    const text = shownText(cell, context);
    if (text !== "") cells.set(cell.column, text);
    count += text === "" ? 0 : 1;
    cell = undefined;
    if (count > documentLimits.cellsOfOneTable)
      throw new Refusal("document-table-too-large", { file, limit: documentLimits.cellsOfOneTable });
  };
  readXml(source, file, {
    open: ({ name, attributes }) => {
      isValue = (name === "v" || name === "t") && cell !== undefined;
      if (name === "row") [number, next, cells] = [Number(attributes["r"]) || number + 1, 0, new Map()];
      if (name !== "c") return;
      const column = columnOf(attributes["r"]) ?? next;
      next = column + 1;
      cell = {
        column: Math.min(column, mostColumns),
        type: attributes["t"] ?? "n",
        style: Number(attributes["s"]) || 0,
        value: "",
      };
    },
    text: (text) => {
      if (isValue && cell) cell.value += text;
    },
    close: (name) => {
      isValue = false;
      if (name === "c") closeCell();
      if (name === "row" && cells.size > 0) rows.push({ number, cells });
    },
  });
  return rows;
}

/** "C7" → 2. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function shownText({ type, style, value }: StoredCell, { shared, formats, from1904 }: SheetContext): string {
  if (value.trim() === "") return "";
  if (type === "s") return oneLine(shared[Number(value)] ?? "");
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type !== "n") return oneLine(value);
  const stored = Number(value);
  const code = formats[style] ?? "General";
  if (!Number.isFinite(stored) || Math.abs(stored) > 1e15) return oneLine(value);
  if (isDateFormat(code)) return shownDay(stored, from1904);
  return showNumber(stored, code);
}

function oneLine(text: string): string {
  return text
    .replaceAll(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Days from 1900 count a 29 February 1900 that never was. */
function shownDay(serial: number, from1904: boolean): string {
  const whole = Math.floor(serial);
  if (whole < 1 || whole >= 2_958_466) return String(serial);
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  const [year, month, day] = new Date(first + whole * 86_400_000).toISOString().slice(0, 10).split("-");
  return `${day}/${month}/${year}`;
}
