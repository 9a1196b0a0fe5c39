import { z } from "zod";
import { CellValues, Finding, HandIn, HandInAnswer, SaveDraftAnswer, SubmissionKey } from "./submission.ts";

const words = z.object({ vi: z.string(), en: z.string() });

/** What to do with an uploaded workbook beside reading it. */
export const WorkbookQuery = z.object({
  name: z.string().max(200).default("phieu.xlsx").describe("The file's name, for messages"),
  save: z.literal("draft").optional().describe("Keep the changed cells as a draft"),
  handIn: z.uuid().optional().describe("Hand in under this id; sent again under the same id it counts once"),
});
export type WorkbookQuery = z.infer<typeof WorkbookQuery>;

/** What was noticed about a cell of an uploaded workbook. */
export const WorkbookFinding = Finding.extend({
  cell: z.string().optional(),
  sheet: z.string().optional(),
  row: z.int().optional(),
  column: z.string().optional(),
  message: words.describe("Where, what, and what to do"),
});
export type WorkbookFinding = z.infer<typeof WorkbookFinding>;

/** An uploaded workbook as it was read, and what was done with it. Nothing is ever done with a part of it. */
export const ReadWorkbook = z.object({
  outcome: z
    .enum(["read", "blocked", "saved", "handed-in", "conflict"])
    .describe("blocked: cells have to be mended first, nothing was saved; conflict: another place changed the same cells"), // prettier-ignore
  key: SubmissionKey,
  dataSet: words,
  orgUnit: z.string(),
  values: CellValues,
  filled: z.int(),
  changed: z.int().describe("Cells that differ from what they held when the workbook was made"),
  findings: z.array(WorkbookFinding),
  draft: SaveDraftAnswer.optional(),
  handIn: HandInAnswer.optional(),
});
export type ReadWorkbook = z.infer<typeof ReadWorkbook>;

/** `POST /api/forms/…/values`: what another system hands in. */
export const SentValues = HandIn.pick({ id: true, values: true, explanations: true }).extend({
  baseVersion: z
    .int()
    .nonnegative()
    .optional()
    .describe("The version that was read before; none: what is sent replaces whatever stands"),
});
export type SentValues = z.infer<typeof SentValues>;
