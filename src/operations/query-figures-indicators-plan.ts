import { aggregateRule } from "#domain/aggregate.ts";
import { optionCombo } from "#domain/breakdown.ts";
import { decimal } from "#domain/decimal.ts";
import { periodItemValue, periodsOf } from "#domain/expression/item-periods.ts";
import { modifiersOf, type Item, type ReportingRate } from "#domain/expression/item.ts";
import { placementOn, type OrgUnit } from "#domain/org-unit.ts";
import { periodEnd, type Period } from "#domain/period.ts";
import type { TreeChoice, TreeComparison } from "#domain/tree-comparison.ts";
import type { OrgUnitGroup } from "#domain/indicator.ts";
import type { ReadyIndicator } from "#domain/indicator-formula.ts";
import { knownAnswer, operandPeriods, type OperandAnswer } from "#domain/indicator-periods.ts";
import type { ReferredCell, References } from "#domain/indicator-references.ts";
import { isOwnWay } from "#domain/indicator-reports.ts";

/** One value of an indicator that is needed: for a unit, for periods together, on a tree. */
export interface Point {
  readonly ready: ReadyIndicator;
  readonly unit: string;
  /** One period, or all since January. */
  readonly asked: readonly Period[];
  readonly tree: TreeChoice;
}

/** A figure to be asked of the tables. */
export interface NeededFigure {
  readonly cell: ReferredCell;
  readonly unit: string;
  readonly period: Period;
  readonly isToDate: boolean;
  readonly tree: TreeChoice;
}

/** How an operand is come by. */
export type OperandPlan =
  | { readonly kind: "known"; readonly answer: OperandAnswer }
  | { readonly kind: "point"; readonly key: string; readonly asked: readonly Period[]; readonly tree: TreeChoice }
  /** Figures of periods, put together for each cell; cells are added. */
  | { readonly kind: "figures"; readonly cells: readonly (readonly NeededFigure[])[] }
  /** Hand-ins of a data set, due and received. */
  | { readonly kind: "rate"; readonly dataSet: string; readonly rate: ReportingRate; readonly periods: readonly Period[] }
  /** The reported values themselves. */
  | { readonly kind: "reports"; readonly cells: readonly ReferredCell[]; readonly item: Item; readonly periods: readonly Period[]; readonly tree: TreeChoice }; // prettier-ignore

export interface Planning {
  readonly references: References;
  readonly trees: TreeComparison;
  readonly units: readonly OrgUnit[];
}

/** Decides how an operand of an indicator is come by. */
export function planOperand(planning: Planning, point: Point, item: Item): OperandPlan {
  const reference =
    point.ready.numerator.references.get(item) ?? point.ready.denominator.references.get(item);
  switch (reference?.kind) {
    case "cells":
      return planCells(planning, point, item, reference.cells);
    case "indicator":
      return { kind: "point", key: reference.indicator.key, asked: periodsOf(item, point.asked), tree: treeOf(planning, point, item) }; // prettier-ignore
    case "reporting-rate":
      return { kind: "rate", dataSet: reference.dataSet, rate: reference.rate, periods: periodsOf(item, point.asked) }; // prettier-ignore
    case "constant":
      return known(knownAnswer(decimal(reference.constant.value)));
    case "units":
      return known(knownAnswer(decimal(countUnits(planning, point, reference))));
    case "unit-condition":
      return known(knownAnswer(decimal(isUnitMet(planning, point, item) ? 1 : 0)));
    default:
      return known(knownAnswer(periodNumber(item, point.asked)));
  }
}

function known(answer: OperandAnswer): OperandPlan {
  return { kind: "known", answer };
}

