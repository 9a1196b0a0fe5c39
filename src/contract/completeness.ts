import { z } from "zod";

/** Received and received in time, of what was to be reported. */
export const CompletenessRow = z.object({
  by: z.string().describe("The uid of a unit, a period, or the id of a data set"),
  name: z.string(),
  expected: z.int(),
  received: z.int(),
  timely: z.int().describe("First received by the due day; a later correction does not count against it"),
  approved: z.int(),
  due: z.int().describe("Of the expected, those whose due day has passed"),
});
export type CompletenessRow = z.infer<typeof CompletenessRow>;

export const CompletenessQuery = z.object({
  from: z.string().describe("A period: 2023-01"),
  to: z.string().describe("A period of the same type, not before `from`"),
  dataSet: z.string().optional(),
  within: z.string().optional().describe("Only units at or below this one"),
  by: z.enum(["org-unit", "period", "data-set"]).default("period"),
});
export type CompletenessQuery = z.infer<typeof CompletenessQuery>;

export const Completeness = z.object({
  total: CompletenessRow.omit({ by: true, name: true }),
  rows: z.array(CompletenessRow),
});
export type Completeness = z.infer<typeof Completeness>;
