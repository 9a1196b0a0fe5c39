import type { Table } from "#documents/read-table.ts";
import type { DataElement } from "#domain/data-element.ts";
import { cellName, unnamedSetter, type DataValue, type Target } from "#domain/data-value.ts";
import { indexFacts, type FactsInput, type FigureFacts } from "#domain/figure-facts.ts";
import type { Figure } from "#domain/figure.ts";
import type { Finding, Place } from "#domain/finding.ts";
import { naturalRole } from "#domain/measure.ts";
import { periodEnd } from "#domain/period.ts";
import { resolveFiguresWith } from "#domain/resolve-figure.ts";
import { breakdownOf, sortImport, type Fate, type SortInput } from "#domain/sort-import.ts";
import type { FigureColumn } from "#exchange/csv/figure-row.ts";
import type { FigureImport } from "#exchange/csv/figure-rows.ts";
import { formulaInWords } from "#wording/formula.ts";
import type { Context } from "./context.ts";
import { fetchFacts, relevantPeriods } from "./load-facts.ts";

/** A file's values, each where it belongs. */
export interface Sorted {
  readonly computed: number;
  readonly computedRows: ReadonlySet<number>;
  readonly unchangedRows: ReadonlySet<number>;
  readonly unchanged: number;
  readonly inserted: number;
  readonly changed: number;
  readonly changes: readonly ValueChange[];
  readonly findings: readonly Finding[];
  readonly targets: FigureImport["targets"];
  added(): Iterable<DataValue>;
  replaced(): DataValue[];
}

export interface ValueChange {
  readonly key: string;
  readonly breakdown: string;
  readonly period: string;
  readonly orgUnit: string;
  readonly row: number;
  /** `undefined` when the cell was blank. */
  readonly from?: string;
  readonly to: string;
}

export interface Sorting {
  readonly read: FigureImport;
  readonly table: Table<FigureColumn>;
  readonly elements: readonly DataElement[];
  readonly stored: readonly DataValue[];
  readonly storedTargets: readonly Target[];
}

/** So many changes are listed one by one. */
const mostListed = 1000;

/** Sorts what was read into new, changed, unchanged and computed, against what is kept now. */
export async function sortFigures(context: Context, sorting: Sorting): Promise<Sorted> {
  const { read, table, elements } = sorting;
  const stored = new Map(sorting.stored.map((value) => [cellName(value), value]));
  const byId = new Map(elements.map((element) => [element.id, element]));
  const figures = await figuresAround(context, read, byId);
  const { fates, computedRows, unchangedRows, findings } = sortImport({
    values: read.values,
    elements: byId,
    stored,
    ...figures,
    formula: (figure) => formulaInWords(figure) ?? "",
    place: placeOfValues(table),
  });
  const planned = read.targets.map((target) => ({
    ...target,
    item: withSetter(target.item, sorting.storedTargets),
  }));
  const targets = planned.filter(({ item }) => !isKept(item, sorting.storedTargets));
  const count = (fate: Fate) => fates.reduce((total, each) => (each === fate ? total + 1 : total), 0);
  const pick = function* (fate: Fate): Generator<DataValue> {
    let position = 0;
    for (const { item } of read.values) if (fates[position++] === fate) yield item;
  };
  return {
    computed: computedRows.size,
    computedRows,
    unchangedRows,
    unchanged: count("unchanged") + read.targets.length - targets.length,
    inserted: count("new") + targets.filter(({ item }) => !findTarget(item, sorting.storedTargets)).length,
    changed: count("replaced") + targets.filter(({ item }) => findTarget(item, sorting.storedTargets)).length,
    changes: [...listChanges(read, fates, stored), ...listTargetChanges(targets, sorting.storedTargets)].slice(0, mostListed), // prettier-ignore
    findings,
    targets,
    added: () => pick("new"),
    replaced: () => [...pick("replaced")].map((value) => withReporter(value, stored.get(cellName(value)))),
  };
}

/** Where findings about values point: file, sheet and column. */
export function placeOfValues({ file, sheet, columns }: Table<FigureColumn>): Place {
  return { file, ...(sheet && { sheet }), ...(columns.value && { column: columns.value }) };
}

