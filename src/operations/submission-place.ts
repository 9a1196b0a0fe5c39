import type { DataElement } from "#domain/data-element.ts";
import { isExpected, versionFor, type DataSet } from "#domain/data-set.ts";
import { dueOn } from "#domain/deadline.ts";
import { layOutForm, type FormLayout } from "#domain/form.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { Refusal } from "#domain/refusal.ts";
import type { SubmissionKey } from "#domain/submission.ts";
import type { WorkCalendar } from "#domain/working-days.ts";
import { listDataElements } from "#store/data-elements.ts";
import { getWorkCalendar, listDataSetVersions } from "#store/data-sets.ts";
import { listOrgUnits } from "#store/org-units.ts";
import type { Context } from "./context.ts";

/** What a submission is about: the form, the unit, the day it is due. */
export interface SubmissionPlace {
  readonly key: SubmissionKey;
  /** Where it is done and in which programme: what permissions ask. */
  readonly orgUnit: string;
  readonly programme: string;
  readonly unit: OrgUnit;
  readonly dataSet: DataSet;
  readonly elements: ReadonlyMap<string, DataElement>;
  readonly layout: FormLayout;
  readonly calendar: WorkCalendar;
  readonly dueOn: string;
}

/**
 * Finds the form that a unit is to fill in for a period. Refuses with `unknown-data-set`, `data-set-not-in-force`,
 * `unknown-org-unit` and `not-expected`.
 */
export async function getPlace(
  { db, province }: Pick<Context, "db" | "province">,
  { dataSet: id, period, orgUnit }: SubmissionKey,
): Promise<SubmissionPlace> {
  const [versions, units, calendar] = await Promise.all([
    listDataSetVersions(db, province, [id]),
    listOrgUnits(db, province, [orgUnit]),
    getWorkCalendar(db, province),
  ]);
  const dataSet = requireVersion(versions, id, period);
  const unit = units[0];
  if (!unit) throw new Refusal("unknown-org-unit", { orgUnit });
  const tree = dataSet.assignment.within.length > 0 ? await listOrgUnits(db, province) : units;
  if (!isExpected(dataSet, tree, orgUnit, period)) {
    throw new Refusal("not-expected", { dataSet: dataSet.name.vi, dataSetEn: dataSet.name.en, orgUnit: unit.fullName, period }); // prettier-ignore
  }
  const elements = await elementsOf({ db, province }, [dataSet]);
  return {
    key: { dataSet: id, period, orgUnit },
    orgUnit,
    programme: dataSet.programme,
    unit,
    dataSet,
    elements,
    layout: layOutForm(dataSet, elements),
    calendar,
    dueOn: dueOn(dataSet, period, calendar),
  };
}

export function requireVersion(versions: readonly DataSet[], id: string, period: string): DataSet {
  if (versions.length === 0) throw new Refusal("unknown-data-set", { dataSet: id });
  const dataSet = versionFor(versions, period);
  if (!dataSet) throw new Refusal("data-set-not-in-force", { dataSet: versions[0]?.name.vi ?? id, dataSetEn: versions[0]?.name.en ?? id, period }); // prettier-ignore
  return dataSet;
}

/** The elements that data sets name, by id. */
export async function elementsOf(
  { db, province }: Pick<Context, "db" | "province">,
  dataSets: readonly DataSet[],
): Promise<Map<string, DataElement>> {
  const ids = dataSets.flatMap(({ sections }) =>
    sections.flatMap(({ rows }) => rows.flatMap(({ element, denominator }) => [element, denominator])),
  );
  const known = [...new Set(ids)].filter((id) => id !== undefined);
  const elements = await listDataElements(db, province, known);
  return new Map(elements.map((element) => [element.id, element]));
}
