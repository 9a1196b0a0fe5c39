import { z } from "zod";
import { checkKinds } from "#domain/check-values/value-finding.ts";
import { figureRoles } from "#domain/figure.ts";

const words = z.object({ vi: z.string(), en: z.string() });

/** A list in the address, `a,b,c`. */
const list = z.union([z.array(z.string()), z.string().transform((text) => text.split(",").filter(Boolean))]);
const illustrative = z.union([z.boolean(), z.stringbool()]).default(false);

/** What is asked of `/api/validation`. */
export const CheckValuesQuery = z.object({
  period: list.describe("2023-06, or several: 2023-05,2023-06; at most 12"),
  within: list.optional().describe("Only values of units at or below these"),
  items: list.optional().describe("Only these data elements, by key"),
  kinds: list.optional().describe(`Only these checks: ${checkKinds.join(", ")}`),
  state: z
    .enum(["open", "answered", "all"])
    .default("open")
    .describe("Findings that wait for somebody, or those that were answered for just these values"),
  illustrative,
  offset: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().positive().max(1000).default(200),
});
export type CheckValuesQuery = z.infer<typeof CheckValuesQuery>;

export const FindingCell = z.object({
  element: z.string(),
  key: z.string(),
  name: words,
  role: z.enum(figureRoles).describe("The role in which a table of figures shows it"),
  optionCombo: z.string(),
  orgUnit: z.string(),
  period: z.string(),
  value: z.string().nullable().describe("Exact decimal; null where the cell is blank"),
});
export type FindingCell = z.infer<typeof FindingCell>;

export const PublishedFinding = z.object({
  id: z.string().describe("The same as long as the same thing is noticed at the same place"),
  code: z.string(),
  kind: z.enum(checkKinds),
  severity: z.enum(["blocking", "warning"]).describe("blocking: it cannot be true"),
  gravity: z.number().int().min(1).max(100),
  orgUnit: z.string(),
  orgUnitName: z.string(),
  period: z.string(),
  text: words.describe("What, compared with what, what to do; without saying where"),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  cells: z.array(FindingCell).describe("The cells concerned; the finding stands at the first"),
  rule: z.string().optional(),
  also: z.array(z.string()).optional().describe("Codes of what else was noticed about the same cell"),
  history: z
    .array(z.object({ period: z.string(), value: z.number().nullable() }))
    .describe("The first cell in the periods before and this one, oldest first"),
  answer: z.object({ reason: z.string(), by: z.string(), at: z.iso.datetime() }).optional(),
});
export type PublishedFinding = z.infer<typeof PublishedFinding>;

export const CheckedValuesAnswer = z.object({
  periods: z.array(z.string()),
  checked: z.number().int().describe("Values that were looked at"),
  page: z.object({
    total: z.number().int(),
    offset: z.number().int(),
    count: z.number().int(),
    next: z.number().int().nullable(),
  }),
  counts: z
    .array(
      z.object({
        kind: z.enum(checkKinds),
        blocking: z.number().int(),
        warning: z.number().int(),
        answered: z.number().int(),
      }),
    ) // prettier-ignore
    .describe("Of everything found, by kind; answered ones are counted apart"),
  findings: z.array(PublishedFinding).describe("The gravest first"),
  skippedRules: z.array(
    z.object({ rule: z.string(), reason: z.enum(["unreadable", "unknown", "unusable"]), item: z.string() }),
  ),
  limits: z.object({ values: z.number().int(), periods: z.number().int(), findings: z.number().int() }),
});
export type CheckedValuesAnswer = z.infer<typeof CheckedValuesAnswer>;

/** An answer to a finding: why the values are right; `null` takes it back. */
export const AnswerFinding = z.object({
  code: z.string().min(1),
  rule: z.string().optional(),
  cells: z
    .array(z.object({ element: z.string(), optionCombo: z.string(), orgUnit: z.string(), period: z.string(), value: z.string().nullable() }))
    .min(1)
    .max(2000),
  reason: z.string().trim().normalize("NFC").min(3).max(2000).nullable(),
  illustrative,
}); // prettier-ignore
export type AnswerFinding = z.infer<typeof AnswerFinding>;

/** What the page can be asked for. */
export const CheckChoices = z.object({
  periods: z.array(
    z.object({ period: z.string(), name: z.string(), values: z.number().int(), illustrative: z.boolean() }),
  ),
  orgUnits: z
    .array(z.object({ uid: z.string(), name: z.string(), level: z.number().int() }))
    .describe("Areas, and bodies that have a place in the tree, as it stands today"),
  settings: z.array(z.object({ name: z.string(), value: z.number(), usual: z.number(), reason: words })),
});
export type CheckChoices = z.infer<typeof CheckChoices>;

export const CheckSettingsChange = z.record(z.string(), z.number().nonnegative().nullable());
