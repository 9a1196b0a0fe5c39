import { memo } from "react";
import { useTexts } from "../language.tsx";
import type { FigureKind } from "../report/figure-kinds.ts";
import type { Place } from "../report/report-places.ts";
import { ChartFigures } from "./chart-figures.tsx";
import { FigureLegend } from "./figure-legend.tsx";
import { useReader } from "./reader-context.ts";
import { SheetAnnex } from "./sheet-annex.tsx";
import { SheetEnding, SheetOpening } from "./sheet-furniture.tsx";
import { SheetSection } from "./sheet-section.tsx";

interface SheetProps {
  readonly place: Place | undefined;
  /** Figures of this kind stand out. */
  readonly kind: FigureKind | undefined;
}

/** The report as it will be signed; every figure in it can be opened. */
export function Sheet({ place, kind }: SheetProps) {
  const texts = useTexts();
  const { view } = useReader();
  return (
    <article
      className="sheet"
      aria-label={texts.report.sheet}
      data-kind={kind}
      data-illustrative={view.illustrative || undefined}
    >
      <FigureLegend />
      <div className="page" lang="vi">
        <SheetOpening furniture={view.furniture} />
        <SheetBody place={place} />
        <SheetEnding furniture={view.furniture} />
      </div>
      {view.annexes.map((annex, index) => (
        <SheetAnnex key={annex.id} annex={annex} index={index} selected={selectedIn(place, "annex", index)} />
      ))}
      <ChartFigures selected={place?.where.kind === "chart" ? place.number : undefined} />
    </article>
  );
}

const SheetBody = memo(({ place }: { readonly place: Place | undefined }) => {
  const { view } = useReader();
  return view.sections.map((section, index) => (
    <SheetSection
      key={section.id}
      section={section}
      index={index}
      isLast={index === view.sections.length - 1}
      selected={selectedIn(place, "section", index)}
    />
  ));
});

/** Only the section that holds the open figure is drawn anew. */
function selectedIn(place: Place | undefined, kind: "section" | "annex", index: number): number | undefined {
  return place?.where.kind === kind && place.where.index === index ? place.number : undefined;
}
