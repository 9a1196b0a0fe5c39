import { z } from "zod";
import type { Annex, Furniture, Paragraph, Report, ReportSection } from "#domain/report.ts";
import { publishFigure, type PublishedFigure } from "./figure.ts";

/** The report as the page reads it: sections of paragraphs of sentences of spans; a span may print a figure. */
export interface ReportView {
  period: string;
  periodName: string;
  orgUnit: string;
  orgUnitName: string;
  furniture: Furniture;
  sections: readonly ReportSection[];
  annexes: readonly Annex[];
  /** Spans refer to these by index; `query` asks for the detail. */
  figures: (PublishedFigure & { name: { vi: string; en: string }; query: string })[];
  illustrative: boolean;
}

/** One figure of a sentence in `report --out x.json`; `start` and `end` are UTF-16 offsets into the sentence. */
export const SentenceFigure = z.object({
  key: z.string(),
  role: z.string(),
  period: z.string(),
  orgUnit: z.string(),
  breakdown: z.record(z.string(), z.string()),
  start: z.int(),
  end: z.int(),
});

export const ReportData = z.object({
  period: z.string(),
  orgUnit: z.string(),
  sections: z.array(
    z.object({
      id: z.string(),
      number: z.string().nullable(),
      title: z.string(),
      owner: z.array(z.string()),
      sentences: z.array(z.object({ text: z.string(), figures: z.array(SentenceFigure) })),
    }),
  ),
});
export type ReportData = z.infer<typeof ReportData>;

/** The report as data: every sentence with the figures in it. */
export function reportData(report: Report): ReportData {
  return {
    period: report.period,
    orgUnit: report.orgUnit,
    sections: report.sections.map((section) => ({
      id: section.id,
      number: section.number ?? null,
      title: section.title,
      owner: section.owners.map(({ name }) => name),
      sentences: section.paragraphs.flatMap((paragraph) => sentencesOf(paragraph, report)),
    })),
  };
}

function sentencesOf(paragraph: Paragraph, report: Report): ReportData["sections"][number]["sentences"] {
  return paragraph.sentences.map(({ spans }) => {
    const figures: z.infer<typeof SentenceFigure>[] = [];
    let text = "";
    for (const span of spans) {
      const figure = span.figure === undefined ? undefined : report.figures[span.figure];
      if (figure) {
        const { key, role, period, orgUnit, breakdown } = publishFigure(figure, report.period);
        figures.push({
          key,
          role,
          period,
          orgUnit,
          breakdown,
          start: text.length,
          end: text.length + span.text.length,
        });
      }
      text += span.text;
    }
    return { text, figures };
  });
}
