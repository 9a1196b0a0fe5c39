import { useEffect, useMemo } from "react";
import type { ReportView } from "#contract/report.ts";
import type { ReportPeriod } from "../api.ts";
import { useTexts } from "../language.tsx";
import { outlineOf } from "../report/report-outline.ts";
import { listPlaces } from "../report/report-places.ts";
import { Contents } from "./contents.tsx";
import { FigureCounts } from "./figure-counts.tsx";
import { FigurePanel } from "./figure-panel.tsx";
import { PanelOverview } from "./panel-overview.tsx";
import { ReaderContext } from "./reader-context.ts";
import { ReportHead } from "./report-head.tsx";
import { Sheet } from "./sheet.tsx";
import { useFigureSelection } from "./use-figure-selection.ts";
import { useMediaQuery, wideScreen } from "./use-media-query.ts";
import { useReaderKeys } from "./use-reader-keys.ts";

interface ReportReaderProps {
  readonly view: ReportView;
  readonly periods: readonly ReportPeriod[];
}

/** A report open for reading: contents at the left, the page as it will be signed, the open figure at the right. */
export function ReportReader({ view, periods }: ReportReaderProps) {
  const texts = useTexts();
  const isWide = useMediaQuery(wideScreen);
  const places = useMemo(() => listPlaces(view), [view]);
  const outline = useMemo(() => outlineOf(view.sections), [view]);
  const selection = useFigureSelection(view, places);
  const { open, place, kind } = selection;
  const reader = useMemo(() => ({ view, places, outline, open }), [view, places, outline, open]);
  useReaderKeys(selection);
  useEffect(() => {
    document.title = `${texts.report.title(texts.period(view.period))} · ${texts.product}`;
  }, [texts, view.period]);

  return (
    <ReaderContext value={reader}>
      <div className="report" data-panel={place ? "open" : "closed"}>
        {view.illustrative && (
          <p className="illustrative-band" role="note">
            <strong>{texts.report.illustrative}</strong> <span>{texts.report.illustrativeHint}</span>
          </p>
        )}
        <ReportHead periods={periods} />
        {selection.isStale && <output className="stale-link">{texts.report.staleLink}</output>}
        <FigureCounts kind={kind} onChoose={selection.choose} />
        <div className="report-columns">
          <Contents isWide={isWide} />
          <Sheet place={place} kind={kind} />
          {place ? <FigurePanel place={place} selection={selection} /> : isWide && <PanelOverview />}
        </div>
      </div>
    </ReaderContext>
  );
}
