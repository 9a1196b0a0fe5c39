import type { PeriodType } from "#domain/period.ts";

const types: ReadonlyMap<string, PeriodType> = new Map([
  ["Weekly", "week"],
  ["Monthly", "month"],
  ["Quarterly", "quarter"],
  ["SixMonthly", "half-year"],
  ["Yearly", "year"],
]);

/** The period type by its name in DHIS2; `undefined` for days, fortnights, financial years and the like. */
export function periodTypeOf(name: string): PeriodType | undefined {
  return types.get(name);
}
