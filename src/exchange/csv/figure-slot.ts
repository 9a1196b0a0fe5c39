import type { DataElement } from "#domain/data-element.ts";
import type { FigureRole } from "#domain/figure.ts";
import type { FigureColumn, FigureTableRow } from "./figure-row.ts";
import type { NativePeriod } from "./native-period.ts";

/** All of a row but its org unit, number and note: what a million rows repeat for every commune. */
export interface FigureSlot extends NativePeriod {
  readonly role: FigureRole;
  readonly element: DataElement;
  readonly optionCombo: string;
  /** The unit of the number. */
  readonly unit: string;
  /** First and last day of the period as it was written: the org unit must be open then. */
  readonly from: string;
  readonly to: string;
}

/** The columns that a slot is read from. */
const columns = ["key", "role", "breakdown", "unit", "period", "asOf"] as const satisfies FigureColumn[];

/** So many slots are remembered; a file with more of them is still read, only slower. */
const mostSlots = 100_000;

/** What follows after the texts of some columns. */
interface Node {
  next?: Map<string, Node>;
  slot?: FigureSlot;
}

/** The slots that rows without any fault came to, by the texts of their cells. */
export class KnownSlots {
  readonly #root: Node = {};
  #size = 0;

  find({ cells }: FigureTableRow): FigureSlot | undefined {
    let node: Node | undefined = this.#root;
    for (const column of columns) node = node?.next?.get(cells[column]?.text ?? "");
    return node?.slot;
  }

  /** Answers the slot that was there before, where there was one. */
  remember(row: FigureTableRow, slot: FigureSlot): FigureSlot {
    const known = this.find(row);
    if (known !== undefined || this.#size === mostSlots) return known ?? slot;
    this.#size += 1;
    this.#leafOf(row).slot = slot;
    return slot;
  }

  #leafOf({ cells }: FigureTableRow): Node {
    let node = this.#root;
    for (const column of columns) {
      const text = cells[column]?.text ?? "";
      const next = (node.next ??= new Map<string, Node>());
      node = next.get(text) ?? {};
      next.set(text, node);
    }
    return node;
  }
}
