import { textOf, type Line } from "./pdf-lines.ts";
import { type Page } from "./pdf-chunks.ts";

type Heights = readonly Pick<Page, "height">[];

/** The lines of the pages without page numbers and without what is printed again on most pages. */
export function withoutMargins(
  pages: readonly (readonly Line[])[],
  sizes: Heights,
): { readonly pages: readonly (readonly Line[])[]; readonly dropped: number } {
  const repeated = repeatedLines(pages, sizes);
  let dropped = 0;
  const kept = pages.map((lines, page) =>
    lines.filter((line) => {
      const isDropped = isInMargin(line, sizes[page]) && (isPageNumber(line) || repeated.has(keyOf(line)));
      if (isDropped) dropped += 1;
      return !isDropped;
    }),
  );
  return { pages: kept, dropped };
}

/** Lines in the margins of two pages at least, and of most, in the same place. */
function repeatedLines(pages: readonly (readonly Line[])[], sizes: Heights): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const [page, lines] of pages.entries()) {
    const inMargin = lines.filter((line) => isInMargin(line, sizes[page]));
    for (const key of new Set(inMargin.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const enough = Math.max(2, pages.length * 0.5);
  return new Set(
    [...counts].filter(([key, count]) => count >= enough && /\p{L}/u.test(key)).map(([key]) => key),
  );
}

/** Numbers may count the pages, but in a line of several cells they may be data. */
function keyOf(line: Line): string {
  const text = textOf(line);
  return `${Math.round(line.y / 4)} ${line.segments.length > 1 ? text : text.replaceAll(/\d+/g, "#")}`;
}

function isInMargin({ y, grid }: Line, size: Heights[number] | undefined): boolean {
  return grid === undefined && size !== undefined && (y < size.height * 0.1 || y > size.height * 0.9);
}

/** "3", "- 3 -", "Trang 3/12". */
function isPageNumber(line: Line): boolean {
  return /^(?:trang|page)?\s*[-–]?\s*\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?\s*[-–]?$/i.test(textOf(line));
}
