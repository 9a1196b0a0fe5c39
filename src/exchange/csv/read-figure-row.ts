import { hasDimensions, optionCombo, parseOptionCombo, type Disaggregation } from "#domain/breakdown.ts";
import { day as dayOf, isDay } from "#domain/calendar.ts";
import type { DataElement } from "#domain/data-element.ts";
import { figureRoles, type FigureRole } from "#domain/figure.ts";
import type { Finding, Place } from "#domain/finding.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { parsePeriod, periodExamples, periodSpan, type Period } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import {
  figureColumnOrder,
  importableRoles,
  isImportable,
  type FigureColumn,
  type FigureTable,
  type FigureTableRow,
} from "./figure-row.ts";
import { KnownSlots, type FigureSlot } from "./figure-slot.ts";
import { unguardText } from "./format-figure-rows.ts";
import { nativePeriod } from "./native-period.ts";
import type { CompactNumber } from "./number-column.ts";

/** The catalogue, ready to be asked for keys and uids. */
export interface CatalogueIndex {
  readonly elements: ReadonlyMap<string, readonly DataElement[]>;
  readonly orgUnits: ReadonlyMap<string, OrgUnit>;
  readonly slots: KnownSlots;
}

export function indexCatalogue(catalogue: {
  readonly elements: readonly DataElement[];
  readonly orgUnits: readonly OrgUnit[];
}): CatalogueIndex {
  return {
    elements: byKey(catalogue.elements),
    orgUnits: new Map(catalogue.orgUnits.map((unit) => [unit.uid, unit])),
    slots: new KnownSlots(),
  };
}

function byKey(elements: readonly DataElement[]): Map<string, DataElement[]> {
  const found = new Map<string, DataElement[]>();
  for (const element of elements) found.set(element.key, [...(found.get(element.key) ?? []), element]);
  return found;
}

/** A row that is right but for its number, which the column decides. A file has a million of them: few fields. */
export interface RowDraft {
  readonly row: number;
  readonly slot: FigureSlot;
  readonly orgUnit: string;
  readonly note: string;
  /** The text until it is settled. */
  number: CompactNumber | string;
}

