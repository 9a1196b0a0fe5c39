import type { KeyboardEvent } from "react";
import type { PublishedFigure } from "#contract/figure.ts";
import { useTexts } from "../language.tsx";
import type { Place } from "../report/report-places.ts";
import { legendId } from "./figure-legend.tsx";
import { useReader } from "./reader-context.ts";
import { panelId, placeId } from "./reveal-place.ts";

interface FigureMarkProps {
  readonly place: Place;
  readonly text: string;
  readonly isSelected: boolean;
}

/**
 * A printed figure: text with a thin line that opens what is behind it. A span, because a button element cannot break
 * over two lines of a paragraph.
 */
export function FigureMark({ place, text, isSelected }: FigureMarkProps) {
  const { mark } = useTexts();
  const { view, open } = useReader();
  const figure = view.figures[place.figure]!;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open(place, "keys");
  };
  return (
    <>
      <span
        id={placeId(place)}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a button element is a box and cannot break
        role="button"
        tabIndex={0}
        className="figure"
        data-figure={`${figure.key}|${figure.role}`}
        data-state={figure.state}
        data-deviating={figure.stated !== undefined || undefined}
        aria-current={isSelected || undefined}
        aria-controls={isSelected ? panelId : undefined}
        aria-describedby={describedBy(figure)}
        onClick={() => open(place, "pointer")}
        onKeyDown={onKeyDown}
      >
        {text}
      </span>
      {figure.stated !== undefined && <small className="figure-note"> ({mark.printed(figure.stated)})</small>}
    </>
  );
}

function describedBy({ state, stated }: PublishedFigure): string | undefined {
  if (stated !== undefined) return legendId("deviating");
  return state === "confirmed" ? undefined : legendId(state);
}
