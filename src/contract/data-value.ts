import { z } from "zod";
import { figureRoles } from "#domain/figure.ts";
import { Source } from "./figure.ts";

const words = z.object({ vi: z.string(), en: z.string() });
const breakdownText = z.string().default("").describe("type=…;age=…; nothing for the total");
const illustrative = z.stringbool().default(false);

/** Which cell: an element by its id, or what answers for a key in a role. */
const cell = {
  element: z.string().min(1).optional().describe("The id of a data element"),
  key: z.string().min(1).optional().describe("Chỉ tiêu, with `role`, instead of `element`"),
  role: z.enum(figureRoles).default("actual"),
  breakdown: breakdownText,
  period: z.string().min(4),
};

/** Which value, in the query of `/api/values/detail`. */
export const ValueQuery = z.object({ ...cell, orgUnit: z.string().min(1), illustrative });
export type ValueQuery = z.infer<typeof ValueQuery>;

/** What a cell held at one time. */
export const ValueVersion = z.object({
  value: z.string().nullable().describe("Exact decimal; null where the value was deleted: not reported"),
  qualifier: z.enum([">", "<", "≈"]).optional(),
  asOf: z.iso.date().optional().describe("The day it was true, when not the last of its period"),
  isEstimate: z.boolean(),
  isDerived: z.boolean().describe("Worked back from a printed change; `note` says how"),
  note: z.string().optional(),
  reason: z.string().optional().describe("Why it was changed"),
  reportedBy: z.string().optional().describe("The body it comes from, by name"),
  by: z.string().describe("Who entered it, by name"),
  at: z.iso.datetime(),
  batch: z.object({ id: z.string(), fileName: z.string() }).optional().describe("The import it came with"),
  source: Source.optional().describe("The document that says so"),
});
export type ValueVersion = z.infer<typeof ValueVersion>;

/** The cell that a figure is read from. */
export const ValueCell = z.object({
  element: z.string(),
  key: z.string(),
  name: words,
  unit: z.string(),
  valueType: z.enum(["integer", "decimal", "percent", "permille", "money"]),
  timeNature: z.enum(["flow", "stock", "cumulative", "average", "rate"]),
  optionCombo: z.string(),
  orgUnit: z.string(),
  orgUnitName: z.string(),
  period: z.string(),
  periodName: z.string(),
});
export type ValueCell = z.infer<typeof ValueCell>;

/** One cell with all that was ever in it, and what lies around it. */
export const ValueDetail = z.object({
  cell: ValueCell,
  current: ValueVersion.nullable().describe("null: nothing was reported for just this unit and period"),
  version: z
    .number()
    .int()
    .describe("How often the cell changed; a correction names it, so that nobody overwrites unseen"),
  history: z.array(ValueVersion).describe("Everything the cell ever held, newest first, `current` included"),
  previous: z
    .array(z.object({ period: z.string(), value: z.string().nullable() }))
    .describe("The same cell in the 24 periods before and this one, oldest first"),
  behind: z
    .number()
    .int()
    .describe("How many reported values a figure here is made of; list them with /api/values"),
  operands: z
    .array(z.object({ element: z.string(), key: z.string(), name: words, breakdown: z.string() }))
    .describe("Of a computed figure: what it is computed from"),
  correctable: z
    .enum(["yes", "computed", "not-in-tree", "future"])
    .describe("Whether a value can be typed here, and why not"),
});
export type ValueDetail = z.infer<typeof ValueDetail>;

/** Which reported values: those behind a figure of a unit and period. */
export const ValuesQuery = z.object({
  ...cell,
  within: z.string().min(1).describe("The unit of the figure"),
  tree: z
    .union([z.literal("as-it-stood"), z.iso.date()])
    .default("as-it-stood")
    .describe("The map of the figure, as in /api/analytics"),
  yearToDate: z.stringbool().default(false).describe("From January to the end of the period"),
  illustrative,
  offset: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().positive().max(1_000).default(100),
});
export type ValuesQuery = z.infer<typeof ValuesQuery>;

export const ReportedValue = z.object({
  element: z.string(),
  optionCombo: z.string(),
  orgUnit: z.string(),
  orgUnitName: z.string(),
  period: z.string(),
  periodName: z.string(),
  value: z.string(),
  qualifier: z.enum([">", "<", "≈"]).optional(),
  asOf: z.iso.date().optional(),
  isEstimate: z.boolean(),
  isCovered: z
    .boolean()
    .describe(
      "Another listed value is for a unit and period that include this one; a figure never takes both",
    ),
  by: z.string(),
  at: z.iso.datetime(),
});
export type ReportedValue = z.infer<typeof ReportedValue>;

/** Reported values by unit, then period. Of stocks only the last of each unit. */
export const ReportedValues = z.object({
  total: z.number().int(),
  offset: z.number().int(),
  next: z.number().int().nullable(),
  unit: z.string(),
  values: z.array(ReportedValue),
});
export type ReportedValues = z.infer<typeof ReportedValues>;

/** A value typed over what is there. */
export const CorrectValue = z.object({
  element: z.string().min(1).max(200).describe("The id of a data element"),
  optionCombo: z.string().max(500).default(""),
  orgUnit: z.string().min(1).max(200),
  period: z.string().min(4).max(10).describe("The native period: the one it was reported for"),
  value: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .nullable()
    .describe("A decimal with a point, as all values here; null: not reported"),
  reason: z.string().normalize("NFC").trim().min(5).max(1_000),
  version: z.number().int().nonnegative().describe("`version` of the detail that was looked at; 0 for none"),
});
export type CorrectValue = z.input<typeof CorrectValue>;
/** As received: with what was left out filled in. */
export type ValueCorrection = z.output<typeof CorrectValue>;

export const CorrectedValue = z.object({
  current: ValueVersion.nullable(),
  version: z.number().int(),
  warnings: z.array(z.object({ code: z.string(), text: words })).describe("What looks odd, but was saved"),
});
export type CorrectedValue = z.infer<typeof CorrectedValue>;
