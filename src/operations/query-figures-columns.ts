import { yearToDateParts } from "#domain/aggregate-periods.ts";
import type { ComparisonBase, FigureRole } from "#domain/figure.ts";
import { periodEnd, yearPeriod, type Period } from "#domain/period.ts";
import { basePeriod } from "#domain/resolve-figure.ts";
import type { TreeChoice, TreeComparison } from "#domain/tree-comparison.ts";
import type { QueryFigures } from "./query-figures-table.ts";

/** One period in one role: what the cells below it have in common. */
export interface Column {
  readonly period: Period;
  readonly role: FigureRole;
  readonly against: ComparisonBase | undefined;
  readonly yearToDate: boolean;
  /** The period whose value is asked for: of last year's column, last year. */
  readonly asked: Period;
  /** The periods whose values go into it, each with the tree it is put on. */
  readonly trees: ReadonlyMap<Period, TreeChoice>;
  /** The periods read: the one shown and its base, or their parts since January. */
  readonly read: readonly Period[];
  /** The years around them, for what is collected once a year. */
  readonly years: readonly Period[];
}

/** The columns of a table: roles within periods. */
export function listColumns(
  periods: readonly Period[],
  roles: readonly FigureRole[],
  { tree = "as-it-stood", against, yearToDate = false }: QueryFigures,
  trees: TreeComparison,
): Column[] {
  return periods.flatMap((period) =>
    roles.map((role): Column => {
      const comparison = role.startsWith("growth_") ? against : undefined;
      const base = isComparison(role) ? [basePeriod({ period, ...(comparison && { against: comparison }) })] : []; // prettier-ignore
      const toDate = yearToDate || role === "cumulative";
      const partsOf = (of: Period) => (toDate ? yearToDateParts(of) : [of]);
      const onTree = (of: Period, chosen: TreeChoice) =>
        [of, ...partsOf(of), yearPeriod(of)].map((part): [Period, TreeChoice] => [part, chosen]);
      return {
        period,
        role,
        against: comparison,
        yearToDate: toDate,
        asked: role === "prior_year" ? base[0]! : period,
        trees: new Map([
          ...base.flatMap((of) => onTree(of, baseTree(trees, tree, of, period))),
          ...onTree(period, tree),
        ]),
        read: [period, ...base].flatMap(partsOf),
        years: [period, ...base].map(yearPeriod),
      };
    }),
  );
}

/**
 * A comparison puts its base on the tree of the period compared, so that the morning after a reform last year is still
 * there to compare with.
 */
function baseTree(trees: TreeComparison, tree: TreeChoice, base: Period, period: Period): TreeChoice {
  const day = periodEnd(period);
  return tree !== "as-it-stood" || trees.isSameTree(periodEnd(base), day) ? tree : day;
}

function isComparison(role: FigureRole): boolean {
  return role === "prior_year" || role.startsWith("growth_");
}

/** The tree of a period that goes into a column. */
export function treeIn({ trees, period }: Column, of: Period): TreeChoice {
  return trees.get(of) ?? trees.get(period)!;
}
