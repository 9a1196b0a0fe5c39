import type { FigureFacts } from "#domain/figure-facts.ts";
import type { Figure } from "#domain/figure.ts";
import type { Period } from "#domain/period.ts";
import type { ReportContent, ReportTemplate } from "#domain/report-template.ts";
import type { SentenceContext } from "#wording/sentences.ts";

export interface ReportInput {
  readonly template: ReportTemplate;
  /** What the department wrote for this period; none yet for a period that nobody has written. */
  readonly content: ReportContent | undefined;
  readonly facts: FigureFacts;
  readonly period: Period;
  readonly orgUnit: string;
  readonly illustrative: boolean;
}

/** Everything an annex or a section needs to write itself. */
export interface Composing extends SentenceContext {
  readonly input: ReportInput;
  /** Whether the figure is printed already. */
  readonly isKept: (figure: Figure) => boolean;
  /** Elements in the order in which the text speaks of them, the rest behind. */
  readonly inTextOrder: <Element extends { readonly key: string }>(elements: readonly Element[]) => Element[];
}
