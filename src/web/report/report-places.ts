import type { ReportView } from "#contract/report.ts";
import type { AnnexBlock, Span } from "#domain/report.ts";

/** One printed occurrence of a figure; `number` counts them in reading order. */
export interface Place {
  readonly number: number;
  /** Index into `ReportView.figures`. */
  readonly figure: number;
  readonly where: Whereabouts;
}

/** In a section or an annex, by its index in the report; or only drawn in a chart, printed nowhere as text. */
export type Whereabouts =
  | { readonly kind: "section"; readonly index: number }
  | { readonly kind: "annex"; readonly index: number }
  | { readonly kind: "chart" };

export interface Places {
  readonly list: readonly Place[];
  /** The place that a span of this very report stands for. */
  ofSpan(span: Span): Place | undefined;
  ofFigure(figure: number): readonly Place[];
}

/** Finds every printed figure in reading order; figures that only charts draw come last, so that each can be opened. */
export function listPlaces(view: Pick<ReportView, "sections" | "annexes" | "figures">): Places {
  const list: Place[] = [];
  const bySpan = new Map<Span, Place>();
  const byFigure = new Map<number, Place[]>();
  const add = (figure: number, where: Whereabouts): Place => {
    const place = { number: list.length, figure, where };
    list.push(place);
    byFigure.set(figure, [...(byFigure.get(figure) ?? []), place]);
    return place;
  };
  const addSpans = (spans: readonly Span[], where: Whereabouts): void => {
    for (const span of spans) {
      if (span.figure !== undefined && view.figures[span.figure]) bySpan.set(span, add(span.figure, where));
    }
  };

  view.sections.forEach(({ paragraphs }, index) => {
    for (const { sentences } of paragraphs) {
      for (const { spans } of sentences) addSpans(spans, { kind: "section", index });
    }
  });
  view.annexes.forEach(({ blocks }, index) => {
    for (const block of blocks) addSpans(spansOf(block), { kind: "annex", index });
  });
  view.figures.forEach((_, figure) => {
    if (!byFigure.has(figure)) add(figure, { kind: "chart" });
  });
  return {
    list,
    ofSpan: (span) => bySpan.get(span),
    ofFigure: (figure) => byFigure.get(figure) ?? [],
  };
}

function spansOf(block: AnnexBlock): readonly Span[] {
  switch (block.kind) {
    case "paragraph":
      return block.paragraph.sentences.flatMap(({ spans }) => spans);
    case "table":
      return block.table.rows.flatMap(({ cells }) => cells);
    case "chart":
      return [];
  }
}
