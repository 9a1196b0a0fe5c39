import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ReportView } from "#contract/report.ts";
import { figureAddress, findFigureByAddress } from "../report/figure-address.ts";
import { isOfKind, needsLook, type FigureKind } from "../report/figure-kinds.ts";
import type { Place, Places } from "../report/report-places.ts";
import { nextStop, stopsOf } from "../report/walk-figures.ts";
import type { OpenedBy } from "./reader-context.ts";
import { leavePanel, revealPlace } from "./reveal-place.ts";

export interface FigureSelection {
  readonly place: Place | undefined;
  /** The address names a figure that is not printed here (any more). */
  readonly isStale: boolean;
  /** The kind of figures that walking keeps to; all without one. */
  readonly kind: FigureKind | undefined;
  readonly stops: readonly Place[];
  readonly open: (place: Place, by: OpenedBy) => void;
  readonly close: () => void;
  readonly walk: (direction: 1 | -1, by: OpenedBy) => void;
  readonly walkToLook: (direction: 1 | -1) => void;
  readonly choose: (kind: FigureKind) => void;
}

/** Which figure is open, kept in the address so that the view can be shared, and the ways from one to the next. */
export function useFigureSelection(view: ReportView, places: Places): FigureSelection {
  const { so } = useSearch({ from: "/bao-cao/$period" });
  const navigate = useNavigate({ from: "/bao-cao/$period" });
  const [opened, setOpened] = useState<Place>();
  const [kind, setKind] = useState<FigureKind>();
  const openedBy = useRef<OpenedBy>(undefined);

  const figure = useMemo(() => (so === undefined ? undefined : findFigureByAddress(view, so)), [view, so]);
  const firstPlace = figure === undefined ? undefined : places.ofFigure(figure)[0];
  const place = opened && opened.figure === figure ? opened : firstPlace;
  const stops = useMemo(() => stopsOf(places, (index) => isWanted(view, index, kind)), [places, view, kind]);
  const looks = useMemo(() => stopsOf(places, (index) => needsLook(view.figures[index]!)), [places, view]);

  const current = useRef(place);
  const open = useCallback(
    (next: Place, by: OpenedBy) => {
      if (next === current.current) return revealPlace(next, by);
      const { query } = view.figures[next.figure]!;
      openedBy.current = by;
      setOpened(next);
      void navigate({
        search: (search) => ({ ...search, so: figureAddress(query, view) }),
        // The first figure is a step that "back" undoes; going on to others is not.
        replace: window.location.search.includes("so="),
        resetScroll: false,
      });
    },
    [navigate, view],
  );

  useEffect(() => {
    current.current = place;
    if (place) revealPlace(place, openedBy.current);
    openedBy.current = undefined;
  }, [place]);

  const close = () => {
    if (place) leavePanel(place);
    setOpened(undefined);
    void navigate({
      search: ({ "minh-hoa": illustrative }) => (illustrative ? { "minh-hoa": illustrative } : {}),
      replace: true,
      resetScroll: false,
    });
  };

  const walkAlong = (along: readonly Place[], direction: 1 | -1, by: OpenedBy) => {
    const next = nextStop(along, place, direction);
    if (next) open(next, by);
  };

  const choose = (chosen: FigureKind) => {
    setKind(chosen === kind ? undefined : chosen);
    if (chosen === kind) return;
    const first = stopsOf(places, (index) => isWanted(view, index, chosen))[0];
    if (first) open(first, "panel");
  };

  return {
    place,
    isStale: so !== undefined && place === undefined,
    kind,
    stops,
    open,
    close,
    walk: (direction, by) => walkAlong(stops, direction, by),
    walkToLook: (direction) => walkAlong(looks, direction, "walk"),
    choose,
  };
}

function isWanted({ figures }: ReportView, index: number, kind: FigureKind | undefined): boolean {
  return kind === undefined || isOfKind(figures[index]!, kind);
}
