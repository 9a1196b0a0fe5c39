import { decimal, type Decimal } from "#domain/decimal.ts";
import type { Finding, Place } from "#domain/finding.ts";
import type { FormCell } from "#domain/form.ts";
import type { CellName } from "#domain/form-cell.ts";
import { decimalPattern, plainDecimal, sumOfCells } from "#domain/form-values.ts";
import { readNumber } from "#domain/number-reading.ts";
import type { FilledBox, FilledWorkbook } from "./form-workbook-reading.ts";
import type { TableCell } from "./read-table-cell.ts";

/** What a filled-in workbook holds in numbers, and what cannot be taken as one. */
export interface WorkbookValues {
  readonly values: Readonly<Record<CellName, string>>;
  /** Each with its place; the blocking ones are about cells without a value. */
  readonly findings: readonly Finding[];
  /** What stands in the cells that could not be read. */
  readonly unread: ReadonlyMap<CellName, string>;
}

type Read =
  | { readonly value: string; readonly warning?: readonly [string, Finding["facts"]] }
  | { readonly problem: readonly [string, Finding["facts"]] };

/** Reads every cell of the form, doubting what Excel or a person may have turned into something else. */
export function readFormNumbers({ boxes, identity }: FilledWorkbook, cells: readonly FormCell[]): WorkbookValues {
  const values: Record<CellName, string> = {};
  const unread = new Map<CellName, string>();
  const findings: Finding[] = [];
  for (const cell of cells.filter(({ kind }) => kind === "entry")) {
    const box = boxes.get(cell.cell);
    if (!box?.content) continue;
    const read = readContent(box.content, cell, identity.base[cell.cell]);
    if ("value" in read) values[cell.cell] = read.value;
    else unread.set(cell.cell, box.content.text);
    const said = "value" in read ? read.warning : read.problem;
    if (said) findings.push(findingAt(box, cell, said, "value" in read ? "warning" : "blocking"));
  }
  for (const cell of cells.filter(({ kind }) => kind === "computed")) {
    const found = overwrittenTotal(boxes.get(cell.cell), cell, values);
    if (found) findings.push(found);
  }
  return { values, findings, unread };
} // prettier-ignore

/** Where a box stands, for messages. */
export function placeOf({ sheet, row, column }: FilledBox): Place {
  return { sheet, row, column };
}

function findingAt(
  box: FilledBox,
  cell: FormCell,
  [code, facts]: readonly [string, Finding["facts"]],
  severity: Finding["severity"],
): Finding {
  const named = { cell: cell.cell, name: cell.name.vi, nameEn: cell.name.en };
  return { code, severity, facts: { ...named, ...facts }, place: placeOf(box) };
}

function readContent(content: TableCell, cell: FormCell, base: string | undefined): Read {
  const { text, number, isError, isPercent, isFormula } = content;
  if (isError) return { problem: ["workbook-cell-error", { text }] };
  if (number === undefined) return readText(text, cell, base);
  if (isPercent && cell.valueType !== "percent") return { problem: ["workbook-percent", { text }] };
  const checked = checkNumber(decimal(number), cell, text);
  if (!("value" in checked) || !isFormula) return checked;
  return { ...checked, warning: ["workbook-formula", { value: checked.value }] };
}

/** A day has no number in what was read: Excel makes one of "1-2", and only the cell's style still says so. */
function readText(text: string, cell: FormCell, base: string | undefined): Read {
  if (text === base) return { value: plainDecimal(text) }; // longer than Excel's fifteen digits: written as text
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return { problem: ["workbook-date", { text }] };
  const reading = readNumber(text);
  const { comma, point, form, gluedUnit, sign } = reading;
  const value = comma ?? point;
  if (gluedUnit !== undefined || value === undefined) return { problem: ["workbook-text", { text }] };
  const isPercent = sign === "%" && cell.valueType === "percent";
  if (sign !== undefined && !isPercent) return { problem: ["workbook-percent", { text }] };
  // "1.234" among counts is a thousand and more; anything else with three digits behind a sign may be either.
  const isEither = form === "one-comma" || (form === "one-dot" && cell.valueType !== "integer");
  if (isEither) return { problem: ["workbook-ambiguous", { text, one: comma?.toFixed() ?? "", other: point?.toFixed() ?? "" }] }; // prettier-ignore
  const checked = checkNumber(value, cell, text);
  if (!("value" in checked)) return checked;
  return { ...checked, warning: ["workbook-number-as-text", { text, value: checked.value }] };
}

function fits(value: Decimal, { valueType }: FormCell): boolean {
  return valueType !== "integer" || value.mod(1).eq(0);
}

function checkNumber(value: Decimal, cell: FormCell, text: string): Read {
  const plain = value.toFixed();
  if (value.lt(0)) return { problem: ["workbook-negative", { text }] };
  if (!fits(value, cell)) return { problem: ["workbook-not-whole", { text: plain }] };
  if (!decimalPattern.test(plain)) return { problem: ["workbook-number-too-long", { text: plain }] };
  return { value: plain };
}

/** A number typed over a total: it would be lost, since totals are never stored. */
function overwrittenTotal(
  box: FilledBox | undefined,
  cell: FormCell,
  values: Readonly<Record<CellName, string>>,
): Finding | undefined {
  if (!box?.content || box.content.isFormula) return undefined;
  const sum = sumOfCells(values, cell.sumOf ?? []);
  const typed = box.content.number ?? box.content.text;
  if (sum !== undefined && box.content.number !== undefined && sum.eq(decimal(box.content.number))) return undefined; // prettier-ignore
  const facts = { text: typed, sum: sum?.toFixed() ?? "" };
  return findingAt(box, cell, ["workbook-total-overwritten", facts], "blocking");
}
