import type { ReportSection } from "#domain/report.ts";
import { sectionHeading } from "#wording/section-heading.ts";

/** What stands before a section's title: "Phần I", "1.1.", "a)". */
export function sectionLabel({
  number = "",
  title,
  layout,
}: Pick<ReportSection, "number" | "title" | "layout">): string {
  return sectionHeading(layout, number, title).label;
}

/** What a paragraph of this style begins with. */
export const paragraphMarks = { body: "", empty: "", dash: "- ", plus: "+ " } as const;
