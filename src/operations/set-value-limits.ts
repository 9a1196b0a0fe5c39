import { proposeLimit, type ValueLimit } from "#domain/check-values/limits.ts";
import { comparableNumber, periodsBefore } from "#domain/check-values/series.ts";
import { periodType } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import { listDataElements } from "#store/data-elements.ts";
import { listValueHistories } from "#store/value-histories.ts";
import {
  deleteValueLimit, listValueLimits as listLimits, saveValueLimits, type KeptValueLimit, type LimitScope,
} from "#store/value-limits.ts"; // prettier-ignore
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { chooseItems, choosePeriods } from "./query-figures-selection.ts";

/** Sets limits that somebody typed. Refuses `limit-empty`, `limit-upside-down` and `limit-two-scopes`. */
export async function setValueLimits(context: Context, limits: readonly ValueLimit[]): Promise<number> {
  const { db, province, user } = context;
  allow(context, "manage-catalogue", { orgUnit: province });
  for (const limit of limits) requireSense(limit);
  return saveValueLimits(db, province, limits, { by: user.id });
}

function requireSense({ least, most, orgUnit, unitType }: ValueLimit): void {
  if (!least && !most) throw new Refusal("limit-empty");
  if (least && most && least.gt(most)) {
    throw new Refusal("limit-upside-down", { least: least.toFixed(), most: most.toFixed() });
  }
  if (orgUnit !== undefined && unitType !== undefined) throw new Refusal("limit-two-scopes");
}

/** All limits. */
export function listValueLimits({ db, province }: Context): Promise<KeptValueLimit[]> {
  return listLimits(db, province);
}

/** Takes a limit away. Refuses `unknown-limit`. */
export async function removeValueLimit(context: Context, scope: LimitScope): Promise<void> {
  const { db, province } = context;
  allow(context, "manage-catalogue", { orgUnit: province });
  return deleteValueLimit(db, province, scope);
}

/**
 * Proposes limits for each unit from what it reported before a period, and keeps them where nobody set any. Answers how
 * many were new. Refuses `unknown-key` and `unknown-period`.
 */
export async function proposeValueLimits(
  context: Context,
  { items, period }: { readonly items: readonly string[]; readonly period: string },
): Promise<number> {
  const { db, province, user } = context;
  allow(context, "manage-catalogue", { orgUnit: province });
  const [before] = choosePeriods([period]);
  const elements = await listDataElements(db, province);
  const keys = new Set(chooseItems(items.map((key) => ({ key })), elements).map(({ key }) => key)); // prettier-ignore
  const chosen = elements.filter((element) => keys.has(element.key));
  const histories = await listValueHistories(db, {
    province,
    source: "reported",
    elements: chosen.map(({ id }) => id),
    periods: periodsBefore(before!),
  });
  const byId = new Map(chosen.map((element) => [element.id, element]));
  const limits = histories.flatMap(({ element, optionCombo, orgUnit, values }) => {
    const history = values.flatMap((value) => comparableNumber(value) ?? []);
    const limit = proposeLimit(history, byId.get(element)!);
    return limit ? [{ element, optionCombo, orgUnit, periodType: periodType(before!), proposed: true, ...limit }] : []; // prettier-ignore
  });
  return saveValueLimits(db, province, limits, { by: user.id, onlyNew: true });
}
