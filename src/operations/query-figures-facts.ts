import {
  addAggregates, aggregateReports, aggregateRule, aggregateToDate, exactReport, isProvisional, leastOf, shareOf,
  type Aggregate, type AggregateRule, type ReportSums,
} from "#domain/aggregate.ts"; // prettier-ignore
import { yearToDateParts } from "#domain/aggregate-periods.ts";
import type { DataElement } from "#domain/data-element.ts";
import type { DataSource, DataValue } from "#domain/data-value.ts";
import { decimal } from "#domain/decimal.ts";
import type { FigureFacts } from "#domain/figure-facts.ts";
import type { Figure } from "#domain/figure.ts";
import { placementOn, type OrgUnit } from "#domain/org-unit.ts";
import { periodType, yearPeriod, type Period } from "#domain/period.ts";
import type { TreeChoice, TreeComparison } from "#domain/tree-comparison.ts";
import { treeIn, type Column } from "./query-figures-columns.ts";
import type { NeededSeries } from "./query-figures-series.ts";
import type { FindSums } from "./query-figures-sums.ts";

/** The values of one column as figures find them. */
export interface ColumnFacts {
  readonly facts: FigureFacts;
  /** Answers, unit by unit, the aggregate of a cell of an element for the period asked. */
  readonly aggregatesOf: (element: DataElement, combo: string) => (unit: string) => Aggregate | undefined;
}

export interface AggregatedFacts {
  readonly factsOf: (column: Column) => ColumnFacts;
  /** How complete the values are that a figure was made of. */
  readonly completenessOf: (figure: Figure) => Pick<Aggregate, "reported" | "expected" | "carried">;
}

/**
 * Aggregates in place of reported values, so that formulas, plans and comparisons are computed from them by the very
 * code that computes the report's figures.
 */
export function aggregateFacts({
  base,
  trees,
  findSums,
  source,
}: {
  readonly base: FigureFacts;
  readonly trees: TreeComparison;
  readonly findSums: FindSums;
  readonly source: DataSource;
}): AggregatedFacts {
  const made = new WeakMap<DataValue, Aggregate>();
  const known = new Map<string, Aggregate | undefined>();

  function aggregateOn(
    series: NeededSeries,
    period: Period,
    unit: string,
    tree: TreeChoice,
  ): Aggregate | undefined {
    const name = `${series.element.id}|${series.combo}|${period}|${unit}|${tree}`;
    if (known.has(name)) return known.get(name);
    const found = compute(series, period, unit, tree);
    known.set(name, found);
    return found;
  }

  function compute(
    series: NeededSeries,
    period: Period,
    unit: string,
    tree: TreeChoice,
  ): Aggregate | undefined {
    return computeFrom(findSums(series), aggregateRule(series.element), period, unit, tree);
  }

  function computeFrom(
    sums: ReportSums,
    rule: AggregateRule,
    period: Period,
    unit: string,
    tree: TreeChoice,
  ): Aggregate | undefined {
    if (tree === "as-it-stood" && (rule.units !== "sum" || rule.time !== "last"))
      return aggregateReports(sums, rule, unit, period, rule.units === "none");
    const exact = () => aggregateReports(sums, rule, unit, period, true);
    if (exactReport(sums.find(unit, period))) return exact();
    const composition = trees.compose(unit, period, tree, rule.time === "last");
    if (composition.kind !== "terms") return undefined;
    const { terms } = composition;
    if (rule.units === "none" && (terms.length !== 1 || terms[0]!.share !== 1)) return exact();
    const parts = terms.flatMap(({ unit: from, period: of, share, ownOnly }) => {
      const part = aggregateReports(sums, rule, from, of, ownOnly === true || rule.units === "none");
      return part ? [shareOf(part, share)] : [];
    });
    return rule.units === "min" ? leastOf(parts) : addAggregates(parts);
  }

  function toDate(
    series: NeededSeries,
    period: Period,
    unit: string,
    tree: TreeChoice,
  ): Aggregate | undefined {
    const parts = yearToDateParts(period).map((part) => ({
      period: part,
      found: aggregateOn(series, part, unit, tree),
    }));
    return parts.length === 1 ? parts[0]!.found : aggregateToDate(aggregateRule(series.element), parts);
  }

  function factsOf(column: Column): ColumnFacts {
    const find = column.yearToDate ? toDate : aggregateOn;
    const tree = treeIn(column, column.period);

    function valueOf(series: NeededSeries, period: Period, unit: string): Aggregate | undefined {
      return find(series, period, unit, treeIn(column, period));
    }

    /** What is collected once a year holds for all of it, unless something was reported for just this period. */
    function yearOf(series: NeededSeries, period: Period, unit: string): Aggregate | undefined {
      if (!isOfYear(series.element, period)) return undefined;
      if (exactReport(findSums(series).find(unit, period))) return undefined;
      const year = yearPeriod(period);
      return aggregateOn(series, year, unit, treeIn(column, year));
    }

    function aggregatesOf(element: DataElement, combo: string): (unit: string) => Aggregate | undefined {
      const [series, period] = [{ element, combo }, column.asked];
      if (column.yearToDate || isOfYear(element, period))
        return (unit) => yearOf(series, period, unit) ?? valueOf(series, period, unit);
      const [sums, rule, on] = [findSums(series), aggregateRule(element), treeIn(column, period)];
      return (unit) => computeFrom(sums, rule, period, unit, on); // asked once, not worth remembering
    }

    return {
      aggregatesOf,
      facts: {
        ...base,
        orgUnits: tree === "as-it-stood" ? base.orgUnits : freeze(base.orgUnits, tree),
        findValue: (id, combo, period, unit) => {
          const element = base.elementById(id);
          const found = element && valueOf({ element, combo }, period, unit);
          if (!found || yearOf({ element, combo }, period, unit)) return undefined; // it asks for the year then
          const value = asValue(element, combo, period, unit, found);
          made.set(value, found);
          return value;
        },
      },
    };
  }

  function asValue(
    element: DataElement,
    combo: string,
    period: Period,
    unit: string,
    found: Aggregate,
  ): DataValue {
    return {
      element: element.id,
      optionCombo: combo,
      period,
      orgUnit: unit,
      value: decimal(found.value),
      source,
      ...(isProvisional(found) && { estimate: true }),
    };
  }

  return {
    factsOf,
    completenessOf: (figure) => {
      const parts = listValues(figure).flatMap((value) => made.get(value) ?? []);
      const total = (amount: "reported" | "expected" | "carried") => parts.reduce((all, part) => all + part[amount], 0); // prettier-ignore
      return { reported: total("reported"), expected: total("expected"), carried: total("carried") };
    },
  };
}

/** Whether it is collected once a year and asked for a part of it. */
function isOfYear({ collected, timeNature }: DataElement, period: Period): boolean {
  return collected === "year" && timeNature === "stock" && periodType(period) !== "year";
}

/** The values a figure was made of. */
function listValues({ provenance }: Figure): DataValue[] {
  if (provenance.kind === "reported") return [provenance.value];
  if (provenance.kind === "computed" || provenance.kind === "missing")
    return provenance.operands.flatMap(listValues);
  return provenance.kind === "parts" ? provenance.parts.flatMap(listValues) : [];
}

/** The units as they stand on one day, for all time. */
function freeze(units: readonly OrgUnit[], day: string): OrgUnit[] {
  return units.map((unit) => {
    const placement = placementOn(unit, day);
    const { parent, level } = placement ?? {};
    return {
      ...unit,
      placements: level === undefined ? [] : [{ level, ...(parent !== undefined && { parent }) }],
    };
  });
}
