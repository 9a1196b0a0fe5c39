import type { IndicatorChange, IndicatorDetail } from "#contract/indicator.ts";
import { requireNoKnot, withIndicators } from "#domain/indicator-cycles.ts";
import { checkFormula } from "#domain/indicator-formula.ts";
import type { Indicator } from "#domain/indicator.ts";
import { indexReferences, type References } from "#domain/indicator-references.ts";
import { Refusal } from "#domain/refusal.ts";
import { findIndicator, lockIndicators, saveIndicators } from "#store/indicators.ts";
import { formulaProblemText } from "#wording/formula-errors.ts";
import { allow } from "./access.ts";
import { userName, type Context } from "./context.ts";
import { fetchFormulaCatalogue } from "./formula-catalogue.ts";
import { getIndicator } from "./list-indicators.ts";

/**
 * Keeps an indicator, new or as the next version of one. Refuses a formula that cannot be used
 * (`indicator-formula-wrong`), a circle (`indicator-cycle`), a key that is a data element's (`indicator-key-taken`), a
 * change without a reason (`indicator-reason-missing`) and one of a version that is the last no more
 * (`indicator-changed-meanwhile`).
 */
export async function defineIndicator(
  context: Context,
  key: string,
  { version = 0, reason, ...body }: IndicatorChange,
): Promise<IndicatorDetail> {
  const { db, province, user } = context;
  allow(context, "manage-catalogue", { orgUnit: province });
  const indicator: Indicator = { key, ...body };
  await db.transaction(async (tx) => {
    await lockIndicators(tx, province);
    const before = await findIndicator(tx, province, key);
    if (!before && version > 0) throw new Refusal("unknown-indicator", { key });
    if (before && before.version !== version) {
      throw new Refusal("indicator-changed-meanwhile", { key, by: userName(before.changedBy), version: before.version }); // prettier-ignore
    }
    if (before && !reason) throw new Refusal("indicator-reason-missing");
    const catalogue = await fetchFormulaCatalogue(tx, province);
    if (catalogue.elements.some((element) => element.key === key || element.id === key)) {
      throw new Refusal("indicator-key-taken", { key });
    }
    const references = indexReferences(withIndicators(catalogue, [indicator]));
    requireUsable(indicator, references);
    await saveIndicators(tx, province, [indicator], { by: user.id, ...(reason && { reason }) });
  });
  return getIndicator(context, key);
}

/** Refuses the first problem of either formula, and circles. */
function requireUsable(indicator: Indicator, references: References): void {
  for (const side of ["numerator", "denominator"] as const) {
    const [problem] = checkFormula(indicator[side], references).problems;
    if (!problem) continue;
    const words = {
      problem: formulaProblemText(problem, "vi"),
      problem_en: formulaProblemText(problem, "en"),
    };
    throw new Refusal("indicator-formula-wrong", { side, ...words, from: problem.from });
  }
  requireNoKnot(references, [indicator.key]);
}
