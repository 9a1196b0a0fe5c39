import type { KeptValidationRule } from "#domain/validation-rule.ts";
import { Refusal } from "#domain/refusal.ts";
import { listRuleVersions, listValidationRules as listRules, type RuleVersion } from "#store/validation-rules.ts"; // prettier-ignore
import type { Context } from "./context.ts";

/** The rules that count now. */
export function listValidationRules({ db, province }: Context): Promise<KeptValidationRule[]> {
  return listRules(db, province);
}

/** Every version of a rule, the last first. Refuses `unknown-validation-rule`. */
export async function listVersionsOfRule({ db, province }: Context, id: string): Promise<RuleVersion[]> {
  const versions = await listRuleVersions(db, province, id);
  if (versions.length === 0) throw new Refusal("unknown-validation-rule", { rule: id });
  return versions;
}
