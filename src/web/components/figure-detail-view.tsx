import type { FigureDetail, PublishedFigure } from "#contract/figure.ts";
import { useTexts } from "../language.tsx";
import { ComparisonSection } from "./comparison-section.tsx";
import { FormulaSection } from "./formula-section.tsx";
import { HistorySection } from "./history-section.tsx";
import { OriginOf } from "./origin.tsx";
import { StatementsSection } from "./statements-section.tsx";

interface FigureDetailViewProps {
  readonly figure: PublishedFigure;
  readonly detail: FigureDetail;
}

/** The answer to "says who?", from the arithmetic down to the words of the document. */
export function FigureDetailView({ figure, detail }: FigureDetailViewProps) {
  const texts = useTexts();
  return (
    <>
      <FormulaSection detail={detail} />
      <ComparisonSection figure={figure} detail={detail} />
      <section>
        <h3>{texts.panel.origin}</h3>
        <OriginOf node={detail.figure} isRoot />
      </section>
      <StatementsSection detail={detail} />
      <HistorySection history={detail.history} />
    </>
  );
}
