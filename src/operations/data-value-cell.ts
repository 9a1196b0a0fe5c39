import { isCellOf } from "#contract/catalogue-elements.ts";
import type { ValueCell } from "#contract/data-value.ts";
import { yearToDateParts } from "#domain/aggregate-periods.ts";
import { optionCombo, parseOptionCombo, type Disaggregation } from "#domain/breakdown.ts";
import type { DataElement } from "#domain/data-element.ts";
import { indexFacts, unitOf } from "#domain/figure-facts.ts";
import type { FigureRole } from "#domain/figure.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { parsePeriod, samePeriodLastYear, type Period } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import { periodName } from "#wording/period.ts";

/** How a question names a cell. */
export interface CellQuery {
  readonly element?: string | undefined;
  readonly key?: string | undefined;
  readonly role: FigureRole;
  readonly breakdown: string;
  readonly period: string;
}

/** One cell of an element for a period. */
export interface ChosenCell {
  readonly element: DataElement;
  readonly breakdown: Disaggregation;
  readonly optionCombo: string;
  readonly period: Period;
  /** Asked from January to the end of the period, which is no period of its own. */
  readonly yearToDate: boolean;
}

/**
 * Finds the cell meant: of last year's figure that of last year, of a cumulative one that of the whole span where there
 * is such a period. Refuses `unknown-data-element`, `unknown-key`, `unknown-breakdown`, `unknown-period`.
 */
export function chooseCell(query: CellQuery, elements: readonly DataElement[]): ChosenCell {
  const element = chooseElement(query, elements);
  const breakdown = chooseBreakdown(query.breakdown, element);
  const asked = parsePeriod(query.period);
  if (asked === undefined) throw new Refusal("unknown-period", { period: query.period });
  const named = query.role === "prior_year" ? samePeriodLastYear(asked) : asked;
  const parts = query.role === "cumulative" && element.timeNature === "flow" ? yearToDateParts(named) : [named]; // prettier-ignore
  const whole = parts.length === 1 ? parts[0]! : named;
  return {
    element,
    breakdown,
    optionCombo: optionCombo(breakdown),
    period: whole,
    yearToDate: parts.length > 1,
  };
}

function chooseElement({ element: id, key, role }: CellQuery, elements: readonly DataElement[]): DataElement {
  if (id !== undefined) {
    const found = elements.find((element) => element.id === id);
    if (!found) throw new Refusal("unknown-data-element", { dataElement: id });
    return found;
  }
  if (key === undefined) throw new Refusal("no-items");
  const index = indexFacts({ orgUnits: [], elements, values: [], targets: [], statements: [] });
  const found = index.findElement(key, role);
  if (!found) throw new Refusal("unknown-key", { key });
  return found;
}

/** Reads a breakdown that the element declares; `""` is the total. Refuses `unreadable-breakdown`, `unknown-breakdown`. */
export function chooseBreakdown(text: string, element: DataElement): Disaggregation {
  const breakdown = parseOptionCombo(text.normalize("NFC"));
  if (!breakdown || Object.values(breakdown).includes("")) throw new Refusal("unreadable-breakdown", { breakdown: text }); // prettier-ignore
  if (!isCellOf(element, breakdown)) throw new Refusal("unknown-breakdown", { breakdown: text, name: element.name.vi }); // prettier-ignore
  return breakdown;
}

/** The unit of that uid; refuses `unknown-org-unit`. */
export function chooseOrgUnit(uid: string, units: readonly OrgUnit[]): OrgUnit {
  const unit = units.find((one) => one.uid === uid);
  if (!unit) throw new Refusal("unknown-org-unit", { orgUnit: uid });
  return unit;
}

/** A cell as it travels, with the names in it. */
export function publishCell(cell: ChosenCell, unit: OrgUnit): ValueCell {
  const { element, breakdown, period } = cell;
  const { id, key, name, valueType, timeNature } = element;
  return {
    element: id,
    key,
    name: { ...name },
    unit: unitOf(element, breakdown),
    valueType,
    timeNature,
    optionCombo: cell.optionCombo,
    orgUnit: unit.uid,
    orgUnitName: unit.fullName,
    period,
    periodName: periodName(period),
  };
}
