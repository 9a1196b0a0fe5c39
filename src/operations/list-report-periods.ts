import { listReportContentPeriods } from "#store/report-contents.ts";
import { listPeriodsWithValues } from "#store/data-values.ts";
import { isWithin, yearOf, type Period } from "#domain/period.ts";
import { periodName } from "#wording/period.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";

export interface ReportPeriod {
  readonly period: string;
  readonly name: string;
  /** Somebody has written text for it. */
  readonly hasContent: boolean;
  /** How many values were reported for the period, or for months and quarters in it. */
  readonly values: number;
}

/** The half-years that have values or text, newest first. */
export async function listReportPeriods(context: Context): Promise<ReportPeriod[]> {
  const { db, province } = context;
  allow(context, "read-figures", { orgUnit: province });
  const [counts, written] = await Promise.all([
    listPeriodsWithValues(db, province, "reported"),
    listReportContentPeriods(db, province, province),
  ]);
  const values = new Map<string, number>();
  for (const { period, count } of counts) {
    const halfYear = halfYearOf(period);
    if (halfYear !== undefined) values.set(halfYear, (values.get(halfYear) ?? 0) + count);
  }
  return [...new Set([...values.keys(), ...written.filter((period) => halfYearOf(period) === period)])]
    .toSorted((a, b) => b.localeCompare(a))
    .map((period) => ({
      period,
      name: periodName(period),
      hasContent: written.includes(period),
      values: values.get(period) ?? 0,
    }));
}

/** The half-year in which a period lies as a whole; longer ones, and weeks across a border, lie in none. */
function halfYearOf(period: Period): Period | undefined {
  return [1, 2].map((half) => `${yearOf(period)}-S${half}`).find((halfYear) => isWithin(period, halfYear));
}
