import { roundHalfUp, type Decimal } from "#domain/decimal.ts";

/** A number as a Vietnamese office prints it: 2.633 and 27,33. At most `decimals` decimals, halves away from zero. */
export function formatNumber(value: Decimal, decimals: number): string {
  const rounded = roundHalfUp(value, decimals);
  const [whole = "0", fraction] = rounded.abs().toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ".");
  return `${rounded.lt(0) ? "−" : ""}${grouped}${fraction ? `,${fraction}` : ""}`;
}

/** As many decimals as are needed to tell the value from the printed one, at most four; trailing zeros go. */
export function formatComputed(value: Decimal, printedDecimals: number): string {
  const decimals = Math.min(4, printedDecimals + 2);
  return formatNumber(value, decimals).replace(/(,\d*?)0+$/, "$1").replace(/,$/, ""); // prettier-ignore
}
