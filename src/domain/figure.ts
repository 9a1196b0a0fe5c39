import type { Disaggregation } from "./breakdown.ts";
import type { Decimal } from "./decimal.ts";
import type { DataValue, Statement, Target } from "./data-value.ts";

export const figureRoles = [
  "actual", "in_month", "cumulative", "stock", "plan", "denominator", "percent_of_plan", "percent", "rate",
  "prior_year", "growth_abs", "growth_percent", "growth_points", "share",
] as const; // prettier-ignore
export type FigureRole = (typeof figureRoles)[number];

/** What a comparison is held against; the same period last year unless said otherwise. */
export type ComparisonBase = "same_period" | "previous_year" | "previous_period" | "plan";

/** Which figure is wanted. `period` is the period of the value, not of the report. */
export interface FigureRequest {
  readonly key: string;
  readonly role: FigureRole;
  readonly period: string;
  readonly orgUnit: string;
  readonly breakdown: Disaggregation;
  readonly against?: ComparisonBase;
  /** Asked as of a day (94 communes at the end of 2022): printed under the report's period with that day. */
  readonly anchor?: "day";
}

export type FigureState = "confirmed" | "provisional" | "missing" | "overridden";

/** One number of a report, with everything needed to answer "says who?". */
export interface Figure extends FigureRequest {
  readonly name: { readonly vi: string; readonly en: string };
  /** `undefined` when missing: blank is not zero. Changes are signed. Unrounded. */
  readonly value: Decimal | undefined;
  readonly unit: string;
  readonly state: FigureState;
  /** ISO day for which the value holds. */
  readonly asOf: string;
  readonly qualifier?: ">" | "<" | "≈";
  /** How many decimals are warranted, where the base was worked back from a change printed with so many. */
  readonly decimals?: number;
  readonly provenance: Provenance;
  /** What a source document prints, where that fits neither rounding nor truncation of the value. */
  readonly stated?: Statement;
}

/** How a figure came about; operands are figures again, so that the tree ends at reported values. */
export type Provenance =
  | { readonly kind: "reported"; readonly value: DataValue }
  | { readonly kind: "target"; readonly target: Target }
  | { readonly kind: "stated"; readonly statement: Statement }
  | { readonly kind: "computed"; readonly operation: Operation; readonly operands: readonly Figure[]; readonly factor?: number }
  | { readonly kind: "parts"; readonly over: "breakdown" | "periods" | "org-units"; readonly parts: readonly Figure[]; readonly expected?: number }
  | { readonly kind: "org-unit-count"; readonly level: number; readonly on: string }
  | { readonly kind: "missing"; readonly reason: MissingReason; readonly operands: readonly Figure[] }; // prettier-ignore

/** `sum` adds signed operands; `ratio` is a/b × factor; `change` is a − b; `relative-change` is (a − b)/b × 100. */
export type Operation = "sum" | "difference" | "ratio" | "change" | "relative-change";

export type MissingReason =
  "not-reported" | "operand-missing" | "base-missing" | "base-zero" | "plan-missing" | "division-by-zero";
