import { z } from "zod";
import { FormCell, FormLayoutSection } from "./form.ts";

const words = z.object({ vi: z.string(), en: z.string() });

/** What can be put into a form: everything that is counted, computed things left out. */
export const FormElement = z.object({
  id: z.string(),
  name: words,
  unit: z.string(),
  programme: z.string(),
  collected: z
    .enum(["month", "quarter", "half-year", "year"])
    .describe("The shortest period it is asked for"),
  dimensions: z
    .array(z.array(z.string()))
    .describe("What its cells are divided by; none: it has only a total"),
});
export type FormElement = z.infer<typeof FormElement>;

export const FormElements = z.object({ elements: z.array(FormElement) });

const NamedCell = z.object({ cell: z.string(), name: words });

/** A form as its units will see it, before it is kept. */
export const FormPreview = z.object({
  problem: words.optional().describe("Why it cannot be kept as it is"),
  sections: z.array(FormLayoutSection),
  cells: z.array(FormCell),
  before: z.string().optional().describe("The first day of the version it is held against"),
  added: z.array(NamedCell).describe("Cells to fill in that the version before did not have"),
  removed: z.array(NamedCell),
});
export type FormPreview = z.infer<typeof FormPreview>;
