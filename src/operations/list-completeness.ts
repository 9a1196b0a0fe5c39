import type { Completeness, CompletenessQuery } from "#contract/completeness.ts";
import { countCompleteness, groupReports, type ExpectedReport } from "#domain/completeness.ts";
import { nextPeriod, periodEnd, periodType } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import { listSubmissions } from "#store/submissions.ts";
import type { Context } from "./context.ts";
import { getReportingPlan, listExpectedReports, type ReportingPlan } from "./expected-reports.ts";

/** So many periods can be asked for at once: ten years of months. */
const mostPeriods = 120;

/**
 * Completeness and timeliness by unit, by period or by data set: what was received, and received in time, of what was
 * expected on the tree of each period. Refuses with `periods-differ` and `too-many-periods`.
 */
export async function listCompleteness(context: Context, query: CompletenessQuery): Promise<Completeness> {
  const { db, province, today } = context;
  const periods = listPeriods(query.from, query.to);
  const plan = await getReportingPlan(context, query.dataSet === undefined ? undefined : [query.dataSet]);
  const submissions = await listSubmissions(db, province, { periods });
  const known = new Map(submissions.map((each) => [`${each.dataSet}|${each.period}|${each.orgUnit}`, each]));
  const reports = periods.flatMap((period) =>
    listExpectedReports(plan, period, query.within).flatMap(({ dataSet, dueOn, units }) =>
      units.map(({ uid }): ExpectedReport => {
        const submission = known.get(`${dataSet.id}|${period}|${uid}`);
        const firstReceivedOn = submission?.firstReceivedOn;
        return {
          dataSet: dataSet.id,
          orgUnit: uid,
          period,
          dueOn,
          isApproved: submission?.state === "approved",
          ...(firstReceivedOn !== undefined && { firstReceivedOn }),
        };
      }),
    ),
  );
  const nameOf = namerOf(query.by, plan);
  return {
    total: countCompleteness(reports, today),
    rows: [...groupReports(reports, byOf(query.by))].map(([by, group]) => ({
      by,
      name: nameOf(by),
      ...countCompleteness(group, today),
    })),
  };
}

function listPeriods(from: string, to: string): string[] {
  if (periodType(from) !== periodType(to) || periodEnd(to) < periodEnd(from)) {
    throw new Refusal("periods-differ", { from, to });
  }
  const periods = [from];
  for (let period = from; period !== to;) {
    periods.push((period = nextPeriod(period)));
    if (periods.length > mostPeriods) throw new Refusal("too-many-periods", { limit: mostPeriods });
  }
  return periods;
}

function byOf(by: CompletenessQuery["by"]): (report: ExpectedReport) => string {
  if (by === "org-unit") return ({ orgUnit }) => orgUnit;
  return by === "period" ? ({ period }) => period : ({ dataSet }) => dataSet;
}

function namerOf(by: CompletenessQuery["by"], { units, versions }: ReportingPlan): (name: string) => string {
  if (by === "period") return (period) => period;
  const names = new Map(
    by === "org-unit"
      ? units.map(({ uid, fullName }) => [uid, fullName] as const)
      : versions.map(({ id, name }) => [id, name.vi] as const),
  );
  return (name) => names.get(name) ?? name;
}
