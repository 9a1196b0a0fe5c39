import type { Whereabouts } from "./report-places.ts";

/** The ids under which sections and annexes can be linked to; by place, since ids of templates may hold anything. */
export function sectionAnchor(index: number): string {
  return `muc-${index + 1}`;
}

export function annexAnchor(index: number): string {
  return `phu-luc-${index + 1}`;
}

export const chartFiguresAnchor = "so-trong-bieu-do";

export function anchorOf(where: Whereabouts): string {
  switch (where.kind) {
    case "section":
      return sectionAnchor(where.index);
    case "annex":
      return annexAnchor(where.index);
    case "chart":
      return chartFiguresAnchor;
  }
}
