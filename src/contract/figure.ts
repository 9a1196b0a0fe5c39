import { z } from "zod";
import { figureRoles, type Figure } from "#domain/figure.ts";
import type { PrintedFigure } from "#domain/report.ts";
import { plainText } from "#domain/resolve-figure.ts";

const role = z
  .enum(figureRoles)
  .describe("What the number is: a count in the period, a stock, a plan, a change…");

/** A figure as it travels: the machine-readable output of `figures`, and what the report page marks. */
export const PublishedFigure = z.object({
  key: z.string().describe("Chỉ tiêu, e.g. epi.fully_immunized_u1"),
  role,
  period: z.string().describe("2023-06, 2023-Q2, 2023-S1, 2023-9M, 2023"),
  orgUnit: z.string(),
  breakdown: z.record(z.string(), z.string()),
  value: z.string().nullable().describe("Exact decimal in `unit`; changes are signed; null when missing"),
  unit: z.string(),
  text: z.string().describe("As the report prints it"),
  state: z.enum(["confirmed", "provisional", "missing", "overridden"]),
  asOf: z.iso.date(),
  against: z.enum(["same_period", "previous_year", "previous_period", "plan"]).optional(),
  stated: z
    .string()
    .optional()
    .describe("What a source document prints, where it fits neither rounding nor truncation"),
});
export type PublishedFigure = z.infer<typeof PublishedFigure>;

/**
 * The figure as published in the report of a period. A figure asked as of a day stands under the report's period,
 * with its day: 94 communes at the end of 2022 is `2023-S1`, `2022-12-31`.
 */
export function publishFigure(figure: PrintedFigure, reportPeriod: string): PublishedFigure {
  return {
    key: figure.key,
    role: figure.role,
    period: figure.anchor === "day" ? reportPeriod : figure.period,
    orgUnit: figure.orgUnit,
    breakdown: { ...figure.breakdown },
    value: figure.value === undefined ? null : plainText(figure.value),
    unit: figure.unit,
    text: figure.text,
    state: figure.state,
    asOf: figure.asOf,
    ...(figure.against && { against: figure.against }),
    ...(figure.stated && { stated: figure.stated.text }),
  };
}

/** One step on the way down to who reported a number. */
export interface FigureNode extends PublishedFigure {
  name: { vi: string; en: string };
  orgUnitName: string;
  qualifier?: ">" | "<" | "≈" | undefined;
  origin: FigureOrigin;
}

/** A source behind a value: which document says so, in which section, in which words. */
export const Source = z.object({
  document: z.string(),
  title: z.string(),
  section: z.string(),
  quote: z.string(),
});
export type Source = z.infer<typeof Source>;

export type FigureOrigin =
  | { kind: "reported"; reportedBy?: string | undefined; basis?: "text" | "implied" | undefined; derived: boolean; estimate: boolean; awaits?: "approval" | "correction" | undefined; note?: string | undefined; source?: Source | undefined; enteredBy?: string | undefined; enteredAt?: string | undefined }
  | { kind: "target"; setBy: string; derived: boolean; note?: string | undefined; source?: Source | undefined }
  | { kind: "stated"; note?: string | undefined; source: Source }
  | { kind: "computed"; operation: "sum" | "difference" | "ratio" | "change" | "relative-change"; factor?: number | undefined; operands: FigureNode[] }
  | { kind: "parts"; over: "breakdown" | "periods" | "org-units"; expected?: number | undefined; operands: FigureNode[] }
  | { kind: "org-unit-count"; level: number; on: string }
  | { kind: "missing"; reason: string; operands: FigureNode[] }; // prettier-ignore

/** What the panel beside the report shows for one figure. */
export interface FigureDetail {
  figure: FigureNode;
  /** In words: "Toàn tỉnh Lai Châu", "Bệnh viện Đa khoa tỉnh". */
  orgUnitName: string;
  periodName: string;
  /** The formula in words, e.g. "2.633 trẻ : 9.635 trẻ × 100". */
  formula?: string | undefined;
  lastYear?: FigureNode | undefined;
  plan?: FigureNode | undefined;
  /** What documents print for it, whether they agree or not. */
  statements: { text: string; agrees: boolean; note?: string | undefined; source: Source }[];
  /** Earlier values of the cell, newest first. */
  history: { value: string | null; at: string; by: string; reason?: string | undefined }[];
}

/** Which figure, in the query of `/api/figures/detail`. */
export const FigureQuery = z.object({
  key: z.string().min(1),
  role,
  period: z.string().min(4),
  orgUnit: z.string().min(1),
  breakdown: z.string().default("").describe("type=…;age=…"),
  against: z.enum(["same_period", "previous_year", "previous_period", "plan"]).optional(),
  anchor: z.literal("day").optional(),
  illustrative: z.stringbool().default(false),
});
export type FigureQuery = z.infer<typeof FigureQuery>;

/** Missing figures have no number to publish but are listed all the same. */
export function isMissing(figure: Figure): boolean {
  return figure.value === undefined;
}
