import type { Disaggregation } from "./breakdown.ts";
import { placementOn, subtreeOn, type OrgUnit } from "./org-unit.ts";
import { periodEnd, periodType, type Period, type PeriodRule, type PeriodType } from "./period.ts";

/** The same in both languages of the product. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** Data elements that are reported together: how often, by whom, due when. Its screen is a form. */
export interface DataSet {
  readonly id: string;
  /** The first day of this version; it holds for periods that end on or after it, until a later version does. */
  readonly validFrom: string;
  /** The last day on which a period of this data set may end; none: until further notice. */
  readonly validTo?: string;
  readonly name: Words;
  /** Fits the head of a column: "Tiêm chủng". */
  readonly shortName: Words;
  readonly programme: string;
  readonly periodType: PeriodType;
  readonly periodRule: PeriodRule;
  readonly assignment: Assignment;
  readonly deadline: Deadline;
  /** Who looks at it, in this order; nobody: a hand-in counts at once. */
  readonly approvals: readonly ApprovalTier[];
  readonly sections: readonly FormSection[];
  /** Whether a unit without any case may fill its blank cells with 0 in one step ("Không phát sinh"). */
  readonly allowsNothingToReport: boolean;
  /** Made by the product from the catalogue, not an official form or term: screens say so. */
  readonly illustrative?: boolean;
  /** The regulation behind form and term, or who should settle it. */
  readonly basis?: Words;
}

/** The units that report: of these types or these very units, but only within and not among the excepted ones. */
export interface Assignment {
  readonly types: readonly string[];
  readonly orgUnits: readonly string[];
  /** Only units at or below these; none: anywhere. */
  readonly within: readonly string[];
  readonly except: readonly string[];
}

/** When a hand-in is due. Without `closesAfter` a period never closes. */
export interface Deadline {
  /** Days after the period's last day, or (a plan for the year to come) after its first. */
  readonly days: number;
  readonly from?: "end" | "start";
  readonly counting: "working-days" | "days";
  /** Calendar days after the due day on which the period closes for handing in. */
  readonly closesAfter?: number;
}

/** One look at a hand-in before it counts as confirmed. */
export interface ApprovalTier {
  readonly id: string;
  readonly name: Words;
  /** Days after the period's last day by which this tier should be done, counted as in the deadline. */
  readonly days: number;
  /** One body for all, or the facility of a type that stands under the unit's area of a level (the district's centre). */
  readonly approver: { readonly orgUnit: string } | { readonly type: string; readonly level: number };
}

/** A heading with its rows; the columns of all its rows. Without columns there is one, the element as it is. */
export interface FormSection {
  readonly title: Words;
  readonly note?: Words;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
}

export interface FormColumn {
  readonly name: Words;
  readonly breakdown: Disaggregation;
}

/**
 * A row of cells: an element (or one cell of its breakdown), which each column divides further; or a sum of other cells
 * of the form, which is shown and never stored.
 */
export interface FormRow {
  /** In place of the element's name. */
  readonly name?: Words;
  readonly help?: Words;
  /** "Trong đó": set back by so many steps. */
  readonly indent?: number;
  readonly element?: string;
  readonly breakdown?: Disaggregation;
  /** Cells of this form (`form-cell.ts`) that are added up. */
  readonly sumOf?: readonly string[];
  /** The element whose value for the year says how many there are to reach ("Đối tượng năm"). */
  readonly denominator?: string;
}

/** The version that a period is reported with: the last one that had begun when the period ended. */
export function versionFor(versions: readonly DataSet[], period: Period): DataSet | undefined {
  const chosen = versions
    .filter((each) => each.periodType === periodType(period))
    .filter((each) => each.validFrom <= periodEnd(period, each.periodRule))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    .at(-1);
  return chosen && isReportedFor(chosen, period) ? chosen : undefined;
}

function isReportedFor({ validTo, periodRule }: DataSet, period: Period): boolean {
  return validTo === undefined || periodEnd(period, periodRule) <= validTo;
}

/** The units that are to report a period, on the tree of its last day, in the order given. */
export function listExpected(dataSet: DataSet, units: readonly OrgUnit[], period: Period): OrgUnit[] {
  const day = periodEnd(period, dataSet.periodRule);
  const { within } = dataSet.assignment;
  const inside = within.map((root) => subtreeOn(units, root, day));
  return units.filter(
    (unit) =>
      isNamed(dataSet.assignment, unit) &&
      existsOn(unit, day) &&
      (within.length === 0 || inside.some((uids) => uids.has(unit.uid))),
  );
}

/** Whether this unit is to report a period. `units` must hold the unit, and the whole tree when places are named. */
export function isExpected(
  dataSet: DataSet,
  units: readonly OrgUnit[],
  orgUnit: string,
  period: Period,
): boolean {
  const candidates =
    dataSet.assignment.within.length > 0 ? units : units.filter((unit) => unit.uid === orgUnit);
  return listExpected(dataSet, candidates, period).some((unit) => unit.uid === orgUnit);
}

function isNamed({ types, orgUnits, except }: Assignment, { uid, type }: OrgUnit): boolean {
  return (orgUnits.includes(uid) || types.includes(type)) && !except.includes(uid);
}

function existsOn(unit: OrgUnit, day: string): boolean {
  return placementOn(unit, day) !== undefined && (unit.closedOn === undefined || day <= unit.closedOn);
}

/** Who approves for a unit at a tier on a day; `undefined` when nobody stands there. */
export function approverOf(
  { approver }: ApprovalTier,
  units: readonly OrgUnit[],
  orgUnit: string,
  day: string,
): string | undefined {
  if ("orgUnit" in approver) return approver.orgUnit;
  const area = areaAbove(units, orgUnit, approver.level, day);
  if (area === undefined) return undefined;
  const under = subtreeOn(units, area, day);
  return units.find((unit) => unit.type === approver.type && under.has(unit.uid))?.uid;
}

function areaAbove(
  units: readonly OrgUnit[],
  orgUnit: string,
  level: number,
  day: string,
): string | undefined {
  const byUid = new Map(units.map((unit) => [unit.uid, unit]));
  const seen = new Set<string>();
  for (let uid: string | undefined = orgUnit; uid !== undefined && !seen.has(uid);) {
    seen.add(uid);
    const unit = byUid.get(uid);
    const placement = unit && placementOn(unit, day);
    if (unit?.kind === "area" && placement?.level === level) return uid;
    uid = placement?.parent;
  }
  return undefined;
}