/** What is wrong in one cell of a row. */
export interface CellFinding extends Pick<Finding, "code" | "severity" | "facts"> {
  readonly column: FigureColumn;
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
  if (element === undefined) return wrongKey(index, text("key"), role);
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

/** The element that answers for a key in a role: one made for the role before one for all. */
function elementOf({ elements }: CatalogueIndex, key: string, role: FigureRole): DataElement | undefined {
  const candidates = elements.get(key) ?? [];
  return (
    candidates.find(({ onlyRoles }) => onlyRoles?.includes(role)) ??
    candidates.find(({ onlyRoles }) => onlyRoles === undefined)
  );
}

/**
 * Counts of org units and ratios are always computed, and so are shares of counts. A sum, or last year's ratio, may
 * have been reported where its operands were not: it is imported. A plan may be set for anything.
 */
function isComputed({ formula, valueType, timeNature }: DataElement, role: FigureRole): boolean {
  if (role === "plan") return false;
  if (formula?.kind === "org-unit-count") return true;
  if (formula?.kind === "ratio") return role !== "prior_year";
  if (role !== "percent" && role !== "rate") return false;
  const isRatio =
    valueType === "percent" || valueType === "permille" || valueType === "decimal" || timeNature === "rate";
  return formula !== undefined || !isRatio;
}

function wrongKey({ elements }: CatalogueIndex, key: string, role: FigureRole): RowResult {
  if (key === "") return wrong("key", "key-blank", {});
  const known = elements.get(key);
  if (known)
    return wrong("role", "role-not-for-key", {
      key,
      role,
      roles: known.flatMap(({ onlyRoles }) => onlyRoles ?? []).join(", "),
    });
  const tail = key.slice(key.lastIndexOf(".") + 1);
  const similar = [...elements.keys()].filter(
    (one) => plainKey(one) === plainKey(key) || (tail.length > 3 && one.endsWith(`.${tail}`)),
  );
  return wrong("key", "key-unknown", { text: key, similar: similar.slice(0, 3).join(", ") });
}

function plainKey(key: string): string {
  return key.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

function periodOf(text: string, row: number, { file, sheet, columns }: FigureTable): Period {
  const period = parsePeriod(text);
  if (period !== undefined) return period;
  throw new Refusal("period-unreadable", {
    file,
    ...(sheet === undefined ? {} : { sheet }),
    row,
    column: columns.period ?? "period",
    text,
    accepted: periodExamples.join(", "),
  });
}

function breakdownOf(element: DataElement, text: string): Disaggregation | CellFinding {
  const breakdown = parseOptionCombo(text.normalize("NFC"));
  const allowed = element.breakdowns.map(({ dimensions }) => dimensions.map((name) => `${name}=…`).join(";"));
  if (breakdown === undefined || Object.values(breakdown).includes(""))
    return cellFinding("breakdown", "breakdown-unreadable", { text, allowed: allowed.join(" | ") });
  const isTotal = Object.keys(breakdown).length === 0;
  const isKnown =
    isTotal || element.breakdowns.some(({ dimensions }) => hasDimensions(breakdown, dimensions));
  return isKnown
    ? breakdown
    : cellFinding("breakdown", "breakdown-unknown", { text, key: element.key, allowed: allowed.join(" | ") });
}

function isFinding(value: Disaggregation | CellFinding): value is CellFinding {
  return typeof value.severity === "string" && typeof value.facts === "object";
}

function checkOrgUnit(
  { orgUnits }: CatalogueIndex,
  uid: string,
  period: Period,
  span: PeriodSpan,
): CellFinding[] {
  const unit = orgUnits.get(uid);
  if (unit === undefined) {
    const name = uid.toLowerCase();
    const similar = [...orgUnits.values()].filter((one) =>
      [one.name, one.fullName, one.code ?? "", ...one.aliases].some((known) => known.toLowerCase() === name),
    );
    const facts = {
      text: uid,
      similar: similar
        .slice(0, 3)
        .map((one) => `${one.uid} (${one.fullName})`)
        .join(", "),
    };
    return [cellFinding("orgUnit", "org-unit-unknown", facts)];
  }
  if (!isClosed(unit, span)) return [];
  const facts = {
    orgUnit: uid,
    name: unit.fullName,
    period,
    from: unit.openedOn ?? "",
    to: unit.closedOn ?? "",
  };
  return [cellFinding("orgUnit", "org-unit-not-open", facts, "warning")];
}

type PeriodSpan = Pick<FigureSlot, "from" | "to">;

/** Whether a unit had ended before a period, or came after it. */
function isClosed({ openedOn, closedOn }: OrgUnit, { from, to }: PeriodSpan): boolean {
  return (closedOn !== undefined && closedOn < from) || (openedOn !== undefined && openedOn > to);
}

/** The unit of one cell of the breakdown: 29 *trẻ* among 1.133 *người*. */
function unitOf({ unit, unitsByOption = [] }: DataElement, breakdown: Disaggregation): string {
  const combo = optionCombo(breakdown);
  return unitsByOption.find((one) => optionCombo(one.breakdown) === combo)?.unit ?? unit;
}

/** An empty unit cell claims nothing. */
function checkUnit(expected: string, text: string): CellFinding[] {
  return text === "" || plainUnit(text) === plainUnit(expected)
    ? []
    : [cellFinding("unit", "unit-differs", { text, expected })];
}

function plainUnit(unit: string): string {
  return unit.normalize("NFC").toLowerCase().replaceAll(/\s+/g, " ").trim();
}

/** `2023-06-30`, or as Vietnamese people write it: `30/6/2023`. */
function asOfDay(text: string): string | undefined {
  if (isDay(text)) return text;
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const found = dayOf(Number(year), Number(month), Number(date));
  const isReal = Number(found.slice(8)) === Number(date) && Number(found.slice(5, 7)) === Number(month);
  return isReal ? found : undefined;
}

function cellFinding(
  column: FigureColumn,
  code: string,
  facts: Finding["facts"],
  severity: Finding["severity"] = "blocking",
): CellFinding {
  return { code, severity, facts, column };
}

function wrong(column: FigureColumn, code: string, facts: Finding["facts"]): RowResult {
  return { kind: "wrong", findings: [cellFinding(column, code, facts)] };
}

/** Where a finding stands: the letter of the column as Excel shows it. */
export function placeOf({ file, sheet, columns }: FigureTable, row: number, column: FigureColumn): Place {
  return { file, ...(sheet === undefined ? {} : { sheet }), row, column: columns[column] ?? column };
}
