import type { DataElement } from "./data-element.ts";
import { decimal, divide, sum } from "./decimal.ts";
import { divisions, monthCount, periodType, type Period, type PeriodType } from "./period.ts";

/** How values of an element go up the tree and along time, as far as adding up many of them goes. */
export interface AggregateRule {
  /** Over units: added, the least of them, or every unit for itself. */
  readonly units: "sum" | "min" | "none";
  /** Over time: added, the last of each unit, the mean of the periods, or only what was reported for just the period. */
  readonly time: "sum" | "last" | "mean" | "exact";
}

const timesOf: Readonly<Record<DataElement["timeNature"], AggregateRule["time"]>> = {
  flow: "sum",
  stock: "last",
  cumulative: "last",
  average: "mean",
  rate: "exact",
};

/** How an element is aggregated; what a formula makes of it is computed afterwards from the aggregates. */
export function aggregateRule(element: DataElement): AggregateRule {
  const { formula, orgNature, timeNature } = element;
  if (formula?.kind === "org-unit-count") return { units: "none", time: "exact" }; // else they are counted
  return {
    units: timeNature !== "rate" && (orgNature === "sum" || orgNature === "min") ? orgNature : "none",
    time: timesOf[timeNature],
  };
}

/** Reports of one type of period for one cell, unit and period, added up by the database. */
export interface ReportSum {
  /** The unit's own reports, or those of the units below it. */
  readonly own: boolean;
  readonly kind: PeriodType;
  /** For just the period asked, not for parts of it. */
  readonly isWhole: boolean;
  /** How many periods of this type the period asked has. */
  readonly span: number;
  /** Of flows and averages the sum over time; of stocks the sum of each unit's last value. An exact decimal. */
  readonly sum: string;
  /** Values, how many units they come from, of how many periods, and how many of them in the last period. */
  readonly count: number;
  readonly units: number;
  readonly periods: number;
  readonly last: number;
  readonly estimates: number;
  /** How many values the units that report this element would have given. */
  readonly expected: number;
}

/** An aggregated value and how complete it is. */
export interface Aggregate {
  /** An exact decimal as text: most values are only printed, and few are computed with. */
  readonly value: string;
  /** Values there are, of how many the reporting units would give; of a stock, units. */
  readonly reported: number;
  readonly expected: number;
  /** Units whose last value is older than the period's last month. */
  readonly carried: number;
  readonly isEstimate: boolean;
  /** Made with shares of units that were divided. */
  readonly isApportioned?: boolean;
}

/** Estimated, divided by shares, or with reports lacking. */
export function isProvisional(found: Aggregate): boolean {
  return found.isEstimate || found.isApportioned === true || found.reported + found.carried < found.expected;
}

/** Where an aggregate finds its sums; an opened unit is put together from the units directly below it. */
export interface ReportSums {
  find(unit: string, period: Period): readonly ReportSum[];
  isOpened(unit: string, period: Period): boolean;
  childrenOf(unit: string, period: Period): readonly string[];
  /** Whether the units below changed within the period, so that each part of it has a tree of its own. */
  isTreeChanging(unit: string, period: Period): boolean;
}

/**
 * Whether the sums of a unit may be taken as they are. Not so when reports of several types of period, or the unit's
 * own and those below it, would count the same thing twice: then it has to be opened.
 */
export function isUnambiguous(sums: readonly ReportSum[]): boolean {
  if (sums.length <= 1) return true;
  return sums.filter(({ count }) => count > 0).length <= 1 || exactReport(sums) !== undefined;
}

/**
 * The value of one cell for a unit and period: what the unit reported for exactly this period; else its units below;
 * else its shorter periods. Never two of them together. Means of periods are taken before units are added.
 */
export function aggregateReports(
  sums: ReportSums,
  rule: AggregateRule,
  unit: string,
  period: Period,
  ownOnly = false,
): Aggregate | undefined {
  const here = sums.find(unit, period).filter(({ count, own }) => count > 0 && (own || !ownOnly));
  const exact = exactReport(here);
  if (exact) return ofSum(exact, rule);
  if (rule.time === "exact") return undefined;
  if (!ownOnly && !sums.isOpened(unit, period)) {
    const [only] = here;
    return only && ofSum(only, rule);
  }
  if (ownOnly && here.length === 1) return ofSum(here[0]!, rule);
  const fromUnits = () => (ownOnly ? undefined : ofUnits(sums, rule, unit, period));
  const fromPeriods = () => ofPeriods(sums, rule, unit, period, ownOnly);
  const periodsFirst = rule.time === "mean" || (rule.time === "sum" && sums.isTreeChanging(unit, period));
  return periodsFirst ? (fromPeriods() ?? fromUnits()) : (fromUnits() ?? fromPeriods());
}

/** What the unit itself reported for just the period. */
export function exactReport(sums: readonly ReportSum[]): ReportSum | undefined {
  return sums.find(({ own, isWhole, count }) => own && isWhole && count > 0);
}

