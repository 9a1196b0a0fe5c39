import { formatNumber } from "./number-format.ts";
import { toDecimal } from "./formulas.ts";
import { type Quantity } from "./quantities.ts";
import { noUnit } from "./units.ts";

/** A number that the caller knows and the text does not print; it has no place, so it is no operand of the answer. */
export function outsideNumber(plainDecimal: string): Quantity {
  const decimals = /\.(\d+)$/.exec(plainDecimal)?.[1]?.length ?? 0;
  const value = Number(plainDecimal);
  return {
    index: -1, block: -1, sentence: 0, bracket: -1, depth: 0, start: -1, end: -1,
    text: formatNumber(toDecimal(value), decimals), readings: [{ value, decimals, slip: null }],
    scale: 1, kind: "count", per: 0, unit: noUnit, unitEnd: -1, isPerOther: false, approximate: false, sign: 0,
    role: "plain", direction: 0, changeWord: "", lead: "", trail: "", isGlued: false,
  }; // prettier-ignore
}
