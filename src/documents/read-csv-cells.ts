import { convertFont, type FontSurvey } from "#domain/legacy-text.ts";
import { Refusal } from "#domain/refusal.ts";
import type { RawRow, TableCell } from "./read-table-cell.ts";
import { tableLimits } from "./read-table-source.ts";

/** So many different texts of one column are remembered. */
const mostKnown = 16_384;

/** A million rows repeat few texts: each cell is read once, and the same text is the same cell. */
export class CellReader {
  readonly #file: string;
  readonly #survey: FontSurvey;
  readonly #columns: ColumnCells[] = [];
  #row = 0;

  constructor(file: string, survey: FontSurvey) {
    this.#file = file;
    this.#survey = survey;
  }

  /** The rows that hold anything, numbered on from those before; blank ones count. */
  rowsOf(records: readonly (readonly string[])[]): RawRow[] {
    const rows: RawRow[] = [];
    for (const record of records) {
      this.#row += 1;
      let isBlank = true;
      const cells: (TableCell | undefined)[] = [];
      for (let position = 0; position < record.length; position += 1) {
        const cell = this.#cellOf(record[position] ?? "", position);
        if (cell !== undefined) isBlank = false;
        cells.push(cell);
      }
      if (!isBlank) rows.push({ row: this.#row, cells });
    }
    return rows;
  }

  #cellOf(text: string, position: number): TableCell | undefined {
    if (text === "") return undefined;
    const column = (this.#columns[position] ??= { text: "", cell: undefined, known: new Map() });
    if (column.text === text) return column.cell;
    let cell = column.known.get(text);
    if (cell === undefined) {
      cell = this.#read(text);
      if (cell !== undefined && column.known.size < mostKnown) column.known.set(ownText(text), cell);
    }
    column.text = text;
    column.cell = cell;
    return cell;
  }

  #read(text: string): TableCell | undefined {
    if (text.length < 13 && /^[!-~]*$/.test(text)) return { text }; // ASCII is the same in every encoding
    const trimmed = text.trim();
    if (trimmed === "") return undefined;
    const limit = tableLimits.cellCharacters;
    if (trimmed.length > limit)
      throw new Refusal("cell-too-long", { file: this.#file, row: this.#row, limit });
    const isPlain = this.#survey.font === undefined;
    return { text: ownText(isPlain ? trimmed.normalize("NFC") : convertFont(trimmed, this.#survey)) };
  }
}

interface ColumnCells {
  /** The text in the row above, and its cell. */
  text: string;
  cell: TableCell | undefined;
  readonly known: Map<string, TableCell>;
}

/** A longer piece of a text keeps the whole text in memory, here some hundred kilobytes; this copy does not. */
function ownText(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, "utf16le").toString("utf16le");
}
