import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { FormulaAnswer, FormulaItem, IndicatorChange, IndicatorDetail, IndicatorHistory, IndicatorView } from "#contract/indicator.ts"; // prettier-ignore
import { getJson, sendJson } from "../api.ts";
import type { FormulaText } from "./indicator-draft.ts";

const addressOf = (key: string) => `/api/indicators/${encodeURIComponent(key)}`;

export const indicatorsQuery = queryOptions({
  queryKey: ["indicators"],
  queryFn: ({ signal }) => getJson<{ indicators: readonly IndicatorView[] }>("/api/indicators", signal),
});

export const indicatorQuery = (key: string) =>
  queryOptions({
    queryKey: ["indicators", key],
    queryFn: ({ signal }) => getJson<IndicatorDetail>(addressOf(key), signal),
    staleTime: 0,
  });

export const indicatorHistoryQuery = (key: string) =>
  queryOptions({
    queryKey: ["indicators", key, "history"],
    queryFn: ({ signal }) => getJson<IndicatorHistory>(`${addressOf(key)}/history`, signal),
  });

export const formulaItemsQuery = queryOptions({
  queryKey: ["formulas", "items"],
  queryFn: ({ signal }) => getJson<{ items: readonly FormulaItem[] }>("/api/formulas/items", signal),
});

export const elementCellsQuery = (element: string) =>
  queryOptions({
    queryKey: ["formulas", "cells", element],
    queryFn: ({ signal }) =>
      getJson<{ cells: readonly { readonly reference: string; readonly name: string }[] }>(
        `/api/formulas/items/${encodeURIComponent(element)}/cells`,
        signal,
      ),
  });

/** The formula as it stands; the answer to what was typed before stays until the next is there. */
export const formulaCheckQuery = (question: FormulaText) =>
  queryOptions({
    queryKey: ["formulas", "check", question],
    queryFn: ({ signal }) => sendJson<FormulaAnswer>("POST", "/api/indicators/check", question, signal),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    retry: false,
  });

export function saveIndicator(key: string, change: IndicatorChange): Promise<IndicatorDetail> {
  return sendJson<IndicatorDetail>("PUT", addressOf(key), change);
}

export function deleteIndicator(key: string, version: number, reason: string): Promise<{ key: string }> {
  const query = new URLSearchParams({ version: String(version), reason });
  return sendJson<{ key: string }>("DELETE", `${addressOf(key)}?${query}`);
}
