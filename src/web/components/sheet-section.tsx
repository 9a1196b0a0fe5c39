import { memo } from "react";
import type { ReportSection } from "#domain/report.ts";
import { sectionAnchor } from "../report/section-anchor.ts";
import { sectionLabel } from "../report/sheet-words.ts";
import { useReader } from "./reader-context.ts";
import { headingLevel, pathDepth } from "./heading-level.ts";
import { SheetParagraph } from "./sheet-paragraph.tsx";

interface SheetSectionProps {
  readonly section: ReportSection;
  readonly index: number;
  readonly isLast: boolean;
  /** The number of the open place, when it is in here. */
  readonly selected: number | undefined;
}

/** One section of the text, its heading as the decree sets it for its level. */
export const SheetSection = memo(({ section, index, isLast, selected }: SheetSectionProps) => {
  const { outline } = useReader();
  const Heading = headingLevel(pathDepth(outline, index));
  const { layout, title, paragraphs } = section;
  const label = sectionLabel(section);
  const hasHeading = layout === "untitled" ? label !== "" : title !== "" || layout === "part";
  return (
    <section id={sectionAnchor(index)}>
      {hasHeading && (
        <Heading className="section-title" data-layout={layout}>
          {label !== "" && <span>{label} </span>}
          <span>{layout === "part" || layout === "roman" ? title.toLocaleUpperCase("vi") : title}</span>
        </Heading>
      )}
      {paragraphs.map((paragraph, at) => (
        <SheetParagraph
          key={at}
          paragraph={paragraph}
          // Without a title of its own the number runs into the text (khoản 6).
          label={!hasHeading && at === 0 ? label : ""}
          isEnd={isLast && at === paragraphs.length - 1}
          selected={selected}
        />
      ))}
    </section>
  );
});
