import type { DataElement } from "./data-element.ts";
import type { DataValue, Target } from "./data-value.ts";
import type { FigureRole } from "./figure.ts";
import type { Place } from "./finding.ts";

/** A value or target with where it was read. */
export interface Imported<Item> {
  readonly item: Item;
  readonly role: FigureRole;
  readonly row: number;
}

/** What was read, in the order of the file. An array is one; a million values are kept more closely than that. */
export interface ImportedList<Item> extends Iterable<Imported<Item>> {
  readonly length: number;
  at(index: number): Imported<Item> | undefined;
}

export interface ImportToCheck {
  readonly values: ImportedList<DataValue>;
  readonly targets: ImportedList<Target>;
  readonly elements: readonly DataElement[];
  /** What is already kept for the same elements, periods and org units. */
  readonly existing: Iterable<DataValue>;
  readonly today: string;
  /** File, sheet and the column of the values; findings add the row. */
  readonly place: Place;
}

/** The facts by which a message names a cell. */
export function factsOf({
  element,
  optionCombo,
  period,
  orgUnit,
}: DataValue | Target): Record<string, string> {
  return { key: element, breakdown: optionCombo, period, orgUnit };
}
