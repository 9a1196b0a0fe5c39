import { optionCombo } from "#domain/breakdown.ts";
import type { DataElement } from "#domain/data-element.ts";
import { figureRoles, type FigureRole } from "#domain/figure.ts";
import type { Finding } from "#domain/finding.ts";
import { periodSpan, type Period } from "#domain/period.ts";
import {
  figureColumnOrder,
  importableRoles,
  isImportable,
  type FigureColumn,
  type FigureTable,
  type FigureTableRow,
} from "./figure-row.ts";
import type { FigureSlot } from "./figure-slot.ts";
import { unguardText } from "./format-figure-rows.ts";
import { nativePeriod } from "./native-period.ts";
import type { CompactNumber } from "./number-column.ts";
import {
  asOfDay,
  breakdownOf,
  cellFinding,
  checkOrgUnit,
  checkUnit,
  elementOf,
  isClosed,
  isComputed,
  isFinding,
  keyFinding,
  periodOf,
  unitOf,
  type CatalogueIndex,
  type CellFinding,
} from "./read-figure-cells.ts";

/** A row that is right but for its number, which the column decides. A file has a million of them: few fields. */
export interface RowDraft {
  readonly row: number;
  readonly slot: FigureSlot;
  readonly orgUnit: string;
  readonly note: string;
  /** The text until it is settled. */
  number: CompactNumber | string;
}

export type RowResult =
  | { readonly kind: "draft"; readonly draft: RowDraft; readonly findings: readonly CellFinding[] }
  | { readonly kind: "wrong"; readonly findings: readonly CellFinding[] }
  | { readonly kind: "passedOver" }
  | { readonly kind: "blank" };

/** Reads all but the number of one row. Refuses a period it cannot read. */
export function readFigureRow(row: FigureTableRow, index: CatalogueIndex, table: FigureTable): RowResult {
  return readKnownRow(row, index) ?? readNewRow(row, index, table);
}

/** A row like others before it, but for its org unit and number. */
function readKnownRow(row: FigureTableRow, { slots, orgUnits }: CatalogueIndex): RowResult | undefined {
  const { cells, width } = row;
  if (width !== undefined || cells.value === undefined || hasError(cells)) return undefined;
  const unit = orgUnits.get(cells.orgUnit?.text ?? "");
  if (unit === undefined) return undefined;
  const slot = slots.find(row);
  if (slot === undefined || isClosed(unit, slot)) return undefined;
  const note = cells.note === undefined ? "" : unguardText(cells.note.text).trim();
  const draft = { row: row.row, slot, orgUnit: unit.uid, note, number: cells.value.text };
  return { kind: "draft", draft, findings: none };
}

const none: readonly CellFinding[] = [];

function hasError(cells: FigureTableRow["cells"]): boolean {
  for (const column of figureColumnOrder) if (cells[column]?.isError) return true;
  return false;
}

function readNewRow(row: FigureTableRow, index: CatalogueIndex, table: FigureTable): RowResult {
  if (row.width) return wrong("key", "row-width", row.width);
  const text = (column: FigureColumn): string => unguardText(row.cells[column]?.text ?? "").trim();
  const broken = (Object.keys(row.cells) as FigureColumn[]).find((column) => row.cells[column]?.isError);
  if (broken) return wrong(broken, "cell-error", { text: text(broken), column: broken });
  const role = figureRoles.find((one) => one === text("role").toLowerCase());
  const computed = role !== undefined && !isImportable(role);
  if (computed) return { kind: "passedOver" };
  if (row.cells.value === undefined) return { kind: "blank" };
  if (role === undefined)
    return wrong("role", "role-unknown", { text: text("role"), known: importableRoles.join(", ") });
  const element = elementOf(index, text("key"), role);
  if (element === undefined) return { kind: "wrong", findings: [keyFinding(index, text("key"), role)] };
  if (isComputed(element, role)) return { kind: "passedOver" };
  const period = periodOf(text("period"), row.row, table);
  return assemble(row, { role, element, period, text }, index);
}

interface RowFacts {
  readonly role: FigureRole;
  readonly element: DataElement;
  readonly period: Period;
  readonly text: (column: FigureColumn) => string;
}

function assemble(row: FigureTableRow, facts: RowFacts, index: CatalogueIndex): RowResult {
  const { role, element, period, text } = facts;
  const span = periodSpan(period);
  const breakdown = breakdownOf(element, text("breakdown"));
  const asOf = asOfDay(text("asOf"));
  const isAsOfWrong = text("asOf") !== "" && asOf === undefined;
  const findings = [
    ...checkOrgUnit(index, text("orgUnit"), period, span),
    ...(isFinding(breakdown) ? [breakdown] : checkUnit(unitOf(element, breakdown), text("unit"))),
    ...(isAsOfWrong ? [cellFinding("asOf", "date-unreadable", { text: text("asOf") })] : []),
  ];
  const native = nativePeriod(element, role, period, asOf);
  if (typeof native === "string") findings.push(cellFinding("period", native, { period, role }));
  if (
    isFinding(breakdown) ||
    typeof native === "string" ||
    findings.some(({ severity }) => severity === "blocking")
  )
    return { kind: "wrong", findings };
  const slot = index.slots.remember(row, {
    role,
    element,
    ...native,
    optionCombo: optionCombo(breakdown),
    unit: unitOf(element, breakdown),
    ...span,
  });
  const orgUnit = index.orgUnits.get(text("orgUnit"))?.uid ?? "";
  const draft = { row: row.row, slot, orgUnit, note: text("note"), number: text("value") };
  return { kind: "draft", draft, findings };
}

function wrong(column: FigureColumn, code: string, facts: Finding["facts"]): RowResult {
  return { kind: "wrong", findings: [cellFinding(column, code, facts)] };
}
