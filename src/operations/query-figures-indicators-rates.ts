import { countCompleteness, type ExpectedReport } from "#domain/completeness.ts";
import { listExpected, versionFor, type DataSet } from "#domain/data-set.ts";
import { dueOn } from "#domain/deadline.ts";
import { decimal, divide, type Decimal } from "#domain/decimal.ts";
import type { ReportingRate } from "#domain/expression/item.ts";
import { knownAnswer, missingAnswer, type OperandAnswer } from "#domain/indicator-periods.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { divisions, periodEnd, periodType, type Period } from "#domain/period.ts";
import type { TreeComparison } from "#domain/tree-comparison.ts";
import { getWorkCalendar, listDataSetVersions } from "#store/data-sets.ts";
import type { Queryable } from "#store/database.ts";
import { listSubmissions } from "#store/submissions.ts";
import { subtreeOn, type OperandPlan } from "./query-figures-indicators-plan.ts";

/** How many reports of a data set were due and came in, for one unit. */
export interface NeededRate {
  readonly plan: Extract<OperandPlan, { kind: "rate" }>;
  readonly unit: string;
}

interface Reading {
  readonly tx: Queryable;
  readonly province: string;
  readonly trees: TreeComparison;
  readonly units: readonly OrgUnit[];
}

/** Fetches hand-ins for reporting rates; every period is counted on the tree of its own last day. */
export async function fetchRates(
  { tx, province, trees, units }: Reading,
  needed: readonly NeededRate[],
): Promise<(one: NeededRate) => OperandAnswer> {
  if (needed.length === 0) return () => missingAnswer;
  const versions = await listDataSetVersions(tx, province, [...new Set(needed.map(({ plan }) => plan.dataSet))]);
  const calendar = await getWorkCalendar(tx, province);
  const reportsOf = new Map<string, readonly ExpectedReport[]>();
  const periods = [...new Set(needed.flatMap(({ plan }) => nativesOf(plan, versions)))];
  const submissions = await listSubmissions(tx, province, { periods });
  const received = new Map(submissions.map((one) => [`${one.dataSet}|${one.period}|${one.orgUnit}`, one.firstReceivedOn]));

  /** Everything expected of a data set for one period. */
  function expectedFor(id: string, period: Period): readonly ExpectedReport[] {
    const name = `${id}|${period}`;
    const known = reportsOf.get(name);
    if (known) return known;
    const version = versionFor(versions.filter((one) => one.id === id), period);
    const reports = version ? reportsFor(version, period) : [];
    reportsOf.set(name, reports);
    return reports;
  }

  function reportsFor(version: DataSet, period: Period): ExpectedReport[] {
    const due = dueOn(version, period, calendar);
    return listExpected(version, units, period).map(({ uid }) => {
      const firstReceivedOn = received.get(`${version.id}|${period}|${uid}`);
      return { dataSet: version.id, orgUnit: uid, period, dueOn: due, isApproved: false, ...(firstReceivedOn !== undefined && { firstReceivedOn }) };
    });
  }

  return ({ plan, unit }) => {
    const reports = nativesOf(plan, versions).flatMap((period) => {
      const below = subtreeOn(trees, unit, periodEnd(period));
      return expectedFor(plan.dataSet, period).filter(({ orgUnit }) => below.has(orgUnit));
    });
    return knownAnswer(rateOf(plan.rate, reports));
  };
} // prettier-ignore

/** The periods of the data set's own type inside those asked. */
function nativesOf({ periods, dataSet }: NeededRate["plan"], versions: readonly DataSet[]): Period[] {
  const types = new Set(versions.filter(({ id }) => id === dataSet).map((version) => version.periodType));
  return periods.flatMap((period) =>
    [period, ...divisions(period).flat()].filter((part) => types.has(periodType(part))),
  );
}

/** Missing where nobody was to report. */
function rateOf(rate: ReportingRate, reports: readonly ExpectedReport[]): Decimal | undefined {
  const { expected, received, timely } = countCompleteness(reports, "");
  if (expected === 0) return undefined;
  switch (rate) {
    case "EXPECTED_REPORTS":
      return decimal(expected);
    case "ACTUAL_REPORTS":
      return decimal(received);
    case "ACTUAL_REPORTS_ON_TIME":
      return decimal(timely);
    case "REPORTING_RATE":
      return divide(decimal(received * 100), decimal(expected));
    case "REPORTING_RATE_ON_TIME":
      return divide(decimal(timely * 100), decimal(expected));
  }
}
