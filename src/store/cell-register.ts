import type { DataValue } from "#domain/data-value.ts";

/** So many different texts of each part fit together into one exact number of 53 bits. */
const most = { elements: 2 ** 13, periods: 2 ** 11, orgUnits: 2 ** 15, optionCombos: 2 ** 13, sources: 2 };

/**
 * Remembers which cells occurred, exactly. A million cells as texts would take 150 MB; here each is one number made of
 * the positions of its parts, and a text only when there are more different parts than a number can hold.
 */
export class CellRegister {
  readonly elements = new Positions();
  readonly orgUnits = new Positions();
  readonly #periods = new Positions();
  readonly #optionCombos = new Positions();
  readonly #sources = new Positions();
  readonly #cells = new Set<number | string>();

  /** Notes a cell; answers `false` when it was there already. */
  add(value: DataValue): boolean {
    const before = this.#cells.size;
    return this.#cells.add(this.#nameOf(value)).size > before;
  }

  #nameOf({ element, period, orgUnit, optionCombo, source }: DataValue): number | string {
    const e = this.elements.of(element);
    const p = this.#periods.of(period);
    const u = this.orgUnits.of(orgUnit);
    const c = this.#optionCombos.of(optionCombo);
    const s = this.#sources.of(source);
    const { elements, periods, orgUnits, optionCombos, sources } = most;
    const fits = e < elements && p < periods && u < orgUnits && c < optionCombos && s < sources;
    return fits
      ? (((e * periods + p) * orgUnits + u) * optionCombos + c) * sources + s
      : JSON.stringify([element, period, orgUnit, optionCombo, source]);
  }
}

/** Gives each different text the next number. */
class Positions {
  readonly #known = new Map<string, number>();

  of(text: string): number {
    let position = this.#known.get(text);
    if (position === undefined) this.#known.set(text, (position = this.#known.size));
    return position;
  }

  texts(): Iterable<string> {
    return this.#known.keys();
  }
}
