import { isProvisional, type Aggregate } from "#domain/aggregate.ts";
import { optionCombo } from "#domain/breakdown.ts";
import { decimal } from "#domain/decimal.ts";
import type { DataSource } from "#domain/data-value.ts";
import { unitOf, type FigureFacts } from "#domain/figure-facts.ts";
import type { Figure, FigureRequest, FigureRole } from "#domain/figure.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { plainText, resolveFiguresWith } from "#domain/resolve-figure.ts";
import { fits, listStatementsOf } from "#domain/statement.ts";
import type { TreeComparison } from "#domain/tree-comparison.ts";
import type { Queryable } from "#store/database.ts";
import { treeIn, type Column } from "./query-figures-columns.ts";
import { aggregateFacts, type AggregatedFacts } from "./query-figures-facts.ts";
import type { Item } from "./query-figures-selection.ts";
import { listNeeds, listRestatements, listRows } from "./query-figures-needs.ts";
import { fetchSums } from "./query-figures-sums.ts";
import type { FigureTable, TableCell } from "./query-figures-table.ts";

/** One figure asked for. */
export interface AskedCell {
  readonly item: Item;
  readonly orgUnit: string;
  readonly column: Column;
}

interface Work {
  readonly tx: Queryable;
  readonly province: string;
  readonly source: DataSource;
  readonly base: FigureFacts;
  readonly trees: TreeComparison;
  readonly units: readonly OrgUnit[];
  /** What documents state somewhere (`statedName`). */
  readonly stated: ReadonlySet<string>;
  /** Whether a long queue of changes may be folded first. */
  readonly mayFold: boolean;
  readonly asked: readonly AskedCell[];
}

/** Computes the cells of a page, and says what stands behind those that were put on another tree. */
export async function answerCells(work: Work): Promise<Pick<FigureTable, "cells" | "restatements">> {
  const { base, trees, units, source } = work;
  const rows = listRows(work.asked);
  const findSums = await fetchSums(work.tx, { ...work, orgUnits: units, needs: listNeeds(work, rows) });
  const answer = answerWith(work, aggregateFacts({ base, trees, findSums, source }));
  return { cells: work.asked.map(answer), restatements: listRestatements(trees, rows) };
}

/** Answers the cell of one item in one column by unit. */
type AnswerUnit = (orgUnit: string) => TableCell;

/** What cells of one item in one column have in common is found out once. */
function answerWith(work: Work, aggregated: AggregatedFacts): (one: AskedCell) => TableCell {
  const columns = new Map<Column, { readonly answers: Map<Item, AnswerUnit>; readonly of: (item: Item) => AnswerUnit }>(); // prettier-ignore
  const columnOf = (column: Column) => {
    let known = columns.get(column);
    if (!known) columns.set(column, (known = { answers: new Map(), of: answerColumn(work, aggregated, column) })); // prettier-ignore
    return known;
  };
  return ({ item, orgUnit, column }) => {
    const { answers, of } = columnOf(column);
    let answer = answers.get(item);
    if (!answer) answers.set(item, (answer = of(item)));
    return answer(orgUnit);
  };
}

function answerColumn(work: Work, aggregated: AggregatedFacts, column: Column): (item: Item) => AnswerUnit {
  const { facts, aggregatesOf } = aggregated.factsOf(column);
  const resolve = resolveFiguresWith(facts);
  return (item) => {
    const compute: AnswerUnit = (orgUnit) => {
      const one = { item, orgUnit, column };
      return computedCell(work, aggregated, one, resolve(requestOf(one)));
    };
    const element = work.base.findElement(item.key, column.role);
    if (!element || !levels.has(column.role) || element.formula) return compute;
    const [combo, unit] = [optionCombo(item.breakdown), unitOf(element, item.breakdown)];
    const aggregateOf = aggregatesOf(element, combo);
    const plain: AnswerUnit = (orgUnit) => plainCell(work, { item, orgUnit, column }, unit, aggregateOf(orgUnit)); // prettier-ignore
    if (!work.stated.has(statedName(item.key, column.role))) return plain;
    return (orgUnit) =>
      work.base.listStatements(item.key, column.role, combo, orgUnit).length > 0
        ? compute(orgUnit)
        : plain(orgUnit);
  };
}

/** How documents' statements of a key in a role are known. */
export function statedName(key: string, role: FigureRole): string {
  return `${key} ${role}`;
}

function requestOf({ item: { key, breakdown }, orgUnit, column }: AskedCell): FigureRequest {
  const { asked: period, role, against } = column;
  return { key, breakdown, orgUnit, role, period, ...(against && { against }) };
}

const levels = new Set([
  "actual",
  "in_month",
  "cumulative",
  "stock",
  "denominator",
  "percent",
  "rate",
  "prior_year",
]);

/** The aggregate is the figure: nothing is computed from it, and no document is held against it. */
function plainCell(
  work: Work,
  { item, orgUnit, column }: AskedCell,
  unit: string,
  found: Aggregate | undefined,
): TableCell {
  const { period, role } = column;
  if (!found) {
    const why = lackingOnMap(work, { item, orgUnit, column }, "not-reported");
    return { item, orgUnit, period, role, value: undefined, unit, ...why, ...nobody };
  }
  return {
    item,
    orgUnit,
    period,
    role,
    value: exactText(found.value),
    unit,
    state: isProvisional(found) ? "provisional" : "confirmed",
    reported: found.reported,
    expected: found.expected,
    carried: found.carried,
  };
}

const nobody = { reported: 0, expected: 0, carried: 0 };

/** Quotients are cut where nobody rounds any more, and zeros at the end go; whole numbers have neither. */
function exactText(value: string): string {
  return value.includes(".") ? plainText(decimal(value)) : value;
}

/** What a document states takes the place of a sum over too few reports. */
function computedCell(work: Work, aggregated: AggregatedFacts, one: AskedCell, figure: Figure): TableCell {
  const { item, orgUnit, column } = one;
  const complete = aggregated.completenessOf(figure);
  const place = { item, orgUnit, period: column.period, role: column.role, unit: figure.unit, ...complete };
  const { value, provenance } = figure;
  if (value === undefined) {
    const reason = provenance.kind === "missing" ? provenance.reason : "not-reported";
    return { ...place, value: undefined, ...lackingOnMap(work, one, reason) };
  }
  const hasGaps = complete.reported + complete.carried < complete.expected;
  const [statement] = hasGaps && provenance.kind !== "stated" ? listStatementsOf(work.base, figure) : [];
  if (!statement) {
    const stated = figure.stated && { stated: figure.stated.text };
    return { ...place, value: plainText(value), state: figure.state, ...stated };
  }
  return {
    ...place,
    value: plainText(statement.value),
    state: statement.estimate ? "provisional" : "confirmed",
    ...(!fits(statement, value) && { stated: statement.text }),
  };
}

/** Why a number is not there: perhaps the map makes it impossible. */
function lackingOnMap(
  { trees }: Work,
  { orgUnit, column }: AskedCell,
  otherwise: NonNullable<TableCell["reason"]>,
): Pick<TableCell, "state" | "reason"> {
  const kinds = new Set(column.read.map((period) => trees.compose(orgUnit, period, treeIn(column, period), false).kind)); // prettier-ignore
  if (kinds.has("impossible")) return { state: "impossible", reason: "impossible" };
  return { state: "missing", reason: kinds.has("absent") ? "not-on-tree" : otherwise };
}
