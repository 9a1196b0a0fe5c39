import { periodsBefore } from "#domain/check-values/series.ts";
import type { CellValues } from "#domain/form-cell.ts";
import { cellName } from "#domain/form-cell.ts";
import { entryCells } from "#domain/form.ts";
import { plainDecimal } from "#domain/form-values.ts";
import { rulesOfForm } from "#domain/hand-in-check.ts";
import { placementOn } from "#domain/org-unit.ts";
import { periodEnd } from "#domain/period.ts";
import type { ValidationRule } from "#domain/validation-rule.ts";
import type { Queryable } from "#store/database.ts";
import { listCellValues } from "#store/submission-values.ts";
import { listValidationRules } from "#store/validation-rules.ts";
import type { SubmissionPlace } from "./submission-place.ts";

/** The rules that a form can break by itself, for this unit and period. */
export async function listFormRules(
  db: Queryable,
  province: string,
  { elements, key, unit, dataSet }: Pick<SubmissionPlace, "elements" | "key" | "unit" | "dataSet">,
): Promise<ValidationRule[]> {
  const { period } = key;
  const level = placementOn(unit, periodEnd(period, dataSet.periodRule))?.level;
  return rulesOfForm(await listValidationRules(db, province), { elements, period, level });
}

/** What a unit reported for the cells of a form, by period. */
export type FormHistory = ReadonlyMap<string, CellValues>;

/** The values of a form's cells in this period and in those that checks look back to, and in any others named. */
export async function readFormHistory(
  db: Queryable,
  province: string,
  { layout, key, dataSet }: Pick<SubmissionPlace, "layout" | "key" | "dataSet">,
  others: readonly string[] = [],
): Promise<FormHistory> {
  const periods = [...new Set([key.period, ...periodsBefore(key.period), ...others])];
  const denominators = dataSet.sections.flatMap(({ rows }) => rows.flatMap(({ denominator }) => denominator ?? [])); // prettier-ignore
  const elements = [...new Set([...entryCells(layout).map(({ element }) => element), ...denominators])];
  const found = await listCellValues(db, province, { elements, periods, orgUnit: key.orgUnit });
  const byPeriod = new Map<string, Record<string, string>>();
  for (const { element, optionCombo, period, value } of found) {
    const values = byPeriod.get(period) ?? {};
    byPeriod.set(period, values);
    values[cellName(element, optionCombo)] = plainDecimal(value);
  }
  return byPeriod;
}
