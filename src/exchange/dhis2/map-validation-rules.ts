import { validationOperators } from "#domain/expression/validation-operator.ts";
import type { RuleSide, ValidationRule } from "#domain/validation-rule.ts";
import type { Dhis2Metadata, Dhis2RuleSide, Dhis2ValidationRule } from "./metadata.ts";
import { translateOr } from "./map-indicators.ts";
import { distinctThings, namesOf, tidy, type Mapping } from "./mapping.ts";
import { periodTypeOf } from "./period-types.ts";

/** Validation rules with both sides in our names; what a rule cannot be without is told where it is lacking. */
export function mapValidationRules(mapping: Mapping, { validationRules }: Dhis2Metadata): ValidationRule[] {
  const { ruleKeys } = mapping.known;
  return distinctThings(mapping, "validationRules", validationRules).flatMap((thing): ValidationRule[] => {
    const left = mapSide(mapping, thing, "leftSide");
    const right = mapSide(mapping, thing, "rightSide");
    const periodType = periodTypeOf(thing.periodType);
    const operator = validationOperators.find((name) => name === thing.operator);
    if (!operator) mapping.remark("validationRules", thing, "operator-not-kept", { isLeftOut: true, facts: { operator: thing.operator } });
    if (!periodType) mapping.remark("validationRules", thing, "period-type-not-kept", { isLeftOut: true, facts: { periodType: thing.periodType } });
    if (!left || !right || !operator || !periodType) return [];
    const key = mapping.keyFor("validation-rule", thing, (other) => (ruleKeys.get(other) ?? thing.id) !== thing.id);
    mapping.addCode("validation-rule", thing.id, key);
    const explanation = tidy(thing.instruction ?? thing.description ?? "");
    return [
      {
        id: thing.id,
        key,
        name: namesOf(thing),
        left,
        operator,
        right,
        periodTypes: [periodType],
        levels: levelsOf(mapping, thing),
        severity: "warning", // there it is listed, and nothing is stopped by it
        explanation: { vi: explanation, en: explanation },
        externalId: thing.id,
      },
    ];
  });
} // prettier-ignore

function mapSide(
  mapping: Mapping,
  thing: Dhis2ValidationRule,
  side: "leftSide" | "rightSide",
): RuleSide | undefined {
  const given: Dhis2RuleSide = thing[side];
  const expression = translateOr(mapping, "validationRules", thing, side, given.expression);
  const description = tidy(given.description ?? "");
  if (expression === undefined) return undefined;
  return {
    expression,
    missing: given.missingValueStrategy,
    ...(description && { description: { vi: description, en: description } }),
  };
}

/** Levels given as numbers; the uid of a level says nothing without that server's own tree. */
function levelsOf(mapping: Mapping, thing: Dhis2ValidationRule): number[] {
  const levels = thing.organisationUnitLevels.filter((level) => typeof level === "number");
  const count = thing.organisationUnitLevels.length - levels.length;
  if (count > 0) mapping.remark("validationRules", thing, "levels-not-kept", { facts: { count } });
  return levels;
}
