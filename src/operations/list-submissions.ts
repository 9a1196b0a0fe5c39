import type { MatrixCell, SubmissionMatrix } from "#contract/submission.ts";
import { isLate } from "#domain/completeness.ts";
import type { DataSet } from "#domain/data-set.ts";
import { entryCells, layOutForm } from "#domain/form.ts";
import { placementOn, type OrgUnit } from "#domain/org-unit.ts";
import { periodEnd } from "#domain/period.ts";
import { listDraftCounts } from "#store/submission-drafts.ts";
import { listSubmissions, untouchedSubmission, type Submission } from "#store/submissions.ts";
import type { Context } from "./context.ts";
import { getReportingPlan, listExpectedReports } from "./expected-reports.ts";
import { elementsOf } from "./submission-place.ts";
import { publishStand } from "./submission-stand.ts";

export interface ListSubmissions {
  readonly period: string;
  /** Only units at or below this one, in the tree of the period. */
  readonly within?: string | undefined;
  readonly dataSets?: readonly string[] | undefined;
}

/** The matrix of units × forms for a period: how far each is, and what is late. */
export async function listSubmissionMatrix(
  context: Context,
  { period, within, dataSets }: ListSubmissions,
): Promise<SubmissionMatrix> {
  const { db, province, today } = context;
  const plan = await getReportingPlan(context, dataSets);
  const expected = listExpectedReports(plan, period, within);
  const units = unitsOf(expected);
  const [submissions, drafts, elements] = await Promise.all([
    listSubmissions(db, province, { periods: [period], orgUnits: units.map(({ uid }) => uid) }),
    listDraftCounts(db, province, { periods: [period], orgUnits: units.map(({ uid }) => uid) }),
    elementsOf(context, expected.map(({ dataSet }) => dataSet)), // prettier-ignore
  ]);
  const known = new Map(submissions.map((each) => [`${each.dataSet}|${each.orgUnit}`, each]));
  const typed = new Map(drafts.map((each) => [`${each.dataSet}|${each.orgUnit}`, each.typed + each.blanked]));
  return {
    period,
    dataSets: expected.map(({ dataSet, dueOn }) => ({
      id: dataSet.id,
      name: dataSet.name,
      shortName: dataSet.shortName,
      dueOn,
      cells: entryCells(layOutForm(dataSet, elements)).length,
      illustrative: dataSet.illustrative ?? false,
    })),
    orgUnits: units.map((unit) => publishUnit(unit, period)),
    cells: expected.flatMap(({ dataSet, dueOn, units: reporting }) =>
      reporting.map(({ uid }) => {
        const key = { dataSet: dataSet.id, period, orgUnit: uid };
        const name = `${dataSet.id}|${uid}`;
        const submission = known.get(name) ?? untouchedSubmission(key);
        return matrixCell(submission, { dataSet, dueOn, today, typed: typed.get(name) ?? 0 });
      }),
    ),
  };
}

function matrixCell(
  submission: Submission,
  {
    dataSet,
    dueOn,
    today,
    typed,
  }: { readonly dataSet: DataSet; readonly dueOn: string; readonly today: string; readonly typed: number },
): MatrixCell {
  const { state, warnings, filled, orgUnit } = submission;
  const { state: _, ...stand } = publishStand(submission, dataSet);
  return {
    dataSet: dataSet.id,
    orgUnit,
    status: state === "draft" && typed === 0 ? "not-started" : state,
    ...stand,
    isLate: isLate({ ...stand, dueOn }, today),
    warnings,
    filled: state === "draft" ? typed : filled,
  };
}

function unitsOf(expected: readonly { readonly units: readonly OrgUnit[] }[]): OrgUnit[] {
  const units = new Map(expected.flatMap((each) => each.units.map((unit) => [unit.uid, unit] as const)));
  return [...units.values()].toSorted((a, b) => a.name.localeCompare(b.name, "vi"));
}

function publishUnit(unit: OrgUnit, period: string): SubmissionMatrix["orgUnits"][number] {
  const parent = placementOn(unit, periodEnd(period))?.parent;
  const { uid, name, fullName } = unit;
  return { uid, name, fullName, ...(parent !== undefined && { parent }) };
}
