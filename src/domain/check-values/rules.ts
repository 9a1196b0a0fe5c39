import { hasDimensions, optionCombo, parseOptionCombo } from "#domain/breakdown.ts";
import type { DataElement } from "#domain/data-element.ts";
import { decimal, sum, type Decimal } from "#domain/decimal.ts";
import { compileExpression, type CompiledExpression } from "#domain/expression/compile-expression.ts";
import { periodItemValue, periodsOf } from "#domain/expression/item-periods.ts";
import { modifiersOf, spellItem, type Item } from "#domain/expression/item.ts";
import { holds } from "#domain/expression/validation-operator.ts";
import { indexReferences, type ReferredCell, type References } from "#domain/indicator-references.ts";
import { periodType, type Period } from "#domain/period.ts";
import type { ValidationRule } from "#domain/validation-rule.ts";
import { gravityOf, type CellReading, type ValueFinding } from "./value-finding.ts";

/** A rule ready to be run any number of times. */
export interface CompiledRule {
  readonly rule: ValidationRule;
  readonly left: CompiledExpression;
  readonly right: CompiledExpression;
}

/** Compiles both sides once. Throws an ExpressionError at the character. */
export function compileRule(rule: ValidationRule): CompiledRule {
  return {
    rule,
    left: compileExpression(rule.left.expression),
    right: compileExpression(rule.right.expression),
  };
}

/** Finds what items of expressions are in the catalogue. */
export type RuleVocabulary = Pick<References, "find">;

/** A vocabulary of elements alone, by id or key: all that a form in the browser needs. */
export function vocabularyOf(elements: readonly DataElement[]): RuleVocabulary {
  return indexReferences({ elements, indicators: [], constants: [], groups: [], unitTypes: [], codes: [] });
}

/** An item that a rule cannot read: not in the catalogue, or not a reported value. */
export interface UnreadableItem {
  readonly side: "left" | "right";
  readonly item: string;
  readonly problem: "unknown" | "unusable";
}

/** The first item that stands in the way of running the rule. */
export function findUnreadableItem(
  { left, right }: CompiledRule,
  words: RuleVocabulary,
): UnreadableItem | undefined {
  for (const [side, { items, sampledItems }] of [["left", left], ["right", right]] as const) {
    for (const item of [...items, ...sampledItems]) {
      const problem = sampledItems.includes(item) ? "unusable" : problemOf(item, words);
      if (problem) return { side, item: spellItem(item), problem };
    }
  }
  return undefined;
} // prettier-ignore

function problemOf(item: Item, words: RuleVocabulary): UnreadableItem["problem"] | undefined {
  if (item.kind === "sub-expression") return "unusable";
  const reference = words.find(item);
  if ("problem" in reference) return item.kind === "reporting-rate" ? "unusable" : "unknown";
  return ["cells", "constant", "period"].includes(reference.kind) ? undefined : "unusable";
}

/** The cells that an item adds up; none when it is not made of cells. */
function cellsOf(item: Item, words: RuleVocabulary): readonly ReferredCell[] {
  const reference = words.find(item);
  return "kind" in reference && reference.kind === "cells" ? reference.cells : [];
}

/** The elements and periods that a rule reads for one period. */
export interface NeededValues {
  readonly element: DataElement;
  readonly periods: readonly Period[];
}

/** Everything that a rule reads for one period, so that it can be fetched at once. */
export function listNeededValues(
  { left, right }: CompiledRule,
  words: RuleVocabulary,
  period: Period,
): NeededValues[] {
  return [...left.items, ...right.items].flatMap((item) =>
    cellsOf(item, words).map(({ element }) => ({ element, periods: periodsOf(item, period) })),
  );
}

/** The values of one element, unit and period, by option combo. */
export type ReadCells = (
  element: string,
  orgUnit: string,
  period: Period,
) => ReadonlyMap<string, Decimal> | undefined;

/** Whether the rule speaks of such periods and levels. */
export function isAbout(
  { periodTypes, levels }: ValidationRule,
  period: Period,
  level: number | undefined,
): boolean {
  if (periodTypes.length > 0 && !periodTypes.includes(periodType(period))) return false;
  return levels.length === 0 || (level !== undefined && levels.includes(level));
}

/**
 * Runs a rule on one unit and period. `undefined` when it holds, when a missing-value strategy forbids to judge, and
 * when the unit reported none of the values it is about.
 */
