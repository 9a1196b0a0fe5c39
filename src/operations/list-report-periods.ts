import { listReportContentPeriods } from "#store/report-contents.ts";
import { listPeriodsWithValues } from "#store/data-values.ts";
import { periodType } from "#domain/period.ts";
import { periodName } from "#wording/period.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";

export interface ReportPeriod {
  readonly period: string;
  readonly name: string;
  /** Somebody has written text for it. */
  readonly hasContent: boolean;
  /** How many values were reported for the period itself. */
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
  const values = new Map(counts.map(({ period, count }) => [period, count]));
  return [...new Set([...values.keys(), ...written])]
    .filter((period) => periodType(period) === "half-year")
    .toSorted((a, b) => b.localeCompare(a))
    .map((period) => ({
      period,
      name: periodName(period),
      hasContent: written.includes(period),
      values: values.get(period) ?? 0,
    }));
}
