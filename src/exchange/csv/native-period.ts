import type { DataElement } from "#domain/data-element.ts";
import type { FigureRole } from "#domain/figure.ts";
import {
  longestPeriodEndingOn,
  periodEnd,
  periodType,
  samePeriodLastYear,
  type Period,
} from "#domain/period.ts";

/** The period a value is kept under, and its day when that is not the period's last. */
export interface NativePeriod {
  readonly period: Period;
  readonly asOf?: string;
}

/**
 * Turns the period and day of a figure into the period its value is kept under. A figure of last year and a stock
 * of another day print under the report's period: their day tells where they belong.
 * Returns a finding code when the role cannot stand with the period.
 */
export function nativePeriod(
  element: DataElement,
  role: FigureRole,
  period: Period,
  asOf: string | undefined,
): NativePeriod | "period-not-month" | "cumulative-without-period" {
  if (role === "in_month" && periodType(period) !== "month") return "period-not-month";
  if (role === "cumulative" && element.timeNature === "flow") return cumulativePeriod(period, asOf);
  if (role === "plan") return { period };
  if (asOf === undefined || asOf === periodEnd(period)) return { period };
  const lastYear = samePeriodLastYear(period);
  if (role === "prior_year" && asOf === periodEnd(lastYear)) return { period: lastYear };
  const other = isOfOneDay(element, role) ? longestPeriodEndingOn(asOf) : undefined;
  return other === undefined ? { period, asOf } : { period: other };
}

/** A stock or a rate holds on a day; a flow fills its period. */
function isOfOneDay(element: DataElement, role: FigureRole): boolean {
  const byRole = role === "stock" || role === "percent" || role === "rate";
  return byRole || element.timeNature === "stock" || element.timeNature === "rate";
}

/** Since January up to June is the half-year; up to May is no period of its own. */
function cumulativePeriod(
  period: Period,
  asOf: string | undefined,
): NativePeriod | "cumulative-without-period" {
  const since = longestPeriodEndingOn(periodEnd(period));
  if (since === undefined) return "cumulative-without-period";
  return asOf === undefined || asOf === periodEnd(since) ? { period: since } : { period: since, asOf };
}
