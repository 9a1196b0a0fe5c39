import { z } from "zod";
import { missingValueStrategies } from "#domain/expression/evaluation.ts";

const words = z.object({ vi: z.string(), en: z.string() });
const name = z.string().trim().min(1).max(500);

/** As formulas spell it: letters, digits and `_`, in parts joined by points or hyphens. */
export const IndicatorKey = z
  .string()
  .max(120)
  .regex(/^[\p{L}\p{N}_]+([.-][\p{L}\p{N}_]+)*$/u, "letters, digits and _, in parts joined by . or -");

const formula = z.string().max(100_000);
const missing = z
  .enum(missingValueStrategies)
  .describe("When values are missing: skip if any is, skip if all are, or count them as 0");
const factor = z
  .string()
  .max(30)
  .regex(/^(?!0+(\.0*)?$)\d+(\.\d+)?$/, "a plain number above 0")
  .describe("100 for percent, 1000 for ‰, 100000 for cases per 100,000 people");

/** What somebody writes of an indicator. */
export const IndicatorBody = z.object({
  name: z.object({ vi: name, en: name }),
  numerator: formula.describe("In the expression language of DHIS2; items by our keys or by uid"),
  denominator: formula,
  factor,
  missing,
  decimals: z.number().int().min(0).max(10).describe("Decimals printed"),
  unit: z.string().trim().max(100).describe("Nothing for a plain number"),
  programme: z.string().trim().max(200).optional(),
  description: z.string().trim().max(5000).optional(),
});
export type IndicatorBody = z.infer<typeof IndicatorBody>;

/** The same as it is kept: what came from other systems may be longer than people write. */
const KeptBody = z.object({
  name: words,
  numerator: z.string(),
  denominator: z.string(),
  factor: z.string(),
  missing,
  decimals: z.number().int(),
  unit: z.string(),
  programme: z.string().optional(),
  description: z.string().optional(),
});

export const IndicatorChange = IndicatorBody.extend({
  version: z.number().int().min(0).optional().describe("The version it was read in; none or 0 for a new one"),
  reason: z.string().trim().max(1000).optional().describe("Why; needed when one is changed"),
});
export type IndicatorChange = z.infer<typeof IndicatorChange>;

const Kept = z.object({
  key: z.string(),
  version: z.number().int(),
  changedBy: z.string(),
  changedAt: z.string(),
  reason: z.string().optional(),
});

/** An indicator as it is shown: with its formula in words. */
export const IndicatorView = KeptBody.extend(Kept.shape).extend({
  words: words.describe("The formula as one would say it"),
});
export type IndicatorView = z.infer<typeof IndicatorView>;

export const IndicatorList = z.object({ indicators: z.array(IndicatorView) });

/** An indicator with everything about it. */
export const IndicatorDetail = IndicatorView.extend({
  users: z.array(z.string()).describe("Keys of indicators and validation rules that are made of it"),
});
export type IndicatorDetail = z.infer<typeof IndicatorDetail>;

export const IndicatorHistory = z.object({
  versions: z.array(
    Kept.omit({ key: true }).extend({
      indicator: KeptBody.optional().describe("Absent where it was deleted"),
    }),
  ),
});
export type IndicatorHistory = z.infer<typeof IndicatorHistory>;

/** A formula as it is typed: anything may be missing or wrong. */
export const FormulaQuestion = z.object({
  key: z.string().max(120).optional().describe("The indicator it is to become, for finding circles"),
  numerator: z.string().max(200_000),
  denominator: z.string().max(200_000),
  factor: factor.default("1"),
  missing: missing.default("SKIP_IF_ANY_VALUE_MISSING"),
  unit: z.string().max(100).default(""),
  period: z.string().optional().describe("For the preview; the latest with values unless said otherwise"),
  orgUnit: z.string().optional().describe("For the preview; the province unless said otherwise"),
});
export type FormulaQuestion = z.infer<typeof FormulaQuestion>;

export const FormulaProblemView = z.object({
  code: z.string(),
  from: z.number().int().describe("The first character it is about, counted from 0"),
  to: z.number().int(),
  sentence: words,
  near: z.array(z.string()).describe("Names that may have been meant"),
});
export type FormulaProblemView = z.infer<typeof FormulaProblemView>;

const side = z.object({
  words: words.optional().describe("The formula as one would say it, when it can be read"),
  problems: z.array(FormulaProblemView),
});

const value = z.object({
  value: z.string().nullable(),
  state: z.enum(["confirmed", "provisional", "missing", "overridden", "impossible", "hidden"]),
  reason: z.string().optional(),
  reported: z.number().int(),
  expected: z.number().int(),
});

export const FormulaPreview = value.extend({
  period: z.string(),
  periodName: words,
  orgUnit: z.string(),
  orgUnitName: z.string(),
  operands: z.array(
    value.extend({ item: z.string().describe("As the formula spells it"), name: words, unit: z.string() }),
  ),
});
export type FormulaPreview = z.infer<typeof FormulaPreview>;

/** What a formula says, what is wrong with it, and what it gives. */
export const FormulaAnswer = z.object({
  numerator: side,
  denominator: side,
  words: words.optional(),
  refusal: words.optional().describe("What is wrong with both together: a circle of indicators"),
  preview: FormulaPreview.optional(),
});
export type FormulaAnswer = z.infer<typeof FormulaAnswer>;

/** One thing that can be put into a formula. */
export const FormulaItem = z.object({
  reference: z.string().describe("What is to be written: #{…}, N{…}, C{…}, OUG{…}"),
  kind: z.enum(["data-element", "indicator", "constant", "org-units"]),
  name: words,
  unit: z.string(),
  programme: z.string(),
});
export type FormulaItem = z.infer<typeof FormulaItem>;

export const FormulaItems = z.object({ items: z.array(FormulaItem) });

export const ElementCells = z.object({
  cells: z.array(z.object({ reference: z.string(), name: z.string() })),
});
