import { compileRule, findUnreadableItem } from "#domain/check-values/rules.ts";
import { describeExpression, type CompiledExpression } from "#domain/expression/compile-expression.ts";
import { checkFormula } from "#domain/indicator-formula.ts";
import { spellItem } from "#domain/expression/item.ts";
import { indexReferences, type References } from "#domain/indicator-references.ts";
import { Refusal } from "#domain/refusal.ts";
import type { ValidationRule } from "#domain/validation-rule.ts";
import { saveValidationRules } from "#store/validation-rules.ts";
import { formulaProblemText } from "#wording/formula-errors.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { fetchFormulaCatalogue } from "./formula-catalogue.ts";

/** Both sides of a rule as people read them: names in place of keys. */
export interface DescribedRule {
  readonly left: string;
  readonly right: string;
}

/**
 * Checks a rule without keeping it and says both sides in words. Refuses `validation-rule-unreadable` (at the
 * character) and `validation-rule-unusable-item`.
 */
export async function describeValidationRule(
  { db, province }: Context,
  rule: Pick<ValidationRule, "left" | "right">,
): Promise<DescribedRule> {
  const words = indexReferences(await fetchFormulaCatalogue(db, province));
  for (const side of ["left", "right"] as const) requireReadable(side, rule[side].expression, words);
  const compiled = compileRule({ ...emptyRule, ...rule });
  const stranger = findUnreadableItem(compiled, words);
  if (stranger)
    throw new Refusal("validation-rule-unusable-item", { side: stranger.side, item: stranger.item });
  return { left: describe(compiled.left, words), right: describe(compiled.right, words) };
}

/** Keeps a rule as a new version, once it can be run. Refuses as above, and `validation-rule-key-taken`. */
export async function defineValidationRule(
  context: Context,
  rule: ValidationRule,
  reason?: string,
): Promise<DescribedRule> {
  allow(context, "manage-catalogue", { orgUnit: context.province });
  const described = await describeValidationRule(context, rule);
  const change = { by: context.user.id, ...(reason !== undefined && { reason }) };
  await context.db.transaction((tx) => saveValidationRules(tx, context.province, [rule], change));
  return described;
}

function requireReadable(side: "left" | "right", expression: string, words: References): void {
  const [problem] = checkFormula(expression, words).problems;
  if (!problem) return;
  throw new Refusal("validation-rule-unreadable", {
    side,
    offset: problem.from + 1,
    problem: formulaProblemText(problem, "vi"),
    problemEn: formulaProblemText(problem, "en"),
  });
}

function describe(compiled: CompiledExpression, words: References): string {
  return describeExpression(compiled, (item) => {
    const reference = words.find(item);
    return "kind" in reference && reference.kind === "cells" && reference.cells[0]
      ? reference.cells[0].element.name.vi
      : spellItem(item);
  });
}

const emptyRule: Omit<ValidationRule, "left" | "right"> = {
  id: "",
  key: "",
  name: { vi: "", en: "" },
  operator: "equal_to",
  periodTypes: [],
  levels: [],
  severity: "warning",
  explanation: { vi: "", en: "" },
};
