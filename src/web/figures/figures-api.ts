import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { AnalyticsDimensions, AnalyticsTable } from "#contract/analytics.ts";
import type { CorrectedValue, CorrectValue, ReportedValues, ValueDetail } from "#contract/data-value.ts";
import type { OrgUnitTree } from "#contract/org-unit.ts";
import type { Outlines } from "#contract/outline.ts";
import type { SavedView, SavedViews, SaveView } from "#contract/saved-view.ts";
import { getJson, sendJson } from "../api.ts";
import { laterPageSize, needsBody, tableAddress, type TableRequest } from "./table-request.ts";

/** Everything that a corrected value may change. */
export const figuresKey = ["figures"] as const;

export const dimensionsQuery = queryOptions({
  queryKey: ["analytics-dimensions"],
  queryFn: ({ signal }) => getJson<AnalyticsDimensions>("/api/analytics/dimensions", signal),
});

/** A table, page after page; `undefined` asks for nothing. */
export const tableQuery = (request: TableRequest | undefined) =>
  infiniteQueryOptions({
    queryKey: [...figuresKey, "table", request],
    enabled: request !== undefined,
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => fetchPage(request!, pageParam, signal),
    getNextPageParam: ({ page }) => page.next,
  });

function fetchPage(request: TableRequest, offset: number, signal: AbortSignal): Promise<AnalyticsTable> {
  const page = { ...request, offset, ...(offset > 0 && { limit: laterPageSize }) };
  return needsBody(page)
    ? sendJson<AnalyticsTable>("POST", "/api/analytics", page, signal)
    : getJson<AnalyticsTable>(tableAddress("/api/analytics", page), signal);
}

export const orgUnitsQuery = (on: string) =>
  queryOptions({
    queryKey: ["org-units", on],
    queryFn: ({ signal }) => getJson<OrgUnitTree>(`/api/org-units?all=true&on=${on}`, signal),
  });

export const outlinesQuery = (on: string, level: number) =>
  queryOptions({
    queryKey: ["outlines", on, level],
    queryFn: ({ signal }) => getJson<Outlines>(`/api/outlines?on=${on}&level=${level}`, signal),
  });

/** Which cell is looked into, with the map and source of the table it stands in. */
export interface ValueRequest {
  readonly key: string;
  readonly breakdown: string;
  readonly role: string;
  readonly period: string;
  readonly orgUnit: string;
  readonly illustrative: boolean;
}

export const valueDetailQuery = (request: ValueRequest) =>
  queryOptions({
    queryKey: [...figuresKey, "value", request],
    queryFn: ({ signal }) =>
      getJson<ValueDetail>(`/api/values/detail?${new URLSearchParams(textOf(request))}`, signal),
  });

/** The reported values behind a figure, page by page. */
export const reportedValuesQuery = ({
  orgUnit,
  tree,
  ...request
}: ValueRequest & { readonly tree: string }) =>
  infiniteQueryOptions({
    queryKey: [...figuresKey, "values", orgUnit, tree, request],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      getJson<ReportedValues>(
        `/api/values?${new URLSearchParams({ ...textOf(request), within: orgUnit, tree, offset: String(pageParam), limit: "50" })}`,
        signal,
      ),
    getNextPageParam: ({ next }) => next,
  });

export function correctValue(correction: CorrectValue): Promise<CorrectedValue> {
  return sendJson<CorrectedValue>("POST", "/api/values/correct", correction);
}

export const viewsQuery = queryOptions({
  queryKey: ["views"],
  queryFn: ({ signal }) => getJson<SavedViews>("/api/views", signal),
});

export function saveView(view: SaveView): Promise<SavedView> {
  return sendJson<SavedView>("POST", "/api/views", view);
}

export function deleteView(id: string): Promise<unknown> {
  return sendJson("DELETE", `/api/views/${id}`);
}

function textOf(request: object): Record<string, string> {
  return Object.fromEntries(Object.entries(request).map(([name, value]) => [name, String(value)]));
}
