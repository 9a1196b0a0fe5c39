import type { PublishedFigure } from "#contract/figure.ts";

/** How the figures of a report are told apart; a figure may be of several kinds. */
export const figureKinds = ["confirmed", "provisional", "overridden", "deviating", "missing"] as const;
export type FigureKind = (typeof figureKinds)[number];

type Judged = Pick<PublishedFigure, "state" | "stated">;

/** `deviating`: a source document prints something that fits neither rounding nor truncation. */
export function isOfKind(figure: Judged, kind: FigureKind): boolean {
  return kind === "deviating" ? figure.stated !== undefined : figure.state === kind;
}

/** Whether somebody should look at it before the paper is signed. */
export function needsLook(figure: Judged): boolean {
  return figure.state !== "confirmed" || figure.stated !== undefined;
}

export function countKinds(figures: readonly Judged[]): Readonly<Record<FigureKind, number>> {
  const count = (kind: FigureKind): number => figures.filter((figure) => isOfKind(figure, kind)).length;
  return {
    confirmed: count("confirmed"),
    provisional: count("provisional"),
    overridden: count("overridden"),
    deviating: count("deviating"),
    missing: count("missing"),
  };
}
