import type { AggregateRule } from "./aggregate.ts";
import { decimal, type Decimal } from "./decimal.ts";
import { aggregates } from "./expression/aggregates.ts";
import type { AggregationType, ExpressionValue } from "./expression/item.ts";
import { isWithin, periodEnd, type Period } from "./period.ts";

/** One reported value, for the operands that are not sums: the greatest, the first, a formula of every value. */
export interface Report {
  readonly unit: string;
  readonly period: Period;
  readonly value: Decimal;
  readonly isEstimate: boolean;
}

type Along = "sum" | "avg" | "first" | "last" | "max" | "min" | "count" | "only";

/** How reports become one number: those of each unit over time, then the units; or all of them at once. */
type Way =
  | { readonly time: Along; readonly units: "sum" | "avg" | "max" | "min" | "first" | "last" | "only" }
  | { readonly all: "stddev" | "variance" };

const ways: Readonly<Record<AggregationType, Way>> = {
  SUM: { time: "sum", units: "sum" },
  AVERAGE: { time: "avg", units: "avg" },
  AVERAGE_SUM_ORG_UNIT: { time: "avg", units: "sum" },
  COUNT: { time: "count", units: "sum" },
  FIRST: { time: "first", units: "sum" },
  FIRST_AVERAGE_ORG_UNIT: { time: "first", units: "avg" },
  FIRST_FIRST_ORG_UNIT: { time: "first", units: "first" },
  LAST: { time: "last", units: "sum" },
  LAST_AVERAGE_ORG_UNIT: { time: "last", units: "avg" },
  LAST_LAST_ORG_UNIT: { time: "last", units: "last" },
  LAST_IN_PERIOD: { time: "last", units: "sum" },
  LAST_IN_PERIOD_AVERAGE_ORG_UNIT: { time: "last", units: "avg" },
  MAX: { time: "max", units: "max" },
  MAX_SUM_ORG_UNIT: { time: "max", units: "sum" },
  MIN: { time: "min", units: "min" },
  MIN_SUM_ORG_UNIT: { time: "min", units: "sum" },
  NONE: { time: "only", units: "only" },
  STDDEV: { all: "stddev" },
  VARIANCE: { all: "variance" },
};

/** Whether an aggregation type is how the element is added up anyway, so that its sums can be used. */
export function isOwnWay(type: AggregationType, { time, units }: AggregateRule): boolean {
  const way = ways[type];
  return "time" in way && way.units === units && way.time === { sum: "sum", last: "last", mean: "avg", exact: "only" }[time]; // prettier-ignore
}

/** How the reports of an element are put together when nothing is said. */
export function ownWay({ time, units }: AggregateRule): Way {
  const overTime = ({ sum: "sum", last: "last", mean: "avg", exact: "only" } as const)[time];
  return { time: overTime, units: units === "none" ? "only" : units };
}

/** Makes one number of reports; `undefined` for none, and where there should be only one and are several. */
export function aggregateBy(type: AggregationType | Way, reports: readonly Report[]): Decimal | undefined {
  const way = typeof type === "string" ? ways[type] : type;
  const inOrder = reports.toSorted((a, b) => compare(periodEnd(a.period), periodEnd(b.period)) || compare(a.unit, b.unit));
  if ("time" in way && way.time === "only" && reports.length > 1) return undefined;
  if ("all" in way) return aggregates.get(way.all)?.(inOrder.map(({ value }) => value));
  const ofUnits = [...byUnitOf(inOrder).values()].flatMap((own) => {
    const value = along(way.time, own.map((report) => report.value));
    return value === undefined ? [] : [{ value, end: periodEnd(own[way.time === "first" ? 0 : own.length - 1]!.period) }];
  });
  const byTime = ofUnits.toSorted((a, b) => compare(a.end, b.end));
  return along(way.units, byTime.map(({ value }) => value));
} // prettier-ignore

function along(way: Along, values: readonly Decimal[]): Decimal | undefined {
  switch (way) {
    case "first":
      return values[0];
    case "last":
      return values.at(-1);
    case "count":
      return values.length === 0 ? undefined : decimal(values.length);
    case "only":
      return values.length === 1 ? values[0] : undefined;
    default:
      return aggregates.get(way)?.(values);
  }
}

/** The reports after a formula was used on each; what it makes nothing of is left out. */
export function applyToReports(
  reports: readonly Report[],
  apply: (value: ExpressionValue) => ExpressionValue | undefined,
): Report[] {
  return reports.flatMap((report) => {
    const value = apply(report.value);
    if (typeof value === "boolean") return [{ ...report, value: decimal(value ? 1 : 0) }];
    return typeof value === "object" ? [{ ...report, value }] : [];
  });
}

/** Leaves out what is a part of another report: of a unit below another, or of a shorter period. Never both. */
export function withoutParts(
  reports: readonly Report[],
  parentOf: (unit: string, day: string) => string | undefined,
): Report[] {
  const byUnit = byUnitOf(reports);
  return reports.filter((report) => {
    const day = periodEnd(report.period);
    for (let unit: string | undefined = report.unit; unit !== undefined; unit = parentOf(unit, day)) {
      const wholes = byUnit.get(unit) ?? [];
      if (wholes.some((whole) => isPartOf(report, whole))) return false;
    }
    return true;
  });
}

function isPartOf(part: Report, whole: Report): boolean {
  if (part.unit === whole.unit && part.period === whole.period) return false;
  return isWithin(part.period, whole.period);
}

function byUnitOf(reports: readonly Report[]): Map<string, Report[]> {
  const groups = new Map<string, Report[]>();
  for (const report of reports) {
    const group = groups.get(report.unit);
    if (group) group.push(report);
    else groups.set(report.unit, [report]);
  }
  return groups;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
