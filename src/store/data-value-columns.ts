import type { DataValue } from "#domain/data-value.ts";
import { citationColumns, readCitation, type CitationColumns } from "./citations.ts";
import { decimal } from "#domain/decimal.ts";
import { withoutNulls } from "./nulls.ts";

/** What identifies a value within its province, in the order of the primary key. */
export const keyColumns = "data_element, period, org_unit, option_combo, source";

/** What a value says beside its key; a difference in any of them is a change. */
export const contentColumns = `value, as_of, qualifier, estimate, derived, note, reported_by, basis,
  citation_document, citation_section, citation_quote`;

/** The columns of a value on its way in, with their types: a temporary table or the rows of a JSON parameter. */
export const incomingColumns = `data_element text, period text, org_unit text, option_combo text, source text,
  value numeric, as_of date, qualifier text, estimate boolean, derived boolean, note text, reported_by text, basis text,
  citation_document text, citation_section text, citation_quote text`;

/** A value spread over `incomingColumns`. */
export function incomingRow(value: DataValue): Readonly<Record<string, string | boolean | null>> {
  return {
    data_element: value.element,
    period: value.period,
    org_unit: value.orgUnit,
    option_combo: value.optionCombo,
    source: value.source,
    value: value.value.toFixed(),
    as_of: value.asOf ?? null,
    qualifier: value.qualifier ?? null,
    estimate: value.estimate ?? false,
    derived: value.derived ?? false,
    note: value.note ?? null,
    reported_by: value.reportedBy ?? null,
    basis: value.basis ?? null,
    ...citationColumns(value.citation),
  };
}

/** A selected value: our names where they are plain columns. */
export interface DataValueRow extends CitationColumns {
  readonly element: string;
  readonly optionCombo: string;
  readonly period: string;
  readonly orgUnit: string;
  readonly value: string;
  readonly asOf: string | null;
  readonly qualifier: ">" | "<" | "≈" | null;
  readonly estimate: true | null;
  readonly derived: true | null;
  readonly note: string | null;
  readonly source: DataValue["source"];
  readonly reportedBy: string | null;
  readonly basis: "text" | "implied" | null;
  readonly enteredBy: string;
  readonly enteredAt: string;
}

/** What to select for a `DataValueRow`. */
export const selectedColumns = `data_element as element, option_combo as "optionCombo", period, org_unit as "orgUnit",
  value, as_of as "asOf", qualifier, nullif(estimate, false) as estimate, nullif(derived, false) as derived, note,
  source, reported_by as "reportedBy", basis, citation_document, citation_section, citation_quote,
  entered_by as "enteredBy", entered_at as "enteredAt"`;

/** Reads a selected row; the value keeps every digit, decimals that are zero at the end aside. */
export function readDataValue(row: DataValueRow): DataValue {
  const { value, citation_document, citation_section, citation_quote, ...rest } = row;
  const citation = readCitation({ citation_document, citation_section, citation_quote });
  return { ...withoutNulls(rest), value: decimal(value), ...(citation && { citation }) };
}
