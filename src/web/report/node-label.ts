import type { FigureNode } from "#contract/figure.ts";

/** What tells a value from the one above it; only what differs is worth saying. */
export interface NodeDifference {
  readonly name: boolean;
  readonly options: readonly string[];
  readonly orgUnit: string | undefined;
  readonly period: string | undefined;
}

export function differenceFrom(node: FigureNode, parent: FigureNode): NodeDifference {
  const options = Object.entries(node.breakdown)
    .filter(([dimension, option]) => parent.breakdown[dimension] !== option)
    .map(([, option]) => option);
  const orgUnit = node.orgUnit === parent.orgUnit ? undefined : node.orgUnitName;
  const period = node.period === parent.period ? undefined : node.period;
  // The whole of which the parent is a part: nothing of its own, so it goes by its name.
  const isWhole = Object.keys(parent.breakdown).some((dimension) => !(dimension in node.breakdown));
  const isTold = options.length > 0 || orgUnit !== undefined || period !== undefined;
  const name = node.key !== parent.key || isWhole;
  return { name, options, orgUnit, period: isTold || name ? period : node.period };
}
