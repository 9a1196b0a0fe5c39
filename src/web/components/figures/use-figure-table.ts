import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { AnalyticsTable } from "#contract/analytics.ts";
import { tableQuery } from "../../figures/figures-api.ts";
import { joinPages } from "../../figures/join-pages.ts";
import type { TableRequest } from "../../figures/table-request.ts";

/** Up to here pages follow by themselves; further ones when somebody asks, for a browser has to hold them. */
const mostByItself = 60_000;

export interface FigureTable {
  readonly table: AnalyticsTable | undefined;
  /** The answer to an earlier question, shown greyed until the new one is there. */
  readonly isStale: boolean;
  readonly isLoading: boolean;
  readonly error: Error | null;
  /** Cells that have not come yet. */
  readonly left: number;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

/** A table as it comes in, page by page. */
export function useFigureTable(request: TableRequest | undefined): FigureTable {
  const query = useInfiniteQuery({ ...tableQuery(request), placeholderData: keepPreviousData });
  const { data, hasNextPage, isFetching, fetchNextPage, isPlaceholderData, error } = query;
  const table = useMemo(() => joinPages(data?.pages ?? []), [data]);
  const count = table?.cells.length ?? 0;
  const goesOn = hasNextPage && !isFetching && !isPlaceholderData && !error && count < mostByItself;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
  const isAsked = request !== undefined;
  return {
    table: isAsked ? table : undefined,
    isStale: isPlaceholderData,
    isLoading: query.isLoading,
    error,
    left: (table?.page.total ?? 0) - count,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
