import { queryOptions, useQueries, type UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import type { DataSetSummary } from "#contract/data-set.ts";
import type { OrgUnitTree } from "#contract/org-unit.ts";
import type { SignedInUser } from "#contract/session.ts";
import { may } from "../../accounts/accounts-api.ts";
import { ApiError, getJson, reportPeriodsQuery } from "../../api.ts";
import { dimensionsQuery } from "../../figures/figures-api.ts";
import { useLanguage } from "../../language.tsx";
import { indexEntries, type IndexedEntry } from "../../search/find-entries.ts";
import { listFormEntries, listItemEntries, listReportEntries } from "../../search/item-entries.ts";
import { listPageEntries } from "../../search/page-entries.ts";
import type { SearchEntry } from "../../search/search-entry.ts";
import { listUnitEntries } from "../../search/unit-entries.ts";
import { useTodo } from "../entry/use-todo.ts";
import { useSearchTexts } from "./use-search-texts.ts";

const unitsQuery = queryOptions({
  queryKey: ["org-units", "search"],
  queryFn: ({ signal }) => getJson<OrgUnitTree>("/api/org-units?all=true", signal),
  staleTime: 600_000,
});

const dataSetsQuery = queryOptions({
  queryKey: ["data-sets", "search"],
  queryFn: ({ signal }) => getJson<readonly DataSetSummary[]>("/api/data-sets", signal),
  staleTime: 600_000,
});

export interface SearchEntries {
  readonly pages: readonly SearchEntry[];
  readonly index: readonly IndexedEntry[];
  readonly isLoading: boolean;
  /** Some list did not come, though the user may see it. */
  readonly isPartial: boolean;
}

/** Everything that this user can look for; fetched when the search is first opened, and what came is searched at once. */
export function useSearchEntries(user: SignedInUser): SearchEntries {
  const { language } = useLanguage();
  const texts = useSearchTexts();
  const [units, dimensions, dataSets, reports] = useQueries({
    queries: [unitsQuery, dimensionsQuery, dataSetsQuery, reportPeriodsQuery],
  });
  const all = [units, dimensions, dataSets, reports];
  const { data: known } = useTodo(may(user, "enter-values") ? user.orgUnit : "");
  const pages = useMemo(() => listPageEntries(user, texts), [user, texts]);
  const index = useMemo(
    () =>
      indexEntries([
        ...pages,
        ...(units.data ? listUnitEntries({ tree: units.data, user, dimensions: dimensions.data }, texts) : []),
        ...(dataSets.data ? listFormEntries({ dataSets: dataSets.data, todo: known?.todo.items ?? [], user }, language, texts) : []),
        ...(dimensions.data ? listItemEntries(dimensions.data, language, texts) : []),
        ...(reports.data ? listReportEntries(reports.data.periods, texts) : []),
      ]),
    [pages, units.data, dimensions.data, dataSets.data, reports.data, known, user, language, texts],
  ); // prettier-ignore
  return {
    pages,
    index,
    isLoading: all.some(({ isLoading }) => isLoading),
    isPartial: all.some(isMissing),
  };
}

/** Refused to this user is not missing: it is not theirs to find. Without a line a question may not even be asked. */
function isMissing({ error, fetchStatus }: Pick<UseQueryResult, "error" | "fetchStatus">): boolean {
  if (error === null) return fetchStatus === "paused";
  return !(error instanceof ApiError && error.status === 403);
}