function planCells(
  planning: Planning,
  point: Point,
  item: Item,
  cells: readonly ReferredCell[],
): OperandPlan {
  const tree = treeOf(planning, point, item);
  const { aggregationType } = modifiersOf(item);
  const isOfSums =
    item.kind !== "sub-expression" &&
    (aggregationType === undefined ||
      cells.every(({ element }) => isOwnWay(aggregationType, aggregateRule(element))));
  if (!isOfSums) return { kind: "reports", cells, item, periods: periodsOf(item, point.asked), tree };
  const { periods, isToDate } = operandPeriods(item, point.asked);
  const figures = cells.map((cell) =>
    periods.map((period) => ({ cell, unit: point.unit, period, isToDate, tree })),
  );
  return { kind: "figures", cells: figures };
}

/**
 * A comparison puts its base on the tree of the period compared: what an operand takes from another period is put on
 * the tree of the period asked, where that is another one.
 */
function treeOf({ trees }: Planning, { asked, tree }: Point, item: Item): TreeChoice {
  const last = asked.at(-1);
  if (tree !== "as-it-stood" || modifiersOf(item).periodOffset === 0 || last === undefined) return tree;
  const day = periodEnd(last);
  return periodsOf(item, asked).every((period) => trees.isSameTree(periodEnd(period), day)) ? tree : day;
}

/** `[days]` of periods together are added; the number of a period is that of the last one. */
function periodNumber(item: Item, asked: readonly Period[]) {
  if (item.kind !== "days") return asked.length === 0 ? undefined : periodItemValue(item, asked.at(-1)!);
  const bare: Item = { kind: "days", modifiers: { periodOffset: 0, yearToDate: false } };
  const periods = periodsOf(item, asked);
  return decimal(periods.reduce((sum, period) => sum + (periodItemValue(bare, period)?.toNumber() ?? 0), 0));
}

function dayOf({ tree, asked }: Point): string {
  return tree === "as-it-stood" ? periodEnd(asked.at(-1) ?? "1900") : tree;
}

/** The units of a group, or of a type, at and below the unit on the tree of the period. */
function countUnits(
  { trees, units }: Planning,
  point: Point,
  { group, type }: { readonly group: OrgUnitGroup | undefined; readonly type: string | undefined },
): number {
  const day = dayOf(point);
  const below = subtreeOn(trees, point.unit, day);
  if (group) return membersOn(group, day).filter((uid) => below.has(uid)).length;
  return units.filter((unit) => unit.type === type && below.has(unit.uid) && placementOn(unit, day)).length;
}

function membersOn({ members }: OrgUnitGroup, day: string): string[] {
  const there = members.filter(({ from = "", to = "9999-12-31" }) => from <= day && day <= to);
  return [...new Set(there.map(({ orgUnit }) => orgUnit))];
}

function isUnitMet({ references, trees }: Planning, point: Point, item: Item): boolean {
  if (item.kind !== "org-unit-condition") return false;
  const day = dayOf(point);
  if (item.condition === "ancestor") return item.uids.some((uid) => subtreeOn(trees, uid, day).has(point.unit));
  return item.uids.some((uid) => {
    const found = references.find({ kind: "org-unit-group", group: uid });
    return "kind" in found && found.kind === "units" && found.group !== undefined && membersOn(found.group, day).includes(point.unit);
  });
} // prettier-ignore

/** A unit and all below it on a day. */
export function subtreeOn(trees: TreeComparison, root: string, day: string): Set<string> {
  const found = new Set<string>();
  const waiting = [root];
  for (let uid = waiting.pop(); uid !== undefined; uid = waiting.pop()) {
    if (found.has(uid)) continue;
    found.add(uid);
    waiting.push(...trees.childrenOn(uid, day));
  }
  return found;
}

export function nameOfPoint({ ready, unit, asked, tree }: Point): string {
  return [ready.indicator.key, unit, asked.join(), tree].join("|");
}

export function nameOfFigure({ cell, unit, period, isToDate, tree }: NeededFigure): string {
  return [cell.element.id, optionCombo(cell.breakdown), unit, period, isToDate, tree].join("|");
}
