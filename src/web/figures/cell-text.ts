import type { AnalyticsCell } from "#contract/analytics.ts";
import { decimal } from "#domain/decimal.ts";
import { formatRate } from "#wording/number.ts";

/** Whether a unit belongs to its number like % and ‰, so that both are written in one. */
export function isSign(unit: string): boolean {
  return /^[%‰]$/.test(unit);
}

/** A ratio of some kind: what may be shaded on a map. A raw count may not: it mostly shows where people live. */
export function isRatio(unit: string): boolean {
  return /^[%‰]|\/|trên |điểm/.test(unit);
}

/** An exact decimal as people read it: at most two decimals, changes with their sign. */
export function printValue(value: string, unit: string, isSigned = false): string {
  const number = decimal(value);
  const text = formatRate(number);
  const sign = isSigned && number.gt(0) && !/^[0,.]+$/.test(text) ? "+" : "";
  return `${sign}${text}${isSign(unit) ? unit : ""}`;
}

export function isChange(role: string): boolean {
  return role.startsWith("growth_");
}

/** What stands in a cell of the table; `–` where there is no number, never 0. */
export function printCell(cell: AnalyticsCell, impossible: string): string {
  if (cell.value !== null) return printValue(cell.value, cell.unit, isChange(cell.role));
  if (cell.state === "hidden") return cell.below === undefined ? "•" : `<${cell.below}`;
  return cell.state === "impossible" ? impossible : "–";
}

/** Over too few reports: 98 of 106. Only values that several units or months make up have something to lack. */
export function gapsOf({
  value,
  reported,
  carried,
  expected,
}: AnalyticsCell): { reported: number; expected: number } | undefined {
  const there = reported + carried;
  return value !== null && expected > 1 && there < expected ? { reported: there, expected } : undefined;
}

/** The number that a person typed, as the server reads it: "1.204,5" → "1204.5"; `undefined` when it is none. */
export function readTypedNumber(typed: string): string | undefined {
  const text = typed.trim().replace(/[\s\u00a0]/g, "");
  if (!/^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/.test(text)) return undefined;
  return text.replaceAll(".", "").replace(",", ".");
}

/** A number as it stands in the box where it is corrected: all its decimals, with a comma. */
export function writeTypedNumber(value: string): string {
  return value.replace(".", ",");
}
