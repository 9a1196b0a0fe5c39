import { covers, type Extent } from "#domain/access.ts";
import { listExpected, versionFor, type DataSet } from "#domain/data-set.ts";
import { dueOn } from "#domain/deadline.ts";
import { subtreeOn, type OrgUnit } from "#domain/org-unit.ts";
import { periodEnd } from "#domain/period.ts";
import type { WorkCalendar } from "#domain/working-days.ts";
import { getWorkCalendar, listDataSetVersions } from "#store/data-sets.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { scopeOf } from "./access.ts";
import type { Context } from "./context.ts";

/** The forms, units and days that tell who is to report what by when, and which units one may look at. */
export interface ReportingPlan {
  readonly versions: readonly DataSet[];
  readonly units: readonly OrgUnit[];
  readonly calendar: WorkCalendar;
  readonly reads: Extent;
}

export async function getReportingPlan(
  context: Context,
  dataSets?: readonly string[],
): Promise<ReportingPlan> {
  const { db, province } = context;
  const [versions, units, calendar] = await Promise.all([
    listDataSetVersions(db, province, dataSets),
    listOrgUnits(db, province),
    getWorkCalendar(db, province),
  ]);
  return { versions, units, calendar, reads: scopeOf(context, "read-figures") };
}

/** One data set in the version of a period, the units that are to report it, and by when. */
export interface ExpectedReports {
  readonly dataSet: DataSet;
  readonly units: readonly OrgUnit[];
  readonly dueOn: string;
}

/**
 * Who is to report what for a period, on the tree of its last day: of the units one may look at, and with `within` only
 * those at or below that one.
 */
export function listExpectedReports(
  { versions, units, calendar, reads }: ReportingPlan,
  period: string,
  within?: string,
): ExpectedReports[] {
  const inside = within === undefined ? undefined : subtreeOn(units, within, periodEnd(period));
  return [...versionsById(versions).values()].flatMap((own) => {
    const dataSet = versionFor(own, period);
    if (!dataSet) return [];
    const expected = listExpected(dataSet, units, period).filter(
      ({ uid }) => covers(reads, uid) && (inside?.has(uid) ?? true),
    );
    return expected.length === 0
      ? []
      : [{ dataSet, units: expected, dueOn: dueOn(dataSet, period, calendar) }];
  });
}

export function versionsById(versions: readonly DataSet[]): Map<string, DataSet[]> {
  const byId = new Map<string, DataSet[]>();
  for (const version of versions) byId.set(version.id, [...(byId.get(version.id) ?? []), version]);
  return byId;
}
