import type { DataValue } from "./data-value.ts";

type Cell = Pick<DataValue, "element" | "optionCombo" | "period" | "orgUnit">;

/** Numbers for the four texts of a cell, side by side. */
const width = 4;

/**
 * Numbers cells from 0 in the order they first come. A million cells as texts would take 150 MB; here each is four
 * small numbers, one per text, in a hash table with open addressing.
 */
export class CellRegister {
  readonly #elements = new Map<string, number>();
  readonly #optionCombos = new Map<string, number>();
  readonly #periods = new Map<string, number>();
  readonly #orgUnits = new Map<string, number>();
  #cells: Int32Array;
  /** Number of the cell + 1 at its hash, 0 where there is none; at most half full. */
  #table: Int32Array;
  #size = 0;

  /** Grows beyond the expected number of cells, which saves that when it is right. */
  constructor(expected = 0) {
    const room = 2 ** Math.ceil(Math.log2(Math.max(expected + 1, 1024)));
    this.#cells = new Int32Array(width * room);
    this.#table = new Int32Array(2 * room);
  }

  /** How many cells have a number. */
  get size(): number {
    return this.#size;
  }

  /** The number of a cell; a new one when it was not there yet. */
  numberOf({ element, optionCombo, period, orgUnit }: Cell): number {
    const a = added(this.#elements, element);
    const b = added(this.#optionCombos, optionCombo);
    const c = added(this.#periods, period);
    const d = added(this.#orgUnits, orgUnit);
    const at = this.#search(a, b, c, d);
    const known = this.#table[at] ?? 0;
    if (known > 0) return known - 1;
    const to = this.#size * width;
    this.#cells[to] = a;
    this.#cells[to + 1] = b;
    this.#cells[to + 2] = c;
    this.#cells[to + 3] = d;
    this.#table[at] = this.#size += 1;
    if (this.#size * 2 >= this.#table.length) this.#grow();
    return this.#size - 1;
  }

  /** The number of a cell, -1 when it is not there. */
  find({ element, optionCombo, period, orgUnit }: Cell): number {
    const a = this.#elements.get(element);
    const b = this.#optionCombos.get(optionCombo);
    const c = this.#periods.get(period);
    const d = this.#orgUnits.get(orgUnit);
    if (a === undefined || b === undefined || c === undefined || d === undefined) return -1;
    return (this.#table[this.#search(a, b, c, d)] ?? 0) - 1;
  }

  /** Where a cell is in the table, or the free place for it. */
  #search(a: number, b: number, c: number, d: number): number {
    const [table, cells] = [this.#table, this.#cells];
    const mask = table.length - 1;
    for (let at = hash(a, b, c, d) & mask; ; at = (at + 1) & mask) {
      const from = ((table[at] ?? 0) - 1) * width;
      if (from < 0) return at;
      if (cells[from] === a && cells[from + 1] === b && cells[from + 2] === c && cells[from + 3] === d)
        return at;
    }
  }

  #grow(): void {
    const cells = new Int32Array(this.#cells.length * 2);
    cells.set(this.#cells);
    this.#cells = cells;
    this.#table = new Int32Array(this.#table.length * 2);
    for (let number = 0; number < this.#size; number += 1) {
      const from = number * width;
      const at = this.#search(cells[from]!, cells[from + 1]!, cells[from + 2]!, cells[from + 3]!);
      this.#table[at] = number + 1;
    }
  }
}

/** Each different text gets the next number. */
function added(known: Map<string, number>, text: string): number {
  let position = known.get(text);
  if (position === undefined) known.set(text, (position = known.size));
  return position;
}

/** Spreads four small numbers over 32 bits, with the multipliers of MurmurHash3. */
function hash(a: number, b: number, c: number, d: number): number {
  const left = Math.imul(a, 0xcc9e2d51) ^ Math.imul(b, 0x1b873593);
  const right = Math.imul(c, 0x85ebca6b) ^ Math.imul(d, 0xc2b2ae35);
  const mixed = Math.imul(left ^ (left >>> 15), 0x85ebca6b) ^ right;
  return mixed ^ (mixed >>> 13);
}
