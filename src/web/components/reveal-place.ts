import type { Place } from "../report/report-places.ts";
import type { OpenedBy } from "./reader-context.ts";

export const panelId = "chi-tiet";
export const panelHeadingId = "ten-so";
const edge = 72;

/** The id of the mark in the text. */
export function placeId({ number }: Place): string {
  return `so-${number}`;
}

/** Brings a place before the reader's eyes and puts the focus where the hands are. */
export function revealPlace(place: Place, by: OpenedBy | undefined): void {
  const mark = document.getElementById(placeId(place));
  if (!mark) return;
  if (!isInSight(mark)) mark.scrollIntoView({ block: "center" });
  if (by === "walk") mark.focus({ preventScroll: true });
  if (by === "keys") document.getElementById(panelHeadingId)?.focus({ preventScroll: true });
}

/** Gives the focus back to the text when it would be lost with the panel. */
export function leavePanel(place: Place): void {
  const panel = document.getElementById(panelId);
  if (panel?.contains(document.activeElement) || document.activeElement === document.body) {
    document.getElementById(placeId(place))?.focus({ preventScroll: true });
  }
}

/** On small screens the panel lies over the foot of the page: what is under it is not in sight. */
function isInSight(mark: HTMLElement): boolean {
  const { top, bottom } = mark.getBoundingClientRect();
  const panel = document.getElementById(panelId);
  const covers = panel !== null && getComputedStyle(panel).position === "fixed";
  const end = covers ? panel.getBoundingClientRect().top : window.innerHeight;
  return top >= edge && bottom <= end - edge / 3;
}
