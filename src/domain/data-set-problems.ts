import { addDays } from "./calendar.ts";
import type { DataElement } from "./data-element.ts";
import type { Assignment, DataSet } from "./data-set.ts";
import { entryCells, layOutForm, listFormProblems } from "./form.ts";

export interface DataSetWorld {
  readonly elements: ReadonlyMap<string, DataElement>;
  readonly orgUnits: ReadonlySet<string>;
  /** All versions of all data sets, this one among them or not. */
  readonly others: readonly DataSet[];
}

/** Why a data set cannot be used: by its form, by units nobody knows, or because another one asks for the same cell. */
export function* listDataSetProblems(dataSet: DataSet, world: DataSetWorld): Generator<string> {
  yield* listFormProblems(dataSet, world.elements);
  const { orgUnits, within, except } = dataSet.assignment;
  const approvers = dataSet.approvals.flatMap(({ approver }) => "orgUnit" in approver ? [approver.orgUnit] : []); // prettier-ignore
  const stranger = [...orgUnits, ...within, ...except, ...approvers].find((uid) => !world.orgUnits.has(uid));
  if (stranger !== undefined) yield `no such org unit: ${stranger}`;
  const tiers = dataSet.approvals.map(({ id }) => id);
  if (new Set(tiers).size < tiers.length) yield "two tiers of the same name";
  if (dataSet.validTo !== undefined && dataSet.validTo < dataSet.validFrom) yield "ends before it begins";
  const shared = findSharedCell(dataSet, world);
  if (shared) yield `${shared.cell} is also asked for by ${shared.by}`;
}

/** One unit must not be asked twice for one number: which of the two would count? */
function findSharedCell(
  dataSet: DataSet,
  { elements, others }: DataSetWorld,
): { readonly cell: string; readonly by: string } | undefined {
  const own = new Set(entryCells(layOutForm(dataSet, elements)).map(({ cell }) => cell));
  for (const other of others) {
    if (other.id === dataSet.id || !meets(dataSet, other, others)) continue;
    const shared = entryCells(layOutForm(other, elements)).find(({ cell }) => own.has(cell));
    if (shared) return { cell: shared.cell, by: other.id };
  }
  return undefined;
}

/** Whether some unit could be asked for both in the same period. */
function meets(one: DataSet, other: DataSet, all: readonly DataSet[]): boolean {
  return (
    one.periodType === other.periodType &&
    one.validFrom <= lastDay(other, all) &&
    other.validFrom <= lastDay(one, all) &&
    namesSame(one.assignment, other.assignment)
  );
}

/** The last day of a version: its own, or the one before its next version begins. */
function lastDay({ id, validFrom, validTo = "9999-12-31" }: DataSet, all: readonly DataSet[]): string {
  const [next] = all
    .filter((each) => each.id === id && each.validFrom > validFrom)
    .map((each) => each.validFrom)
    .toSorted();
  return next !== undefined && next <= validTo ? addDays(next, -1) : validTo;
}

function namesSame(one: Assignment, other: Assignment): boolean {
  return (
    one.types.some((type) => other.types.includes(type)) ||
    one.orgUnits.some((uid) => other.orgUnits.includes(uid))
  );
}
