import { z } from "zod";
import { isDay } from "#domain/calendar.ts";

const text = z.string().normalize("NFC").min(1).max(1000);
const words = z.strictObject({ vi: text, en: text });
const day = z.string().refine(isDay, "not a day (YYYY-MM-DD)");
const days = z.int().nonnegative().max(400);

/** `;` and `=` spell an option combo, `[` and `]` enclose it. */
const cellPart = text.regex(/^[^;=[\]]+$/, 'must not contain ";", "=", "[" or "]"');
const breakdown = z.record(cellPart, cellPart);

export const FormColumn = z.strictObject({ name: words, breakdown: breakdown.default({}) });

export const FormRow = z
  .strictObject({
    name: words.optional(),
    help: words.optional(),
    indent: z.int().min(0).max(4).optional(),
    element: text.optional(),
    breakdown: breakdown.optional(),
    sumOf: z.array(text).min(1).optional().describe("Cells of this form added up; shown, never stored"),
    denominator: text.optional().describe("The element whose value for the year says how many there are to reach"), // prettier-ignore
  })
  .refine((row) => (row.element === undefined) !== (row.sumOf === undefined), "either element or sumOf")
  .refine((row) => row.sumOf === undefined || row.name !== undefined, "a sum needs a name");

export const FormSection = z.strictObject({
  title: words,
  note: words.optional(),
  columns: z.array(FormColumn).max(60).default([]),
  rows: z.array(FormRow).min(1).max(400),
});

export const Assignment = z
  .strictObject({
    types: z.array(text).default([]).describe("health-station, health-centre, hospital, body…"),
    orgUnits: z.array(text).default([]),
    within: z.array(text).default([]),
    except: z.array(text).default([]),
  })
  .refine(({ types, orgUnits }) => types.length + orgUnits.length > 0, "nobody would report");

export const Deadline = z.strictObject({
  days,
  from: z.enum(["end", "start"]).optional().describe("Of the period; its end unless said otherwise"),
  counting: z.enum(["working-days", "days"]),
  closesAfter: days.optional().describe("Calendar days after the due day; none: never closes"),
});

export const ApprovalTier = z.strictObject({
  id: text,
  name: words,
  days,
  approver: z.union([
    z.strictObject({ orgUnit: text }),
    z.strictObject({ type: text, level: z.int().positive() }),
  ]),
});

/** A data set in one version, as a catalogue writes it and as `POST /api/data-sets` takes it. */
export const DataSet = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, "small letters, digits and hyphens"),
  validFrom: day,
  validTo: day.optional(),
  name: words,
  shortName: words,
  programme: text,
  periodType: z.enum(["week", "month", "quarter", "half-year", "nine-months", "year"]),
  periodRule: z.enum(["calendar", "administrative"]).default("calendar"),
  assignment: Assignment,
  deadline: Deadline,
  approvals: z.array(ApprovalTier).max(5),
  sections: z.array(FormSection).min(1).max(60),
  allowsNothingToReport: z.boolean(),
  illustrative: z.boolean().optional(),
  basis: words.optional(),
});
export type DataSet = z.infer<typeof DataSet>;

/** What a new version changed in the form people know. */
export const DefinedDataSet = z.object({
  id: z.string(),
  validFrom: z.string(),
  cells: z.int(),
  added: z.array(z.string()).describe("Cells the version before did not have"),
  removed: z.array(z.string()).describe("Cells only the version before had"),
});
export type DefinedDataSet = z.infer<typeof DefinedDataSet>;

/** A data set in lists. */
export const DataSetSummary = DataSet.pick({
  id: true,
  validFrom: true,
  validTo: true,
  name: true,
  shortName: true,
  programme: true,
  periodType: true,
  periodRule: true,
  assignment: true,
  deadline: true,
  approvals: true,
  illustrative: true,
  basis: true,
}).extend({ cells: z.int().describe("Cells to fill in") });
export type DataSetSummary = z.infer<typeof DataSetSummary>;
