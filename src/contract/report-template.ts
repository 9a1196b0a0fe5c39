import { z } from "zod";
import type { ReportContent, ReportTemplate } from "#domain/report-template.ts";
import { Refusal } from "#domain/refusal.ts";
import { parseChip, parseSentence } from "#domain/sentence-template.ts";

const style = z.enum(["body", "dash", "plus"]);
const sentence = z.string().min(1).superRefine(readable(parseSentence));
const chip = z.string().superRefine(readable((text) => parseChip(text.replace(/^\{|\}$/g, ""))));
const sentences = z.strictObject({ style, sentences: z.array(sentence).min(1) });
const uid = z.string().min(1);

const schemaOfTemplate = z.strictObject({
  id: z.string().min(1),
  version: z.int().positive(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullish().transform((day) => day ?? undefined),
  periodTypes: z.array(z.enum(["month", "quarter", "half-year", "nine-months", "year"])).min(1),
  furniture: z.strictObject({
    parentAgency: z.string(),
    agency: z.string(),
    symbol: z.string(),
    place: z.string(),
    kind: z.string(),
    subject: z.array(sentence).min(1),
    addressees: z.array(z.string()),
    recipients: z.array(z.string()),
    signer: z.strictObject({ authority: z.string().optional(), title: z.string(), name: z.string().optional() }),
  }),
  sections: z.array(
    z.strictObject({
      id: z.string().min(1),
      number: z.string().optional(),
      title: sentence,
      layout: z.enum(["part", "roman", "arabic", "decimal", "letter", "titled", "untitled"]),
      owners: z.array(z.strictObject({ uid, basis: z.enum(["text", "implied"]) })),
      blocks: z.array(z.union([sentences, z.strictObject({ slot: z.string().min(1) })])),
    }),
  ),
  annexes: z.array(
    z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("plan-table"), id: z.string(), title: sentence }),
      z.strictObject({ kind: z.literal("district-tables"), id: z.string(), title: sentence }),
      z.strictObject({
        kind: z.literal("charts"),
        id: z.string(),
        title: sentence,
        charts: z.array(
          z.strictObject({
            title: sentence,
            unit: z.string(),
            bars: z.array(z.strictObject({ label: sentence, chip, mark: chip.optional() })).min(1),
          }),
        ),
      }),
    ]),
  ),
}); // prettier-ignore

const schemaOfContent = z.strictObject({
  template: z.string(),
  period: z.string(),
  orgUnit: z.string(),
  source: z.string(),
  writtenOn: z.iso.date(),
  slots: z.record(z.string(), z.array(sentences)),
  texts: z.record(z.string(), z.string()),
});

/** Reads a report template from JSON. Refuses (`template-invalid`, with the entry and the problem) what cannot be printed. */
export function parseReportTemplate(json: unknown): ReportTemplate {
  return readWith(schemaOfTemplate, json);
}

/** Reads what was written for one period. Refuses as `parseReportTemplate` does. */
export function parseReportContent(json: unknown): ReportContent {
  return readWith(schemaOfContent, json);
}

function readWith<T>(schema: z.ZodType<T>, json: unknown): T {
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Refusal("template-invalid", {
    entry: issue?.path.join(".") ?? "",
    problem: issue?.message ?? "",
  });
}

/** Whether the sentence or chip can be taken apart; the parser's own words say what is wrong with it. */
function readable(
  parse: (text: string) => unknown,
): (text: string, context: z.RefinementCtx<string>) => void {
  return (text, context) => {
    try {
      parse(text);
    } catch (error) {
      context.addIssue({ code: "custom", message: error instanceof Error ? error.message : String(error) });
    }
  };
}
