import type { Disaggregation } from "./breakdown.ts";
import type { ComparisonBase, FigureRole } from "./figure.ts";
import type { Furniture, SectionLayout } from "./report.ts";

/** The plan of a report as data: sections with owners, and sentences with figure chips. Dated and versioned. */
export interface ReportTemplate {
  readonly id: string;
  readonly version: number;
  readonly validFrom: string;
  readonly validTo?: string;
  readonly periodTypes: readonly ("month" | "quarter" | "half-year" | "nine-months" | "year")[];
  /** Texts may use the period words of `sentence-template.ts`. */
  readonly furniture: Omit<Furniture, "month" | "year">;
  readonly sections: readonly TemplateSection[];
  readonly annexes: readonly TemplateAnnex[];
}

export interface TemplateSection {
  readonly id: string;
  readonly number?: string;
  readonly title: string;
  readonly layout: SectionLayout;
  readonly owners: readonly { readonly uid: string; readonly basis: "text" | "implied" }[];
  readonly blocks: readonly TemplateBlock[];
}

/** Sentences of the template, or a slot that the content of one period fills. */
export type TemplateBlock =
  | { readonly style: "body" | "dash" | "plus"; readonly sentences: readonly string[] }
  | { readonly slot: string };

export type TemplateAnnex =
  | { readonly kind: "plan-table"; readonly id: string; readonly title: string }
  | { readonly kind: "district-tables"; readonly id: string; readonly title: string }
  | {
      readonly kind: "charts";
      readonly id: string;
      readonly title: string;
      readonly charts: readonly TemplateChart[];
    };

/** One bar chart for a programme: each bar is one figure. */
export interface TemplateChart {
  readonly title: string;
  readonly unit: string;
  readonly bars: readonly { readonly label: string; readonly chip: string; readonly mark?: string }[];
}

/** What a department writes into the slots for one period: dated, editable, never part of the template. */
export interface ReportContent {
  readonly template: string;
  readonly period: string;
  readonly orgUnit: string;
  /** Restated from a document, or written here; and when. */
  readonly source: string;
  readonly writtenOn: string;
  readonly slots: Readonly<Record<string, readonly ContentParagraph[]>>;
  /** Short texts that complete a sentence, e.g. the reason for a low figure. */
  readonly texts: Readonly<Record<string, string>>;
}

export interface ContentParagraph {
  readonly style: "body" | "dash" | "plus";
  readonly sentences: readonly string[];
}

/** A figure chip in a sentence. */
export interface Chip {
  readonly role: FigureRole;
  readonly key: string;
  readonly breakdown: Disaggregation;
  readonly at: ChipPeriod;
  readonly orgUnit?: string;
  readonly against?: ComparisonBase;
  readonly form?: string;
}

/** `period` is the report's; the two "…-end" are stocks as of a day and print under the report's period. */
export type ChipPeriod = "period" | "month" | "year" | "last-year" | "year-end" | "last-year-end";
