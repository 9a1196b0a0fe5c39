import type { DataSet as PublishedDataSet, DataSetSummary } from "#contract/data-set.ts";
import type { DataElement } from "#domain/data-element.ts";
import type { DataSet } from "#domain/data-set.ts";
import { entryCells, layOutForm } from "#domain/form.ts";
import { Refusal } from "#domain/refusal.ts";
import { listDataSetVersions } from "#store/data-sets.ts";
import type { Context } from "./context.ts";
import { elementsOf } from "./submission-place.ts";

/** The data sets in force on a day (today, unless one is named), in the order of their ids. */
export async function listDataSets(
  context: Context,
  { on = context.today }: { readonly on?: string | undefined } = {},
): Promise<DataSetSummary[]> {
  const versions = await listDataSetVersions(context.db, context.province);
  const begun = versions.filter(({ validFrom }) => validFrom <= on);
  const latest = new Map(begun.map((dataSet) => [dataSet.id, dataSet]));
  const inForce = [...latest.values()].filter(({ validTo }) => validTo === undefined || on <= validTo);
  const elements = await elementsOf(context, inForce);
  return inForce.map((dataSet) => summarise(dataSet, elements));
}

function summarise(dataSet: DataSet, elements: ReadonlyMap<string, DataElement>): DataSetSummary {
  const { sections: _, allowsNothingToReport: __, ...summary } = publishDataSet(dataSet);
  return { ...summary, cells: entryCells(layOutForm(dataSet, elements)).length };
}

/** All versions of one data set, the first one first. Refuses with `unknown-data-set`. */
export async function getDataSetVersions(
  { db, province }: Context,
  { id }: { readonly id: string },
): Promise<PublishedDataSet[]> {
  const versions = await listDataSetVersions(db, province, [id]);
  if (versions.length === 0) throw new Refusal("unknown-data-set", { dataSet: id });
  return versions.map(publishDataSet);
}

/** What is kept is what the contract let in; only its lists are read-only here. */
function publishDataSet(dataSet: DataSet): PublishedDataSet {
  return structuredClone(dataSet) as PublishedDataSet;
}
