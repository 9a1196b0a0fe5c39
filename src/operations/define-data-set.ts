import type { DataSet as PublishedDataSet, DefinedDataSet } from "#contract/data-set.ts";
import type { DataElement } from "#domain/data-element.ts";
import type { DataSet } from "#domain/data-set.ts";
import { listDataSetProblems } from "#domain/data-set-problems.ts";
import { entryCells, layOutForm } from "#domain/form.ts";
import { Refusal } from "#domain/refusal.ts";
import { listDataElements } from "#store/data-elements.ts";
import { listDataSetVersions, saveDataSet } from "#store/data-sets.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { listSubmissions } from "#store/submissions.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";

/**
 * Keeps a new data set, or a new version of one from a day on; a version that begins on the same day is replaced, as
 * long as nobody has handed in with it. What was handed in stays as it was handed in.
 * Refuses with `data-set-invalid` and `data-set-in-use`.
 */
export async function defineDataSet(context: Context, input: PublishedDataSet): Promise<DefinedDataSet> {
  const { db, province, user } = context;
  allow(context, "manage-catalogue", { orgUnit: province });
  const dataSet = withoutUndefined(input);
  const [elements, units, versions] = await Promise.all([
    listDataElements(db, province),
    listOrgUnits(db, province),
    listDataSetVersions(db, province),
  ]);
  const byId = new Map(elements.map((element) => [element.id, element]));
  const orgUnits = new Set(units.map(({ uid }) => uid));
  const others = versions.filter((each) => each.id !== dataSet.id || each.validFrom !== dataSet.validFrom);
  const [problem] = listDataSetProblems(dataSet, { elements: byId, orgUnits, others: [...others, dataSet] });
  if (problem !== undefined) throw new Refusal("data-set-invalid", { dataSet: dataSet.name.vi, problem });

  const own = versions.filter(({ id }) => id === dataSet.id);
  await requireUnused(context, dataSet, own);
  await saveDataSet(db, province, dataSet, { origin: "people", by: user.id });
  const before = own.findLast(({ validFrom }) => validFrom < dataSet.validFrom);
  const cells = namesOf(dataSet, byId);
  const former = before ? namesOf(before, byId) : new Set<string>();
  return {
    id: dataSet.id,
    validFrom: dataSet.validFrom,
    cells: cells.size,
    added: [...cells].filter((cell) => !former.has(cell)),
    removed: [...former].filter((cell) => !cells.has(cell)),
  };
}

async function requireUnused(
  { db, province }: Context,
  dataSet: DataSet,
  own: readonly DataSet[],
): Promise<void> {
  if (!own.some(({ validFrom }) => validFrom === dataSet.validFrom)) return;
  const used = await listSubmissions(db, province, { dataSets: [dataSet.id] });
  const inUse = used.some(({ version, firstReceivedOn }) => version > 0 && (firstReceivedOn ?? "") >= dataSet.validFrom); // prettier-ignore
  if (inUse) throw new Refusal("data-set-in-use", { dataSet: dataSet.name.vi, validFrom: dataSet.validFrom });
}

function namesOf(dataSet: DataSet, elements: ReadonlyMap<string, DataElement>): Set<string> {
  return new Set(entryCells(layOutForm(dataSet, elements)).map(({ cell }) => cell));
}

/** What travelled may say `undefined` where our types say absent; kept, the two are the same. */
function withoutUndefined(input: PublishedDataSet): DataSet {
  return JSON.parse(JSON.stringify(input)) as DataSet;
}
