import { decimal, type Decimal } from "#domain/decimal.ts";
import type { Finding } from "#domain/finding.ts";
import {
  isAmbiguous,
  plausibleValues,
  readNumber,
  settleColumn,
  valueIn,
  type ColumnEvidence,
  type ColumnNotation,
  type NumberForm,
  type NumberNotation,
  type NumberReading,
} from "#domain/number-reading.ts";
import type { FigureCell } from "./figure-row.ts";

/** A value cell before the notation of its column is known. */
export type PendingNumber =
  { readonly stored: Decimal; readonly text: string; readonly sign?: "%" } | NumberReading;

/** A cell stored as a number is never in doubt; text is read in every notation. */
export function pendingNumber(cell: FigureCell): PendingNumber {
  return cell.number === undefined
    ? readNumber(cell.text)
    : { stored: decimal(cell.number), text: cell.text, ...(cell.isPercent ? { sign: "%" as const } : {}) };
}

/** What the element asks of its numbers. */
export interface NumberNeed {
  /** A count has no decimals. */
  readonly wholeOnly: boolean;
  readonly unit: string;
}

/** The value of a cell, or the code and facts of what is wrong with it; `undefined` where the column must be asked about. */
export function settleNumber(
  number: PendingNumber,
  { wholeOnly, unit }: NumberNeed,
  notation: ColumnNotation,
): Decimal | Pick<Finding, "code" | "facts"> | undefined {
  if (number.sign !== undefined && number.sign !== unit)
    return wrong("percent-sign-unexpected", number.text, { unit });
  if ("stored" in number) {
    const isWhole = number.stored.eq(number.stored.round());
    return wholeOnly && !isWhole ? wrong("count-not-whole", number.text) : number.stored;
  }
  return settleTyped(number, wholeOnly, notation);
}

function settleTyped(
  reading: NumberReading,
  wholeOnly: boolean,
  notation: ColumnNotation,
): Decimal | Pick<Finding, "code" | "facts"> | undefined {
  const { form, text, gluedUnit } = reading;
  const plausible = () => ({
    plausible: plausibleValues(reading)
      .map((value) => value.toFixed())
      .join("; "),
  });
  if (form === "unreadable") return wrong("number-unreadable", text);
  if (gluedUnit !== undefined) return wrong("unit-glued", text, { unit: gluedUnit, ...plausible() });
  if (form === "misgrouped") return wrong("separators-misplaced", text, plausible());
  if (notation === "asked" && form.startsWith("comma-grouped")) return undefined;
  if (isAmbiguous(reading) && notation !== "comma" && notation !== "point") return undefined;
  const chosen = isAmbiguous(reading) || form === "whole" ? notation : notationOf(form);
  if (wholeOnly && hasDecimals(form, chosen)) return wrong("separators-misplaced", text, plausible());
  if ((notation === "comma" || notation === "point") && notation !== chosen)
    return wrong("number-not-in-notation", text, { notation });
  return valueIn(reading, chosen === "comma" ? "comma" : "point");
}

function notationOf(form: NumberForm): NumberNotation {
  return form === "comma-decimal" || form === "dot-grouped" || form === "dot-grouped-comma-decimal"
    ? "comma"
    : "point";
}

/** In a count `1.000` beside `48.1` would be 1: that was hardly meant. */
function hasDecimals(form: NumberForm, notation: ColumnNotation): boolean {
  if (form === "one-dot") return notation === "point";
  if (form === "one-comma") return notation === "comma";
  return form !== "whole" && form !== "dot-grouped" && form !== "comma-grouped";
}

function wrong(code: string, text: string, facts: Finding["facts"] = {}): Pick<Finding, "code" | "facts"> {
  return { code, facts: { text, ...facts } };
}

/** The first cell that was read as the column's notation says though it could be read otherwise, and how many there are. */
export interface AmbiguousCells {
  readonly count: number;
  readonly comma: string;
  readonly point: string;
}

/** What is asked or said about the whole column, at the row of its first example. */
export function notationFindings(
  evidence: ColumnEvidence,
  ambiguous: AmbiguousCells | undefined,
): (Finding & { row: number })[] {
  const { comma, point, commaGrouped, ambiguous: example } = evidence;
  const notation = settleColumn(evidence);
  const other = point ?? commaGrouped;
  if (notation === "mixed" && comma && other)
    return [
      asked("notation-mixed", other.row, { text: other.text, otherText: comma.text, otherRow: comma.row }),
    ];
  if (notation === "asked" && commaGrouped)
    return [
      asked("decimal-point-asked", commaGrouped.row, {
        text: commaGrouped.text,
        ...readBoth(commaGrouped.text),
      }),
    ];
  if (notation === "undecided" && example && ambiguous)
    return [asked("notation-undecided", example.row, { text: example.text, ...ambiguous })];
  const said: (Finding & { row: number })[] = [];
  if (notation === "comma" && comma)
    said.push({
      code: "decimal-comma-read",
      severity: "warning",
      row: comma.row,
      facts: { text: comma.text, ...readBoth(comma.text) },
    });
  const settling = notation === "comma" ? comma : point;
  if (example && settling && ambiguous)
    said.push({
      code: "number-read-as",
      severity: "warning",
      row: example.row,
      facts: {
        text: example.text,
        value: notation === "comma" ? ambiguous.comma : ambiguous.point,
        count: ambiguous.count,
        settledBy: settling.text,
        settledRow: settling.row,
      },
    });
  return said;
}

function readBoth(text: string): Record<string, string> {
  const { comma, point } = readNumber(text);
  return { value: (comma ?? point)?.toFixed() ?? "" };
}

function asked(code: string, row: number, facts: Finding["facts"]): Finding & { row: number } {
  return { code, severity: "blocking", row, facts };
}