export function checkRule(
  { rule, left, right }: CompiledRule,
  words: RuleVocabulary,
  read: ReadCells,
  orgUnit: string,
  period: Period,
): ValueFinding | undefined {
  const cells = new Map<string, CellReading>();
  const value = (item: Item): Decimal | undefined => readItem(item, words, { read, orgUnit, period, cells });
  const leftValue = left.calculate({ value }, rule.left.missing);
  const ofLeft = cells.size;
  const rightValue = right.calculate({ value }, rule.right.missing);
  const readings = [...cells.values()];
  if (readings.every((cell) => cell.value === undefined)) return undefined;
  if (holds(leftValue, rule.operator, rightValue) !== false) return undefined;
  return {
    code: "rule-broken",
    kind: "rule",
    severity: rule.severity,
    gravity: gravityOf("rule-broken", rule.severity, rule.severity === "blocking" ? 0 : -30),
    facts: {
      rule: rule.key,
      nameVi: rule.name.vi,
      nameEn: rule.name.en,
      ...(leftValue && { left: leftValue.toFixed() }),
      ...(rightValue && { right: rightValue.toFixed() }),
      operator: rule.operator,
      leftVi: rule.left.description?.vi ?? "",
      leftEn: rule.left.description?.en ?? "",
      rightVi: rule.right.description?.vi ?? "",
      rightEn: rule.right.description?.en ?? "",
      explanationVi: rule.explanation.vi,
      explanationEn: rule.explanation.en,
      leftCells: ofLeft,
    },
    cells: readings,
    rule: rule.id,
  };
}

interface Reading {
  readonly read: ReadCells;
  readonly orgUnit: string;
  readonly period: Period;
  /** The cells that were looked at. */
  readonly cells: Map<string, CellReading>;
}

/** Reads an item: cells over their periods, a constant, or a number of the period itself. */
function readItem(item: Item, words: RuleVocabulary, reading: Reading): Decimal | undefined {
  const reference = words.find(item);
  if ("problem" in reference) return undefined;
  if (reference.kind === "constant") return decimal(reference.constant.value);
  if (reference.kind !== "cells") return periodItemValue(item, reading.period);
  const values = reference.cells.flatMap((cell) => readOverPeriods(cell, item, reading) ?? []);
  return sum(values);
}

function readOverPeriods(
  { element, breakdown }: ReferredCell,
  item: Item,
  reading: Reading,
): Decimal | undefined {
  const { read, orgUnit, period, cells } = reading;
  const combo = optionCombo(breakdown);
  const found = periodsOf(item, period).flatMap((one) => {
    const value = readCell(element, combo, orgUnit, one, read);
    const place = { element: element.id, optionCombo: combo, orgUnit, period: one };
    cells.set(`${element.id}|${combo}|${one}`, { ...place, ...(value && { value: value.toFixed() }) });
    return value ? [value] : [];
  });
  return combine(found, element, modifiersOf(item).aggregationType);
}

/** The value of a cell; a total that nobody reported is the sum of its first partition. */
function readCell(
  element: DataElement,
  combo: string,
  orgUnit: string,
  period: Period,
  read: ReadCells,
): Decimal | undefined {
  const cells = read(element.id, orgUnit, period);
  const reported = cells?.get(combo);
  if (reported !== undefined || cells === undefined || combo !== "") return reported;
  for (const { relation, dimensions } of element.breakdowns) {
    if (relation !== "partition") continue;
    const parts = [...cells].filter(([part]) => hasDimensions(parseOptionCombo(part) ?? {}, dimensions));
    if (parts.length > 0) return sum(parts.map(([, value]) => value));
  }
  return undefined;
}

/** Several periods as one value: counts add up, of a stock or a running total the last one holds. */
function combine(
  values: readonly Decimal[],
  element: DataElement,
  how: string | undefined,
): Decimal | undefined {
  if (values.length <= 1) return values[0];
  const way = how ?? (element.timeNature === "flow" ? "SUM" : "LAST");
  if (way.startsWith("AVERAGE")) return sum(values)?.div(values.length);
  if (way.startsWith("MAX")) return values.reduce((most, value) => (value.gt(most) ? value : most));
  if (way.startsWith("MIN")) return values.reduce((least, value) => (value.lt(least) ? value : least));
  if (way.startsWith("FIRST")) return values[0];
  return way.startsWith("LAST") ? values.at(-1) : sum(values);
}