/** A corrected number was still reported by the same body; the words it was read from no longer say it. */
function withReporter(value: DataValue, before: DataValue | undefined): DataValue {
  return {
    ...value,
    ...(before?.reportedBy && { reportedBy: before.reportedBy }),
    ...(before?.basis && { basis: before.basis }),
  };
}

/** Figures of single cells now, and with the file's values in their places. */
async function figuresAround(
  context: Context,
  { values }: FigureImport,
  elements: ReadonlyMap<string, DataElement>,
): Promise<Pick<SortInput, "before" | "after" | "hasParts">> {
  const periods = new Set<string>();
  for (const { item } of values) periods.add(item.period);
  const facts = await fetchFacts(context, [...new Set([...periods].flatMap(relevantPeriods))]);
  const now = indexFacts(facts);
  return {
    hasParts: ({ element, orgUnit, period }) => now.hasReportersBelow(element, orgUnit, periodEnd(period)),
    before: figureOfCell(now, elements),
    after: lazily(() => figureOfCell(indexFacts(overlay(facts, values)), elements)),
  };
}

function figureOfCell(
  facts: FigureFacts,
  elements: ReadonlyMap<string, DataElement>,
): (value: DataValue) => Figure {
  const resolve = resolveFiguresWith(facts);
  return (value) => {
    const element = elements.get(value.element);
    const role = element?.onlyRoles?.[0] ?? (element ? naturalRole(element) : "actual");
    const key = element?.key ?? value.element;
    return resolve({
      key,
      role,
      period: value.period,
      orgUnit: value.orgUnit,
      breakdown: breakdownOf(value),
    });
  };
}

/** The facts with the file's values instead of those they would replace; computed totals of the file stay out. */
function overlay(facts: FactsInput, values: FigureImport["values"]): FactsInput {
  const byCell = new Map(facts.values.map((value) => [cellName(value), value]));
  const elements = new Map(facts.elements.map((element) => [element.id, element]));
  for (const { item } of values) {
    const element = elements.get(item.element);
    const isWhole =
      item.optionCombo === "" && element?.breakdowns.some(({ relation }) => relation === "partition");
    if (byCell.has(cellName(item)) || (element?.formula === undefined && !isWhole))
      byCell.set(cellName(item), item);
  }
  return { ...facts, values: [...byCell.values()] };
}

/** Makes the function when it is first needed. */
function lazily<A, R>(make: () => (argument: A) => R): (argument: A) => R {
  let made: ((argument: A) => R) | undefined;
  return (argument) => (made ??= make())(argument);
}

function* listChanges(
  { values }: FigureImport,
  fates: readonly Fate[],
  stored: ReadonlyMap<string, DataValue>,
): Generator<ValueChange> {
  let position = 0;
  let listed = 0;
  for (const { item, row } of values) {
    const fate = fates[position++];
    if (fate !== "new" && fate !== "replaced") continue;
    const from = stored.get(cellName(item))?.value.toFixed();
    yield { ...named(item), row, ...(from !== undefined && { from }), to: item.value.toFixed() };
    if (++listed === mostListed) return;
  }
}

function listTargetChanges(targets: FigureImport["targets"], stored: readonly Target[]): ValueChange[] {
  return targets.map(({ item, row }) => {
    const from = findTarget(item, stored)?.value.toFixed();
    return { ...named(item), row, ...(from !== undefined && { from }), to: item.value.toFixed() };
  });
}

function named(item: DataValue | Target): Pick<ValueChange, "key" | "breakdown" | "period" | "orgUnit"> {
  return { key: item.element, breakdown: item.optionCombo, period: item.period, orgUnit: item.orgUnit };
}

/** A plan in a file that does not say who set it is the one that is kept, when there is just one. */
function withSetter(target: Target, stored: readonly Target[]): Target {
  const [only, ...others] = stored.filter((one) => cellName(one) === cellName(target));
  return only && others.length === 0 && target.setBy === unnamedSetter
    ? { ...target, setBy: only.setBy }
    : target;
}

function findTarget(target: Target, stored: readonly Target[]): Target | undefined {
  return stored.find((one) => cellName(one) === cellName(target) && one.setBy === target.setBy);
}

function isKept(target: Target, stored: readonly Target[]): boolean {
  return findTarget(target, stored)?.value.eq(target.value) ?? false;
}
