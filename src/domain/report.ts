import type { Figure } from "./figure.ts";

/** An official document, written and ready to be printed: the same for the screen, Word and PDF. */
export interface Report {
  readonly period: string;
  readonly orgUnit: string;
  readonly furniture: Furniture;
  readonly sections: readonly ReportSection[];
  readonly annexes: readonly Annex[];
  /** Every figure that is printed, by the index that spans refer to. */
  readonly figures: readonly PrintedFigure[];
  /** Made from illustrative values: every page says SỐ LIỆU MINH HỌA. */
  readonly illustrative: boolean;
}

/** A figure with the words it is printed in. */
export interface PrintedFigure extends Figure {
  readonly text: string;
}

/** The fixed components of an administrative document (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export interface Furniture {
  readonly parentAgency: string;
  readonly agency: string;
  /** Number and day stay blank: the registry fills them in. */
  readonly symbol: string;
  readonly place: string;
  readonly month: number;
  readonly year: number;
  readonly kind: string;
  /** Trích yếu, one entry a line. */
  readonly subject: readonly string[];
  readonly addressees: readonly string[];
  readonly recipients: readonly string[];
  readonly signer: { readonly authority?: string; readonly title: string; readonly name?: string };
}

export interface ReportSection {
  readonly id: string;
  /** As printed: "Phần I", "I", "1", "1.1", "a", or none. */
  readonly number?: string;
  readonly title: string;
  readonly layout: SectionLayout;
  readonly owners: readonly SectionOwner[];
  readonly paragraphs: readonly Paragraph[];
}

/** Phần · I. · 1. · 1.1. · a) · a titled line without number · no heading of its own. */
export type SectionLayout = "part" | "roman" | "arabic" | "decimal" | "letter" | "titled" | "untitled";

export interface SectionOwner {
  readonly uid: string;
  readonly name: string;
  /** Whether the source text names the body or the organisation implies it. */
  readonly basis: "text" | "implied";
}

export interface Paragraph {
  readonly style: "body" | "dash" | "plus" | "empty";
  readonly sentences: readonly Sentence[];
}

export interface Sentence {
  readonly spans: readonly Span[];
}

/** A run of text; with `figure`, the printed form of that figure. */
export interface Span {
  readonly text: string;
  readonly figure?: number;
  readonly emphasis?: "bold" | "italic";
}

export interface Annex {
  readonly id: string;
  readonly title: string;
  readonly orientation: "portrait" | "landscape";
  readonly blocks: readonly AnnexBlock[];
}

export type AnnexBlock =
  | { readonly kind: "paragraph"; readonly paragraph: Paragraph }
  | { readonly kind: "table"; readonly table: Table }
  | { readonly kind: "chart"; readonly chart: ChartBlock };

export interface Table {
  readonly caption?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly notes: readonly string[];
}

export interface TableColumn {
  readonly title: string;
  readonly align: "left" | "center" | "right";
  /** Share of the table's width; all columns add up to 1. */
  readonly width: number;
}

/** A heading row spans all columns. */
export interface TableRow {
  readonly heading?: boolean;
  readonly cells: readonly Span[];
}

/** A picture with the sentence that says it in words (also its alternative text). */
export interface ChartBlock {
  readonly title: string;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly description: string;
  readonly source: string;
}
