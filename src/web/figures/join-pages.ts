import type { AnalyticsTable } from "#contract/analytics.ts";

/** The pages that have come, as one table. Heads are the same on every page; restatements are those of its cells. */
export function joinPages(pages: readonly AnalyticsTable[]): AnalyticsTable | undefined {
  const [first, ...more] = pages;
  if (!first || more.length === 0) return first;
  const last = more.at(-1)!;
  const restatements = new Map(
    pages.flatMap((page) =>
      page.restatements.map((one) => [`${one.orgUnit}|${one.period}|${one.tree}`, one] as const),
    ),
  );
  return {
    ...first,
    page: { ...first.page, count: last.page.offset + last.page.count, next: last.page.next },
    cells: pages.flatMap(({ cells }) => cells),
    restatements: [...restatements.values()],
    names: Object.assign({}, ...pages.map(({ names }) => names)) as Record<string, string>, // one kind of record
  };
}
