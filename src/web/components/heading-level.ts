import { pathTo, type OutlineEntry } from "../report/report-outline.ts";

const levels = ["h3", "h4", "h5", "h6"] as const;

/** Headings inside the sheet follow its own depth, below the h1 of the page and the h2 of the document. */
export function headingLevel(depth: number): (typeof levels)[number] {
  return levels[Math.min(depth, levels.length - 1)] ?? "h6";
}

export function pathDepth(outline: readonly OutlineEntry[], index: number): number {
  return Math.max(0, pathTo(outline, index).length - 1);
}
