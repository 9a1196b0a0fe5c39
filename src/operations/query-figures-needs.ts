import { aggregateRule } from "#domain/aggregate.ts";
import { optionCombo } from "#domain/breakdown.ts";
import type { DataElement } from "#domain/data-element.ts";
import type { FigureFacts } from "#domain/figure-facts.ts";
import type { TreeComparison } from "#domain/tree-comparison.ts";
import type { AskedCell } from "./query-figures-answer.ts";
import { treeIn, type Column } from "./query-figures-columns.ts";
import type { Item } from "./query-figures-selection.ts";
import { listNeededSeries } from "./query-figures-series.ts";
import type { Place, SumsNeeded } from "./query-figures-sums.ts";
import type { Restatement } from "./query-figures-table.ts";

/** A unit in a column. */
export interface AskedRow {
  readonly unit: string;
  readonly column: Column;
}

interface Asking {
  readonly base: FigureFacts;
  readonly trees: TreeComparison;
  readonly asked: readonly AskedCell[];
}

/** Every cell of an element with the units and periods at which it is needed, those of one kind together. */
export function listNeeds(work: Asking, rows: readonly AskedRow[]): SumsNeeded["needs"] {
  const { base, asked } = work;
  const elements = new Map(base.listElements().map((element) => [element.id, element]));
  const roles = new Set([...new Set(asked.map(({ column }) => column))].map(({ role }) => role));
  const figures = new Map<string, { element: DataElement; breakdown: Item["breakdown"] }>();
  for (const { key, breakdown } of new Set(asked.map(({ item }) => item))) {
    for (const role of roles) {
      const element = base.findElement(key, role);
      if (element) figures.set(`${element.id}|${optionCombo(breakdown)}`, { element, breakdown });
    }
  }
  const series = listNeededSeries([...figures.values()], elements);
  return [true, false].map((carries) => {
    const ofKind = series.filter(({ element }) => (aggregateRule(element).time === "last") === carries);
    const needsYears = ofKind.some(({ element }) => element.collected === "year");
    return { series: ofKind, places: listPlaces(work.trees, rows, carries, needsYears) };
  });
}

/** The units and periods to read: those asked for, and those they are made of on their tree. */
function listPlaces(
  trees: TreeComparison,
  rows: readonly AskedRow[],
  carries: boolean,
  needsYears: boolean,
): Place[] {
  const places = new Map<string, Place>();
  const add = ({ unit, period }: Place) => places.set(`${unit}|${period}`, { unit, period });
  for (const { unit, column } of rows) {
    for (const period of needsYears ? new Set([...column.read, ...column.years]) : column.read) {
      const isOnlyYear =
        !needsYears && period.length === 4 && column.period.length !== 4 && !column.yearToDate;
      if (isOnlyYear) continue;
      add({ unit, period });
      const composition = trees.compose(unit, period, treeIn(column, period), carries);
      if (composition.kind === "terms") composition.terms.forEach(add);
    }
  }
  return [...places.values()];
}

/** Each unit with each column once, whatever the items. */
export function listRows(asked: readonly AskedCell[]): AskedRow[] {
  const seen = new Map<string, Set<Column>>();
  for (const { orgUnit, column } of asked) {
    const columns = seen.get(orgUnit);
    if (columns) columns.add(column);
    else seen.set(orgUnit, new Set([column]));
  }
  return [...seen].flatMap(([unit, columns]) => [...columns].map((column) => ({ unit, column })));
}

/** Each unit and period that was put on the tree of another time, with the successions used or in the way. */
export function listRestatements(trees: TreeComparison, rows: readonly AskedRow[]): Restatement[] {
  const found = new Map<string, Restatement>();
  for (const { unit, column } of rows) {
    for (const [period, tree] of column.trees) {
      const name = `${unit}|${period}|${tree}`;
      if (tree === "as-it-stood" || !column.read.includes(period) || found.has(name)) continue;
      const composition = trees.compose(unit, period, tree, false);
      const successions = composition.kind === "terms" ? composition.successions : [];
      const crossing = composition.kind === "impossible" ? composition.crossing : [];
      found.set(name, { orgUnit: unit, period, tree, successions, crossing });
    }
  }
  return [...found.values()].filter(({ successions, crossing }) => successions.length + crossing.length > 0);
}
