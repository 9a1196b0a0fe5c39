import { CellRegister } from "./check-import-register.ts";
import type { DataValue } from "./data-value.ts";

type Cell = Pick<DataValue, "element" | "period" | "orgUnit">;

/**
 * Rows by element, period and org unit. A group is a chain of row indexes, from its last to its first: a million
 * rows would not fit in memory as groups.
 */
export class RowGroups {
  readonly #register = new CellRegister();
  readonly #last: number[] = [];
  readonly #before: number[] = [];
  readonly #indexes: number[] = [];

  add(cell: Cell, index: number): void {
    const group = this.#register.numberOf(groupOf(cell));
    this.#before.push(this.#last[group] ?? -1);
    this.#last[group] = this.#indexes.push(index) - 1;
  }

  /** The number of the group of a cell, -1 when there is none. */
  find(cell: Cell): number {
    return this.#register.find(groupOf(cell));
  }

  /** Each group with its row indexes in the order of the file. */
  *all(): Iterable<readonly [group: number, indexes: readonly number[]]> {
    for (const [group, last] of this.#last.entries()) {
      const indexes: number[] = [];
      for (let at = last; at >= 0; at = this.#before[at] ?? -1) indexes.push(this.#indexes[at] ?? 0);
      yield [group, indexes.toReversed()];
    }
  }
}

function groupOf({ element, period, orgUnit }: Cell): Parameters<CellRegister["find"]>[0] {
  return { element, period, orgUnit, optionCombo: "" };
}
