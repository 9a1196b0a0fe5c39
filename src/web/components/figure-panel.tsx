import { useQuery } from "@tanstack/react-query";
import { figureDetailQuery } from "../api.ts";
import { useTexts } from "../language.tsx";
import type { Place } from "../report/report-places.ts";
import { ErrorNotice } from "./error-notice.tsx";
import { FigureDetailView } from "./figure-detail-view.tsx";
import { FigureActions } from "./figure-actions.tsx";
import { PanelHead } from "./panel-head.tsx";
import { PanelValue } from "./panel-value.tsx";
import { PrintedPlaces } from "./printed-places.tsx";
import { useReader } from "./reader-context.ts";
import { panelId } from "./reveal-place.ts";
import type { FigureSelection } from "./use-figure-selection.ts";

interface FigurePanelProps {
  readonly place: Place;
  readonly selection: FigureSelection;
}

/** Everything behind the open figure. What the report already knows stands at once; the rest follows. */
export function FigurePanel({ place, selection }: FigurePanelProps) {
  const texts = useTexts();
  const { view } = useReader();
  const figure = view.figures[place.figure]!;
  const { data: detail, error, refetch } = useQuery(figureDetailQuery(figure.query));
  return (
    <aside className="panel" id={panelId} aria-label={texts.panel.label} aria-busy={!detail && !error}>
      <PanelHead figure={figure} place={place} detail={detail} selection={selection} />
      {/* Another figure begins at its top, with nothing unfolded yet. */}
      <div className="panel-body" key={place.figure}>
        <PanelValue figure={figure} detail={detail} />
        {detail ? (
          <FigureDetailView figure={figure} detail={detail} />
        ) : error ? (
          <section>
            <ErrorNotice isSmall error={error} onRetry={() => void refetch()} />
          </section>
        ) : (
          <section className="skeleton">
            <p className="visually-hidden">{texts.panel.loading}</p>
            <div className="skeleton-line" />
            <div className="skeleton-line is-short" />
            <div className="skeleton-line" />
          </section>
        )}
        <PrintedPlaces place={place} />
        <FigureActions />
      </div>
    </aside>
  );
}
