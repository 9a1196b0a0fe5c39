import { hasDimensions, optionCombo, parseOptionCombo, type Disaggregation } from "#domain/breakdown.ts";
import { day as dayOf, isDay } from "#domain/calendar.ts";
import type { DataElement } from "#domain/data-element.ts";
import type { FigureRole } from "#domain/figure.ts";
import type { Finding, Place } from "#domain/finding.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { parsePeriod, periodExamples, type Period } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import type { FigureColumn, FigureTable } from "./figure-row.ts";
import { KnownSlots, type FigureSlot } from "./figure-slot.ts";

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

/** What is wrong in one cell of a row. */
export interface CellFinding extends Pick<Finding, "code" | "severity" | "facts"> {
  readonly column: FigureColumn;
}

/** The element that answers for a key in a role: one made for the role before one for all. */
export function elementOf(
  { elements }: CatalogueIndex,
  key: string,
  role: FigureRole,
): DataElement | undefined {
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
export function isComputed({ formula, valueType, timeNature }: DataElement, role: FigureRole): boolean {
  if (role === "plan") return false;
  if (formula?.kind === "org-unit-count") return true;
  if (formula?.kind === "ratio") return role !== "prior_year";
  if (role !== "percent" && role !== "rate") return false;
  const isRatio =
    valueType === "percent" || valueType === "permille" || valueType === "decimal" || timeNature === "rate";
  return formula !== undefined || !isRatio;
}

/** What is wrong with a key that no element answers for. */
export function keyFinding({ elements }: CatalogueIndex, key: string, role: FigureRole): CellFinding {
  if (key === "") return cellFinding("key", "key-blank", {});
  const known = elements.get(key);
  if (known)
    return cellFinding("role", "role-not-for-key", {
      key,
      role,
      roles: known.flatMap(({ onlyRoles }) => onlyRoles ?? []).join(", "),
    });
  const tail = key.slice(key.lastIndexOf(".") + 1);
  const similar = [...elements.keys()].filter(
    (one) => plainKey(one) === plainKey(key) || (tail.length > 3 && one.endsWith(`.${tail}`)),
  );
  return cellFinding("key", "key-unknown", { text: key, similar: similar.slice(0, 3).join(", ") });
}

function plainKey(key: string): string {
  return key.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

export function periodOf(text: string, row: number, { file, sheet, columns }: FigureTable): Period {
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

export function breakdownOf(element: DataElement, text: string): Disaggregation | CellFinding {
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

export function isFinding(value: Disaggregation | CellFinding): value is CellFinding {
  return typeof value.severity === "string" && typeof value.facts === "object";
}

export function checkOrgUnit(
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

export type PeriodSpan = Pick<FigureSlot, "from" | "to">;

/** Whether a unit had ended before a period, or came after it. */
export function isClosed({ openedOn, closedOn }: OrgUnit, { from, to }: PeriodSpan): boolean {
  return (closedOn !== undefined && closedOn < from) || (openedOn !== undefined && openedOn > to);
}

/** The unit of one cell of the breakdown: 29 *trẻ* among 1.133 *người*. */
export function unitOf({ unit, unitsByOption = [] }: DataElement, breakdown: Disaggregation): string {
  const combo = optionCombo(breakdown);
  return unitsByOption.find((one) => optionCombo(one.breakdown) === combo)?.unit ?? unit;
}

/** An empty unit cell claims nothing. */
export function checkUnit(expected: string, text: string): CellFinding[] {
  return text === "" || plainUnit(text) === plainUnit(expected)
    ? []
    : [cellFinding("unit", "unit-differs", { text, expected })];
}

function plainUnit(unit: string): string {
  return unit.normalize("NFC").toLowerCase().replaceAll(/\s+/g, " ").trim();
}

/** `2023-06-30`, or as Vietnamese people write it: `30/6/2023`. */
export function asOfDay(text: string): string | undefined {
  if (isDay(text)) return text;
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const found = dayOf(Number(year), Number(month), Number(date));
  const isReal = Number(found.slice(8)) === Number(date) && Number(found.slice(5, 7)) === Number(month);
  return isReal ? found : undefined;
}

export function cellFinding(
  column: FigureColumn,
  code: string,
  facts: Finding["facts"],
  severity: Finding["severity"] = "blocking",
): CellFinding {
  return { code, severity, facts, column };
}

/** Where a finding stands: the letter of the column as Excel shows it. */
export function placeOf({ file, sheet, columns }: FigureTable, row: number, column: FigureColumn): Place {
  return { file, ...(sheet === undefined ? {} : { sheet }), row, column: columns[column] ?? column };
}
