import type { Citation } from "#domain/data-value.ts";

/** The three columns that hold where a fact was read. */
export interface CitationColumns {
  readonly citation_document: string | null;
  readonly citation_section: string | null;
  readonly citation_quote: string | null;
}

/** Spreads a citation over its columns. */
export function citationColumns(citation: Citation | undefined): CitationColumns {
  return {
    citation_document: citation?.document ?? null,
    citation_section: citation?.section ?? null,
    citation_quote: citation?.quote ?? null,
  };
}

/** Puts a citation together again; the table allows all three columns or none. */
export function readCitation(row: CitationColumns): Citation | undefined {
  const { citation_document: document, citation_section: section, citation_quote: quote } = row;
  return document === null || section === null || quote === null ? undefined : { document, section, quote };
}
