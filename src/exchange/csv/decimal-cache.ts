import { decimal, type Decimal } from "#domain/decimal.ts";

const mostPlaces = 2 ** 16;

/**
 * Makes decimals of numbers, and the same one again where it can: figures repeat, and a decimal costs more than all
 * else about a row. Each number has one place here, which it shares with others and takes when it is asked for.
 */
export class DecimalCache {
  readonly #numbers: Float64Array;
  readonly #decimals: (Decimal | undefined)[];

  constructor(expected: number) {
    const places = Math.min(mostPlaces, 2 ** Math.ceil(Math.log2(expected + 1)));
    this.#numbers = new Float64Array(places).fill(Number.NaN);
    this.#decimals = Array.from({ length: places }, () => undefined);
  }

  /** The decimal that the number prints as. */
  of(number: number): Decimal {
    const place = spread(number) & (this.#numbers.length - 1);
    const known = this.#numbers[place] === number ? this.#decimals[place] : undefined;
    if (known !== undefined) return known;
    const made = decimal(number);
    this.#numbers[place] = number;
    this.#decimals[place] = made;
    return made;
  }
}

/** Counts come next to one another; decimals differ in their thousandths. */
function spread(number: number): number {
  const whole = Math.trunc(number);
  const thousandths = Math.trunc((number - whole) * 1000);
  return whole ^ Math.imul(thousandths, 0x9e37);
}
