import { z } from "zod";
import { missingValueStrategies } from "#domain/expression/evaluation.ts";
import { validationOperators } from "#domain/expression/validation-operator.ts";

const text = z.string().trim().normalize("NFC");
const words = z.object({ vi: text.min(1).max(500), en: text.min(1).max(500) });
const longWords = z.object({ vi: text.max(2000), en: text.max(2000) });
const periodTypes = ["week", "month", "quarter", "half-year", "nine-months", "year"] as const;
const code = text.regex(/^[\w.:-]{1,100}$/u, "letters, digits, . : - and _");

const side = z.object({
  expression: text.min(1).max(10_000),
  missing: z.enum(missingValueStrategies).default("SKIP_IF_ANY_VALUE_MISSING"),
  description: words.optional(),
});

/** A validation rule as it is written and sent. */
export const ValidationRuleContent = z.object({
  key: code,
  name: words,
  left: side,
  operator: z.enum(validationOperators),
  right: side,
  periodTypes: z.array(z.enum(periodTypes)).default([]),
  levels: z.array(z.int().positive()).default([]),
  severity: z.enum(["blocking", "warning"]).default("warning"),
  explanation: longWords,
  externalId: text.max(100).optional(),
});
export type ValidationRuleContent = z.infer<typeof ValidationRuleContent>;

export const ValidationRuleRecord = ValidationRuleContent.extend({ id: code });
export type ValidationRuleRecord = z.infer<typeof ValidationRuleRecord>;

export const KeptRule = ValidationRuleRecord.extend({
  version: z.int(),
  changedBy: z.string(),
  changedAt: z.iso.datetime(),
});
export const ValidationRules = z.object({ rules: z.array(KeptRule) });

export const RuleVersions = z.object({
  versions: z.array(
    z.object({
      version: z.int(),
      rule: ValidationRuleRecord.optional().describe("Absent where the rule was deleted"),
      changedBy: z.string(),
      changedAt: z.iso.datetime(),
      reason: z.string().optional(),
    }),
  ),
});

/** What a rule says, with names in place of keys. */
export const RuleInWords = z.object({ left: z.string(), right: z.string() });

const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/, 'an exact decimal with a point ("12.5")');

/** The scope of a limit: one unit, one type of units, or all. */
export const LimitScopeContent = z.object({
  element: text.min(1),
  optionCombo: text.default(""),
  periodType: z.enum(periodTypes),
  orgUnit: text.min(1).optional(),
  unitType: text.min(1).optional(),
});

export const ValueLimitContent = LimitScopeContent.extend({
  least: decimalText.optional(),
  most: decimalText.optional(),
  reason: text.max(2000).optional(),
});
export type ValueLimitContent = z.infer<typeof ValueLimitContent>;

export const ValueLimits = z.object({
  limits: z.array(
    ValueLimitContent.extend({ proposed: z.boolean(), setBy: z.string(), setAt: z.iso.datetime() }),
  ),
});
