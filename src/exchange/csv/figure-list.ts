import type { Imported, ImportedList } from "#domain/check-import-cell.ts";
import type { DataValue, Target } from "#domain/data-value.ts";
import type { Decimal } from "#domain/decimal.ts";
import { DecimalCache } from "./decimal-cache.ts";
import type { CompactNumber } from "./number-column.ts";
import type { RowDraft } from "./read-figure-row.ts";

/** A row with its number. */
export interface SettledRow extends Omit<RowDraft, "number"> {
  readonly number: CompactNumber;
}

/**
 * What the rows of a file say, in its order. A million values as objects would take half a gigabyte; a row is a few
 * references to what rows share, and its value is made when it is asked for.
 */
export class FigureList<Item> implements ImportedList<Item> {
  readonly #rows: readonly SettledRow[];
  readonly #itemOf: (row: SettledRow, value: Decimal) => Item;
  readonly #decimals: DecimalCache;

  constructor(rows: readonly SettledRow[], itemOf: (row: SettledRow, value: Decimal) => Item) {
    this.#rows = rows;
    this.#itemOf = itemOf;
    this.#decimals = new DecimalCache(rows.length);
  }

  get length(): number {
    return this.#rows.length;
  }

  at(index: number): Imported<Item> | undefined {
    const row = this.#rows[index];
    if (row === undefined) return undefined;
    const value = typeof row.number === "object" ? row.number : this.#decimals.of(row.number);
    return { item: this.#itemOf(row, value), role: row.slot.role, row: row.row };
  }

  *[Symbol.iterator](): Iterator<Imported<Item>> {
    for (let index = 0; index < this.length; index += 1) {
      const one = this.at(index);
      if (one) yield one;
    }
  }
}

export function valueOf({ slot, orgUnit, note }: SettledRow, value: Decimal): DataValue {
  return {
    element: slot.element.id,
    optionCombo: slot.optionCombo,
    period: slot.period,
    orgUnit,
    value,
    source: "reported",
    ...(slot.asOf === undefined ? undefined : { asOf: slot.asOf }),
    ...(note === "" ? undefined : { note }),
  };
}

/** `setBy=UBND` in the note names who set the plan. */
export function targetOf({ slot, orgUnit, note }: SettledRow, value: Decimal): Target {
  const setBy = /(?:^|;)\s*setBy=([^;]+)/.exec(note)?.[1]?.trim() ?? "không nêu";
  const rest = note.replace(/(?:^|;)\s*setBy=[^;]+/, "").trim();
  return {
    element: slot.element.planOf ?? slot.element.id,
    optionCombo: slot.optionCombo,
    period: slot.period,
    orgUnit,
    value,
    setBy,
    ...(rest === "" ? {} : { note: rest }),
  };
}