function ofSum(found: ReportSum, rule: AggregateRule): Aggregate {
  const { own, sum: total, count, units, last } = found;
  const isEstimate = found.estimates > 0;
  if (rule.time === "last") {
    const expected = own ? 1 : Math.max(found.expected, units);
    return { value: total, reported: last, expected, carried: units - last, isEstimate };
  }
  const value = rule.time === "mean" ? meanOf(total, found.periods) : total;
  const expected = own ? found.span : Math.max(found.expected, count);
  return { value, reported: count, expected, carried: 0, isEstimate };
}

function meanOf(total: string, count: number): string {
  return count <= 1 ? total : divide(decimal(total), decimal(count))!.toFixed();
}

function ofUnits(sums: ReportSums, rule: AggregateRule, unit: string, period: Period): Aggregate | undefined {
  if (rule.units === "none") return undefined;
  const parts = sums
    .childrenOf(unit, period)
    .map((child) => aggregateReports(sums, rule, child, period))
    .filter((part) => part !== undefined);
  return rule.units === "min" ? leastOf(parts) : addAggregates(parts);
}

function ofPeriods(
  sums: ReportSums,
  rule: AggregateRule,
  unit: string,
  period: Period,
  ownOnly: boolean,
): Aggregate | undefined {
  const kinds = new Set(sums.find(unit, period).flatMap(({ kind, count, own }) => (count > 0 && (own || !ownOnly) ? kind : []))); // prettier-ignore
  for (const periods of divisions(period)) {
    if (!kinds.has(periodType(periods[0]!))) continue; // nobody here reports by such periods
    const found = periods.map((part) => aggregateReports(sums, rule, unit, part, ownOnly));
    const parts = found.filter((part) => part !== undefined);
    const total = addAggregates(parts);
    if (!total) continue;
    if (rule.time === "last") return lastOf(found, periods.length);
    const lacking = (periods.length - parts.length) * Math.max(1, total.expected / parts.length);
    const expected = Math.round(total.expected + lacking);
    const value = rule.time === "mean" ? meanOf(total.value, parts.length) : total.value;
    return { ...total, value, expected };
  }
  return undefined;
}

/** Parts of a year put together to date; `undefined` stands for a part without reports. */
export function aggregateToDate(
  rule: AggregateRule,
  parts: readonly { readonly period: Period; readonly found: Aggregate | undefined }[],
): Aggregate | undefined {
  const there = parts.flatMap(({ period, found }) => (found ? [{ found, months: monthCount(period) }] : []));
  if (rule.time === "last" || rule.time === "exact") return lastOf(parts.map(({ found }) => found), parts.length); // prettier-ignore
  const isMean = rule.time === "mean";
  const weigh = (found: Aggregate, by: number) => ({ ...found, value: times(found.value, by) });
  const total = addAggregates(there.map(({ found, months: by }) => (isMean ? weigh(found, by) : found)));
  if (!total) return undefined;
  const months = there.reduce((all, part) => all + part.months, 0);
  const inAll = parts.reduce((all, { period }) => all + monthCount(period), 0);
  return {
    ...total,
    value: isMean ? meanOf(total.value, months) : total.value,
    expected: Math.round((total.expected * inAll) / months),
  };
}

/** What was last known; all of it is carried when it is older than the last part of the period. */
function lastOf(found: readonly (Aggregate | undefined)[], length: number): Aggregate | undefined {
  const at = found.findLastIndex((part) => part !== undefined);
  const part = found[at];
  return part && at < length - 1 ? { ...part, reported: 0, carried: part.reported + part.carried } : part;
}

/** The sum of aggregates, each counted with its share; `undefined` for none. */
export function addAggregates(parts: readonly Aggregate[]): Aggregate | undefined {
  if (parts.length === 1) return parts[0];
  const value = sum(parts.map((part) => decimal(part.value)));
  return value && { ...together(parts), value: value.toFixed() };
}

/** The least of aggregates. */
export function leastOf(parts: readonly Aggregate[]): Aggregate | undefined {
  const [first, ...rest] = parts;
  if (!first) return undefined;
  const value = rest.reduce(
    (least, part) => (decimal(part.value).lt(least) ? part.value : least),
    first.value,
  );
  return { ...together(parts), value };
}

/** A share of an aggregate: what a divided unit gives to one of its successors. */
export function shareOf(part: Aggregate, share: number): Aggregate {
  return share === 1 ? part : { ...part, value: times(part.value, share), isApportioned: true };
}

function times(value: string, factor: number): string {
  return decimal(value).times(decimal(factor)).toFixed();
}

function together(parts: readonly Aggregate[]): Omit<Aggregate, "value"> {
  const total = (amount: "reported" | "expected" | "carried") =>
    parts.reduce((all, part) => all + part[amount], 0);
  return {
    reported: total("reported"),
    expected: total("expected"),
    carried: total("carried"),
    isEstimate: parts.some((part) => part.isEstimate),
    ...(parts.some((part) => part.isApportioned) && { isApportioned: true }),
  };
}
