import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { DataSet, DataSetSummary, DefinedDataSet } from "#contract/data-set.ts";
import type { FormElement, FormPreview } from "#contract/form-preview.ts";
import type { PublishedOrgUnit } from "#contract/org-unit.ts";
import { getJson, sendJson } from "../api.ts";

export const dataSetsQuery = queryOptions({
  queryKey: ["data-sets"],
  queryFn: ({ signal }) => getJson<readonly DataSetSummary[]>("/api/data-sets", signal),
});

export const dataSetQuery = (id: string) =>
  queryOptions({
    queryKey: ["data-sets", id],
    queryFn: ({ signal }) => getJson<readonly DataSet[]>(`/api/data-sets/${encodeURIComponent(id)}`, signal),
    staleTime: 0,
  });

export const formElementsQuery = queryOptions({
  queryKey: ["form-elements"],
  queryFn: ({ signal }) => getJson<{ elements: readonly FormElement[] }>("/api/form-elements", signal),
  select: ({ elements }) => elements,
});

export const unitsQuery = queryOptions({
  queryKey: ["org-units", "today"],
  queryFn: ({ signal }) => getJson<{ orgUnits: readonly PublishedOrgUnit[] }>("/api/org-units", signal),
  select: ({ orgUnits }) => orgUnits,
});

/** The answer to what stood there before stays until the next is there. */
export const previewQuery = (dataSet: DataSet | undefined) =>
  queryOptions({
    queryKey: ["data-sets", "preview", dataSet],
    queryFn: ({ signal }) => sendJson<FormPreview>("POST", "/api/data-sets/preview", dataSet, signal),
    enabled: dataSet !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });

export function saveDataSet(dataSet: DataSet): Promise<DefinedDataSet> {
  return sendJson<DefinedDataSet>("POST", "/api/data-sets", dataSet);
}
