/** A way to misprint a number; the reading that goes with it is never the first choice. */
export type NumberSlip = "dot-decimal" | "comma-group" | "misgrouped";

export interface Reading {
  readonly value: number;
  /** Decimals as printed: the last place is the unit of rounding. */
  readonly decimals: number;
  readonly slip: NumberSlip | null;
}

const plain = /^\d+$/;
const dotGroups = /^[1-9]\d{0,2}(?:[. \u00a0\u202f]\d{3})+$/;
const dotGroupsWithDecimals = /^[1-9]\d{0,2}(?:[. \u00a0\u202f]\d{3})+,\d+$/;
const commaGroupsWithDecimals = /^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/;
const manyCommaGroups = /^[1-9]\d{0,2}(?:,\d{3}){2,}$/;
const commaDecimal = /^\d+,\d+$/;
const dotDecimal = /^\d+\.\d+$/;

/**
 * All plausible readings of a printed number, the likeliest first. A claim that only holds under a later
 * reading is true and the number is misprinted; that way a slip of the comma does not hide itself.
 */
export function readNumber(printed: string): readonly Reading[] {
  if (plain.test(printed)) return [reading(printed, "", null)];
  if (dotGroups.test(printed)) return groupedReadings(printed);
  if (dotGroupsWithDecimals.test(printed)) return groupsWithDecimals(printed);
  if (manyCommaGroups.test(printed)) return [reading(printed, "", "comma-group")];
  if (commaGroupsWithDecimals.test(printed)) return [splitAtLast(printed, "comma-group")];
  if (commaDecimal.test(printed)) return commaReadings(printed);
  if (dotDecimal.test(printed)) return dotReadings(printed);
  return [reading(printed, "", "misgrouped")];
}

function reading(whole: string, decimals: string, slip: NumberSlip | null): Reading {
  const digits = whole.replace(/\D/g, "");
  return { value: Number(decimals ? `${digits}.${decimals}` : digits), decimals: decimals.length, slip };
}

function splitAtLast(printed: string, slip: NumberSlip | null): Reading {
  const at = Math.max(printed.lastIndexOf(","), printed.lastIndexOf("."));
  return reading(printed.slice(0, at), printed.slice(at + 1), slip);
}

/** "1.646" is a thousand and more; "12.345" may stand for 12,345 only where a thousand makes no sense. */
function groupedReadings(printed: string): readonly Reading[] {
  const readings = [reading(printed, "", null)];
  if (/^\d+\.\d{3}$/.test(printed)) readings.push(splitAtLast(printed, "dot-decimal"));
  return readings;
}

function groupsWithDecimals(printed: string): readonly Reading[] {
  const readings = [splitAtLast(printed, null)];
  if (/,\d{3}$/.test(printed)) readings.push(reading(printed, "", "misgrouped"));
  return readings;
}

function commaReadings(printed: string): readonly Reading[] {
  const readings = [splitAtLast(printed, null)];
  if (/^[1-9]\d{0,2},\d{3}$/.test(printed)) readings.push(reading(printed, "", "comma-group"));
  else if (/^[1-9]\d*,\d{2,}$/.test(printed)) readings.push(reading(printed, "", "misgrouped"));
  return readings;
}

/** "20.8" is 20,8 in the notation of software; "64.68" may be 64,68 or a 6.468 whose point slipped. */
function dotReadings(printed: string): readonly Reading[] {
  const readings = [splitAtLast(printed, "dot-decimal")];
  if (/^[1-9]\d*\.\d{2,}$/.test(printed)) readings.push(reading(printed, "", "misgrouped"));
  return readings;
}

/** Readings with whole numbers first: people and things are not counted in fractions. */
export function wholeFirst(readings: readonly Reading[]): readonly Reading[] {
  return readings.toSorted((a, b) => Number(a.decimals > 0) - Number(b.decimals > 0));
}

/** Readings with decimals first: "27.325%" is not twenty-seven thousand percent. */
export function decimalFirst(readings: readonly Reading[]): readonly Reading[] {
  return readings.toSorted((a, b) => Number(a.decimals === 0) - Number(b.decimals === 0));
}
