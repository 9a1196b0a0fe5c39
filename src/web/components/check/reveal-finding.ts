import type { NumberedFinding } from "../../check/check-findings.ts";
import { findingId, markId, type Via } from "./check-context.ts";

/** Text and list side by side; `styles/check.css` draws the line at the same width. */
const sideBySide = "(min-width: 1000px)";

/** Brings a finding before the reader's eyes, in the list and in the text, once the page shows it. */
export function revealFinding({ number }: NumberedFinding, via: Via): void {
  requestAnimationFrame(() => {
    const row = document.getElementById(findingId(number));
    if (matchMedia(sideBySide).matches) {
      scrollWithin(".check-text-scroll", document.getElementById(markId(number)), 1 / 3);
      scrollWithin(".check-list-scroll", row, 0);
    } else row?.scrollIntoView({ block: "nearest" });
    if (via !== "list") row?.querySelector("button")?.focus({ preventScroll: true });
  });
}

/** Gives the focus back when what held it went away: to the finding, else to the notice of what was done. */
export function returnFocus(finding: NumberedFinding | undefined): void {
  requestAnimationFrame(() => {
    const row = finding && document.getElementById(findingId(finding.number));
    const notice = document.querySelector(".decision-notice");
    (row ?? notice)?.querySelector("button")?.focus({ preventScroll: row !== null });
  });
}

/** Puts the hands on a number of the text that may be picked. */
export function focusNumber(start: number): void {
  requestAnimationFrame(() => {
    const number = document.querySelector<HTMLElement>(`[data-number="${start}"]`);
    number?.focus({ preventScroll: matchMedia(sideBySide).matches });
  });
}

/** On a phone the text stands below the list. */
export function revealMark(number: number): void {
  document.getElementById(markId(number))?.scrollIntoView({ block: "center" });
}

const margin = 40;

/** Scrolls one of the two columns, and only it, until something is in sight, at a part of the column's height. */
function scrollWithin(column: string, element: HTMLElement | null, at: number): void {
  const box = element?.closest(column);
  if (!element || !box) return;
  const [inner, outer] = [element.getBoundingClientRect(), box.getBoundingClientRect()];
  const bottom = Math.min(outer.bottom, window.innerHeight);
  if (inner.top >= outer.top + margin && inner.bottom <= bottom - margin) return;
  box.scrollTop += inner.top - outer.top - Math.max(margin, (bottom - outer.top) * at);
}
