import { memo } from "react";
import type { Annex, AnnexBlock } from "#domain/report.ts";
import { annexAnchor } from "../report/section-anchor.ts";
import { annexLabel, annexReferenceLine } from "#wording/furniture.ts";
import { useReader } from "./reader-context.ts";
import { SheetChart } from "./sheet-chart.tsx";
import { SheetParagraph } from "./sheet-paragraph.tsx";
import { SheetTable } from "./sheet-table.tsx";

interface SheetAnnexProps {
  readonly annex: Annex;
  readonly index: number;
  readonly selected: number | undefined;
}

/** One annex on a page of its own, turned when its tables are wide. */
export const SheetAnnex = memo(({ annex, index, selected }: SheetAnnexProps) => {
  const { view } = useReader();
  return (
    <section className="page annex" data-orientation={annex.orientation} id={annexAnchor(index)} lang="vi">
      <h3 className="document-title">
        <span>{annexLabel(index, view.annexes.length)}</span>
        <span className="document-subject">{annex.title.toLocaleUpperCase("vi")}</span>
      </h3>
      <p className="annex-reference">{annexReferenceLine(view.furniture)}</p>
      {annex.blocks.map((block, at) => (
        <SheetAnnexBlock key={at} block={block} title={annex.title} selected={selected} />
      ))}
    </section>
  );
});

interface SheetAnnexBlockProps {
  readonly block: AnnexBlock;
  readonly title: string;
  readonly selected: number | undefined;
}

function SheetAnnexBlock({ block, title, selected }: SheetAnnexBlockProps) {
  switch (block.kind) {
    case "paragraph":
      return <SheetParagraph paragraph={block.paragraph} selected={selected} />;
    case "table":
      return <SheetTable table={block.table} title={block.table.caption ?? title} selected={selected} />;
    case "chart":
      return <SheetChart chart={block.chart} />;
  }
}
