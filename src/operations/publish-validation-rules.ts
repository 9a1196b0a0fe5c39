import type { z } from "zod";
import type { KeptRule, ValidationRuleContent, ValidationRuleRecord, ValueLimitContent, ValueLimits } from "#contract/validation-rule.ts"; // prettier-ignore
import type { ValueLimit } from "#domain/check-values/limits.ts";
import { decimal } from "#domain/decimal.ts";
import type { KeptValidationRule, RuleSide, ValidationRule } from "#domain/validation-rule.ts";
import type { KeptValueLimit, LimitScope } from "#store/value-limits.ts";
import { userName } from "./context.ts";

/** A rule as it travels. */
export function publishRule(rule: ValidationRule): ValidationRuleRecord {
  const { id, key, name, left, operator, right, periodTypes, levels, severity, explanation, externalId } =
    rule;
  return {
    id,
    key,
    name: { ...name },
    left: publishSide(left),
    operator,
    right: publishSide(right),
    periodTypes: [...periodTypes],
    levels: [...levels],
    severity,
    explanation: { ...explanation },
    ...(externalId !== undefined && { externalId }),
  };
}

export function publishKeptRule(rule: KeptValidationRule): z.infer<typeof KeptRule> {
  return {
    ...publishRule(rule),
    version: rule.version,
    changedBy: userName(rule.changedBy),
    changedAt: rule.changedAt,
  };
}

function publishSide({ expression, missing, description }: RuleSide): ValidationRuleRecord["left"] {
  return { expression, missing, ...(description && { description: { ...description } }) };
}

/** A rule as it came in, under its id. */
export function readRule(id: string, content: ValidationRuleContent): ValidationRule {
  const { left, right, externalId, ...rule } = content;
  return {
    ...rule,
    id,
    left: readSide(left),
    right: readSide(right),
    ...(externalId !== undefined && { externalId }),
  };
}

export function readSide({ description, ...side }: ValidationRuleContent["left"]): RuleSide {
  return { ...side, ...(description && { description }) };
}

/** A limit as it came in. */
export function readLimit({ least, most, reason, ...scope }: ValueLimitContent): ValueLimit {
  return {
    ...readLimitScope(scope),
    ...(least !== undefined && { least: decimal(least) }),
    ...(most !== undefined && { most: decimal(most) }),
    ...(reason !== undefined && { reason }),
  };
}

export function readLimitScope(scope: Omit<ValueLimitContent, "least" | "most" | "reason">): LimitScope {
  const { element, optionCombo, periodType, orgUnit, unitType } = scope;
  return {
    element,
    optionCombo,
    periodType,
    ...(orgUnit !== undefined && { orgUnit }),
    ...(unitType !== undefined && { unitType }),
  };
}

export function publishLimits(limits: readonly KeptValueLimit[]): z.infer<typeof ValueLimits> {
  return {
    limits: limits.map(({ least, most, proposed = false, setBy, ...limit }) => ({
      ...limit,
      ...(least && { least: least.toFixed() }),
      ...(most && { most: most.toFixed() }),
      proposed,
      setBy: userName(setBy),
    })),
  };
}
