import type { Decimal } from "#domain/decimal.ts";
import type { Finding } from "#domain/finding.ts";
import {
  addEvidence,
  isAmbiguous,
  settleColumn,
  type ColumnEvidence,
  type ColumnNotation,
} from "#domain/number-reading.ts";
import type { FigureCell } from "./figure-row.ts";
import {
  notationFindings,
  pendingNumber,
  settleNumber,
  type AmbiguousCells,
  type NumberNeed,
  type PendingNumber,
} from "./read-figure-value.ts";

/** A number as few bytes: a double, and a decimal where a double does not hold all digits. */
export type CompactNumber = number | Decimal;

/** So many digits a double holds exactly. */
const exactDigits = 15;

/** `12`: the same in every notation. */
const plainWhole = /^-?\d{1,15}$/;

/** `1.234` and `1,234`: grouped or decimal. */
const oneSeparator = /^-?[1-9]\d{0,2}[.,]\d{3}$/;

/** `12.5` */
const plainPoint = /^-?\d{1,10}\.\d{1,5}$/;

/** `12,5` and `1.234,5` */
const plainComma = /^-?(?:\d{1,10}|[1-9]\d{0,2}(?:\.\d{3}){1,2}),\d{1,4}$/;

/** `1.234` and `1.234.567` */
const dotGrouped = /^-?[1-9]\d{0,2}(?:\.\d{3}){1,4}$/;

/** So many different readings are remembered. */
const mostKnown = 16_384;

/**
 * The numbers of one column, and what they show of its notation. What nearly all cells hold is told by its pattern;
 * `read-figure-value.ts`, which knows all that people type, takes twenty times as long.
 */
export class NumberColumn {
  readonly #known = new Map<string, PendingNumber>();
  #evidence: ColumnEvidence = {};
  #ambiguous: Omit<AmbiguousCells, "count"> | undefined;
  #ambiguousCount = 0;

  /**
   * Notes what a cell shows of the notation. Answers what it says in every notation, or `undefined` when the column
   * must be known first.
   */
  note(cell: FigureCell, row: number, need: NumberNeed): CompactNumber | CellFault | undefined {
    if (plainWhole.test(cell.number ?? cell.text) && !cell.isPercent) return Number(cell.number ?? cell.text);
    if (cell.number === undefined && this.#isNoNews(cell.text, need)) return undefined;
    const number = this.#read(cell);
    this.#addEvidence(number, row, need.wholeOnly);
    const isSettled = "stored" in number || number.form === "whole";
    return isSettled ? compact(settleNumber(number, need, "plain")) : undefined;
  }

  /** The number of a cell for which `note` did not know it; `undefined` where a person must be asked. */
  settle(text: string, need: NumberNeed, notation: ColumnNotation): CompactNumber | CellFault | undefined {
    return plainNumber(text, need, notation) ?? compact(settleNumber(this.#read({ text }), need, notation));
  }

  notation(): ColumnNotation {
    return settleColumn(this.#evidence);
  }

  /** What is asked or said about the whole column. */
  findings(): (Finding & { row: number })[] {
    const ambiguous = this.#ambiguous && { ...this.#ambiguous, count: this.#ambiguousCount };
    return notationFindings(this.#evidence, ambiguous);
  }

  /** Only the first example of each kind is evidence. */
  #isNoNews(text: string, { wholeOnly }: NumberNeed): boolean {
    const { comma, point, ambiguous } = this.#evidence;
    if (oneSeparator.test(text)) {
      if (ambiguous) this.#ambiguousCount += 1;
      return ambiguous !== undefined;
    }
    if (plainPoint.test(text)) return wholeOnly || point !== undefined;
    return comma !== undefined && (plainComma.test(text) || dotGrouped.test(text));
  }

  #read(cell: FigureCell): PendingNumber {
    if (cell.number !== undefined) return pendingNumber(cell);
    const number = this.#known.get(cell.text) ?? pendingNumber(cell);
    if (this.#known.size < mostKnown) this.#known.set(cell.text, number);
    return number;
  }

  #addEvidence(number: PendingNumber, row: number, wholeOnly: boolean): void {
    if ("stored" in number) return;
    this.#evidence = addEvidence(this.#evidence, number, row, wholeOnly);
    if (!isAmbiguous(number)) return;
    this.#ambiguousCount += 1;
    this.#ambiguous ??= { comma: number.comma?.toFixed() ?? "", point: number.point?.toFixed() ?? "" };
  }
}

/** A number that its notation reads without a doubt. */
function plainNumber(text: string, { wholeOnly }: NumberNeed, notation: ColumnNotation): number | undefined {
  if (notation === "comma") {
    const isPlain = dotGrouped.test(text) || (!wholeOnly && plainComma.test(text));
    return isPlain ? Number(text.replaceAll(".", "").replace(",", ".")) : undefined;
  }
  if (wholeOnly || !plainPoint.test(text)) return undefined;
  return notation === "point" || !oneSeparator.test(text) ? Number(text) : undefined;
}

/** What is wrong with a number. */
export type CellFault = Pick<Finding, "code" | "facts">;

function compact(value: Decimal | CellFault | undefined): CompactNumber | CellFault | undefined {
  if (value === undefined || "code" in value) return value;
  const text = value.toFixed();
  return text.length <= exactDigits ? Number(text) : value;
}
