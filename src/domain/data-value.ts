import type { Decimal } from "./decimal.ts";
import type { Disaggregation } from "./breakdown.ts";
import type { FigureRole } from "./figure.ts";

/** Illustrative values are for trying the product with; they never mix with reported ones in one total. */
export type DataSource = "reported" | "illustrative";

/** Where a fact was read: a document, the section in it, and the words. */
export interface Citation {
  readonly document: string;
  readonly section: string;
  readonly quote: string;
}

/** One number: data element × option combo × org unit × period, with where it comes from. */
export interface DataValue {
  readonly element: string;
  readonly optionCombo: string;
  readonly period: string;
  readonly orgUnit: string;
  readonly value: Decimal;
  /** The day the value was true, when that is not the last day of its period. */
  readonly asOf?: string;
  /** "trên 22 triệu đồng" is a bound, not a count. */
  readonly qualifier?: ">" | "<" | "≈";
  /** An estimate ("ước"): printed, but provisional. */
  readonly estimate?: boolean;
  /** Not printed anywhere: worked back from a printed change; `note` says how. */
  readonly derived?: boolean;
  readonly note?: string;
  readonly source: DataSource;
  /** The body that reported it, and whether the text names it or the organisation implies it. */
  readonly reportedBy?: string;
  readonly basis?: "text" | "implied";
  readonly citation?: Citation;
  readonly enteredBy?: string;
  readonly enteredAt?: string;
}

/** The value planned for an element, org unit and period, and by whom: one actual may have several plans. */
export interface Target {
  readonly element: string;
  readonly optionCombo: string;
  readonly period: string;
  readonly orgUnit: string;
  readonly value: Decimal;
  /** "HĐND", "UBND", "Sở", or "không nêu" where the source does not say. */
  readonly setBy: string;
  readonly derived?: boolean;
  readonly note?: string;
  readonly citation?: Citation;
}

/** The name of a cell: two values with the same name cannot both count. */
export function cellName({
  element,
  optionCombo,
  period,
  orgUnit,
}: Pick<DataValue, "element" | "optionCombo" | "period" | "orgUnit">): string {
  return `${element}|${optionCombo}|${period}|${orgUnit}`;
}

/** Who set a plan, where the source does not say. */
export const unnamedSetter = "không nêu";

/**
 * What an issued document prints for a figure. For a computed figure it is held against the computation;
 * where the operands are unknown (a percentage of a plan nobody wrote down) it is the only fact there is.
 */
export interface Statement {
  readonly key: string;
  readonly role: FigureRole;
  readonly breakdown: Disaggregation;
  readonly period: string;
  readonly orgUnit: string;
  readonly asOf?: string;
  readonly against?: "plan";
  /** Signed, in the figure's unit. */
  readonly value: Decimal;
  readonly text: string;
  readonly decimals: number;
  readonly estimate?: boolean;
  /** The document says it in words ("tương đương", "không có ca"). */
  readonly verbal?: boolean;
  readonly note?: string;
  readonly citation: Citation;
}
