import { aggregateRule } from "#domain/aggregate.ts";
import { periodsInside } from "#domain/aggregate-periods.ts";
import { hasDimensions, optionCombo, parseOptionCombo } from "#domain/breakdown.ts";
import type { DataSource } from "#domain/data-value.ts";
import { decimal, sum } from "#domain/decimal.ts";
import { modifiersOf } from "#domain/expression/item.ts";
import { addAnswers, missingAnswer, type OperandAnswer } from "#domain/indicator-periods.ts";
import type { ReferredCell } from "#domain/indicator-references.ts";
import { aggregateBy, applyToReports, ownWay, withoutParts, type Report } from "#domain/indicator-reports.ts";
import { placementOn, type OrgUnit } from "#domain/org-unit.ts";
import { periodEnd, type Period } from "#domain/period.ts";
import type { TreeComparison } from "#domain/tree-comparison.ts";
import type { Queryable } from "#store/database.ts";
import { listReports, type ReportRow } from "#store/indicators-reports.ts";
import { subtreeOn, type OperandPlan } from "./query-figures-indicators-plan.ts";

type ReportsPlan = Extract<OperandPlan, { kind: "reports" }>;

/** An operand made of reported values, for one unit. */
export interface NeededReports {
  readonly plan: ReportsPlan;
  readonly unit: string;
}

interface Reading {
  readonly tx: Queryable;
  readonly province: string;
  readonly source: DataSource;
  readonly trees: TreeComparison;
  readonly units: readonly OrgUnit[];
}

/** Where reports are to be looked for: units for one native period, or why nobody can say. */
type Places = ReadonlyMap<Period, ReadonlySet<string>> | "impossible" | "not-on-tree";

/** Fetches reported values for operands that no sum can answer, all in one statement. */
export async function fetchReports(
  reading: Reading,
  needed: readonly NeededReports[],
): Promise<(one: NeededReports) => OperandAnswer> {
  const places = new Map(needed.map((one) => [one.plan, placesOf(reading, one)]));
  const wanted = { elements: new Set<string>(), orgUnits: new Set<string>(), periods: new Set<string>() };
  for (const [plan, found] of places) {
    if (typeof found === "string") continue;
    for (const { element } of plan.cells) wanted.elements.add(element.id);
    for (const [period, units] of found) {
      wanted.periods.add(period);
      for (const unit of units) wanted.orgUnits.add(unit);
    }
  }
  const rows = await listReports(reading.tx, reading.province, {
    source: reading.source,
    elements: [...wanted.elements],
    orgUnits: [...wanted.orgUnits],
    periods: [...wanted.periods],
  });
  const byElement = new Map<string, ReportRow[]>();
  for (const row of rows) {
    const there = byElement.get(row.element);
    if (there) there.push(row);
    else byElement.set(row.element, [row]);
  }
  const parentOf = indexParents(reading.units);
  return (one) => {
    const found = places.get(one.plan) ?? "not-on-tree";
    if (found === "impossible") return { ...missingAnswer, state: "impossible", reason: "impossible" };
    if (found === "not-on-tree") return { ...missingAnswer, reason: "not-on-tree" };
    const answers = one.plan.cells.map((cell) =>
      answerCell(one, cell, reportsAt(byElement.get(cell.element.id) ?? [], cell, found), parentOf),
    );
    return addAnswers(answers);
  };
}

/** A value that was divided between successors has no greatest and no first: only whole units can be read. */
function placesOf({ trees }: Reading, { plan, unit }: NeededReports): Places {
  const places = new Map<Period, Set<string>>();
  for (const period of plan.periods) {
    const composition = trees.compose(unit, period, plan.tree, false);
    if (composition.kind === "absent") return "not-on-tree";
    if (composition.kind === "impossible" || composition.terms.some(({ share }) => share !== 1)) return "impossible";
    for (const { unit: from, period: of, ownOnly } of composition.terms) {
      for (const native of periodsInside(of)) {
        const units = places.get(native) ?? new Set<string>();
        places.set(native, units);
        for (const uid of ownOnly ? [from] : subtreeOn(trees, from, periodEnd(native))) units.add(uid);
      }
    }
  }
  return places;
} // prettier-ignore

/** What each unit reported for the cell; a total that it did not report is made of its parts. */
function reportsAt(rows: readonly ReportRow[], cell: ReferredCell, places: ReadonlyMap<Period, ReadonlySet<string>>): Report[] {
  const combo = optionCombo(cell.breakdown);
  const there = rows.filter(({ orgUnit, period }) => places.get(period)?.has(orgUnit));
  const exact = there.filter((row) => row.optionCombo === combo).map(reportOf);
  if (combo !== "") return exact;
  const dimensions = cell.element.breakdowns.find(({ relation }) => relation === "partition")?.dimensions;
  if (!dimensions) return exact;
  const known = new Set(exact.map(({ unit, period }) => `${unit}|${period}`));
  const parts = new Map<string, Report[]>();
  for (const row of there) {
    const name = `${row.orgUnit}|${row.period}`;
    if (known.has(name) || !hasDimensions(parseOptionCombo(row.optionCombo) ?? {}, dimensions)) continue;
    parts.set(name, [...(parts.get(name) ?? []), reportOf(row)]);
  }
  const totals = [...parts.values()].map((some) => ({
    ...some[0]!,
    value: sum(some.map(({ value }) => value))!,
    isEstimate: some.some(({ isEstimate }) => isEstimate),
  }));
  return [...exact, ...totals];
} // prettier-ignore

function reportOf({ orgUnit, period, value, isEstimate }: ReportRow): Report {
  return { unit: orgUnit, period, value: decimal(value), isEstimate };
}

function answerCell(
  { plan: { item }, unit }: NeededReports,
  { element }: ReferredCell,
  found: readonly Report[],
  parentOf: (unit: string, day: string) => string | undefined,
): OperandAnswer {
  const wholes = withoutParts(found, parentOf);
  const rule = aggregateRule(element);
  const { aggregationType } = modifiersOf(item);
  const isOfUnitAlone = aggregationType === undefined && rule.units === "none";
  const own = isOfUnitAlone ? wholes.filter((report) => report.unit === unit) : wholes;
  const reports = item.kind === "sub-expression" ? applyToReports(own, item.apply) : own;
  const value = aggregateBy(aggregationType ?? ownWay(rule), reports);
  if (value === undefined) return missingAnswer;
  const state = wholes.some(({ isEstimate }) => isEstimate) ? "provisional" : "confirmed";
  return { value, state, reported: wholes.length, expected: wholes.length, carried: 0 };
}

function indexParents(units: readonly OrgUnit[]): (unit: string, day: string) => string | undefined {
  const byUid = new Map(units.map((unit) => [unit.uid, unit]));
  return (uid, day) => {
    const unit = byUid.get(uid);
    return unit && placementOn(unit, day)?.parent;
  };
}
