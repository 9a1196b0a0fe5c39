import { roundHalfUp, type Decimal } from "#domain/decimal.ts";

/** `2633` → `2.633`; `27.3274` with two decimals → `27,33`. Rounds half up, once, here. */
export function formatNumber(value: Decimal, decimals: number): string {
  const [whole = "0", fraction] = roundHalfUp(value.abs(), decimals).toFixed(decimals).split(".");
  const sign = value.lt(0) && !roundHalfUp(value, decimals).eq(0) ? "-" : "";
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return `${sign}${grouped}${fraction === undefined ? "" : `,${fraction}`}`;
}

/** A count the way an office writes it: below ten with a leading zero (`06`), zero as `0`. */
export function formatCount(value: Decimal): string {
  const text = formatNumber(value, decimalsOf(value));
  return /^[1-9]$/.test(text) ? `0${text}` : text;
}

/** How many decimals the exact value has, none for a whole number. */
export function decimalsOf(value: Decimal): number {
  return value.toFixed().split(".")[1]?.length ?? 0;
}

/**
 * Percentages and rates: a whole one without decimals (`100`), a reported one as it was reported (`97,4`),
 * a computed one with two (`27,33`).
 */
export function formatRate(value: Decimal): string {
  const rounded = roundHalfUp(value, 2);
  if (rounded.eq(value)) return formatNumber(value, decimalsOf(value));
  return formatNumber(value, 2);
}
