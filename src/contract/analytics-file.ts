import { z } from "zod";
import { AnalyticsQuery } from "./analytics.ts";

export const tableDimensions = ["item", "orgUnit", "period", "role"] as const;
export type TableDimension = (typeof tableDimensions)[number];

/** Dimensions in the address, `period,role`, or in a body. */
const dimensions = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(",").filter(Boolean))])
  .pipe(z.array(z.enum(tableDimensions)));

/** A table of figures as a file: the question of `/api/analytics`, whole, and how to lay it out. */
export const AnalyticsFileQuery = AnalyticsQuery.omit({ offset: true, limit: true }).extend({
  rows: dimensions
    .optional()
    .describe("What stands down the side; by default items and units, or whatever `columns` leaves"),
  columns: dimensions
    .optional()
    .describe("What stands across the top; by default periods and roles, or whatever `rows` leaves"),
  title: z.string().normalize("NFC").trim().max(300).optional().describe("The first line of the file"),
  notation: z
    .enum(["vi", "plain"])
    .default("vi")
    .describe(
      "Of CSV: vi is what Excel set to Vietnamese opens by itself (1234,5; semicolons), with title lines and notes; plain is for programs (1234.5, commas, one line of names)",
    ),
  bom: z
    .union([z.boolean(), z.stringbool()])
    .optional()
    .describe(
      "Of CSV: the mark by which Excel knows UTF-8; there in vi, not in plain, unless said otherwise",
    ),
});
export type AnalyticsFileQuery = z.infer<typeof AnalyticsFileQuery>;
