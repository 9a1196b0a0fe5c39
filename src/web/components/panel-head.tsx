import type { FigureDetail, PublishedFigure } from "#contract/figure.ts";
import { useLanguage } from "../language.tsx";
import type { Place } from "../report/report-places.ts";
import { rankOf } from "../report/walk-figures.ts";
import { Icon } from "./icon.tsx";
import { useReader } from "./reader-context.ts";
import { panelHeadingId } from "./reveal-place.ts";
import type { FigureSelection } from "./use-figure-selection.ts";

interface PanelHeadProps {
  readonly figure: PublishedFigure & { readonly name: { readonly vi: string; readonly en: string } };
  readonly place: Place;
  readonly detail: FigureDetail | undefined;
  readonly selection: FigureSelection;
}

/** Which figure this is, of which place, period and day; and the steps to the next one and out. */
export function PanelHead({ figure, place, detail, selection }: PanelHeadProps) {
  const { language, texts } = useLanguage();
  const { view } = useReader();
  const { stops, walk, close } = selection;
  const rank = rankOf(stops, place.figure);
  const orgUnit = detail?.orgUnitName ?? (figure.orgUnit === view.orgUnit ? view.orgUnitName : undefined);
  const options = Object.values(figure.breakdown);
  return (
    <header className="panel-head">
      <div className="panel-steps">
        <p>
          {texts.panel.viewing}
          {rank !== undefined && <span> · {texts.panel.position(rank, stops.length)}</span>}
        </p>
        <button type="button" aria-label={texts.panel.previous} onClick={() => walk(-1, "panel")}>
          <Icon name="previous" />
        </button>
        <button type="button" aria-label={texts.panel.next} onClick={() => walk(1, "panel")}>
          <Icon name="next" />
        </button>
        <button type="button" aria-label={texts.panel.close} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <h2 id={panelHeadingId} tabIndex={-1} lang={language}>
        {figure.name[language]}
      </h2>
      <p className="facts">
        {options.length > 0 && <span lang="vi">{options.join(", ")}</span>}
        <span>{texts.roles[figure.role]}</span>
        {orgUnit !== undefined && <span lang="vi">{orgUnit}</span>}
        <span>{texts.period(detail?.figure.period ?? figure.period)}</span>
        <span>{texts.panel.asOf(texts.day(figure.asOf))}</span>
      </p>
      <output className="visually-hidden">
        {figure.name[language]}: {figure.text}. {texts.states[figure.state]}.
      </output>
    </header>
  );
}
