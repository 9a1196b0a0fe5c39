import type { DataElement } from "#domain/data-element.ts";
import { decimal, type Decimal } from "#domain/decimal.ts";
import type { PeriodType } from "#domain/period.ts";
import { isCount } from "./series.ts";
import { median, robustSpread } from "./statistics.ts";
import { gravityOf, type CellReading, type ValueFinding } from "./value-finding.ts";

/** The least and the most that a cell should hold in a period of one type: for a unit, a type of units, or all. */
export interface ValueLimit {
  readonly element: string;
  readonly optionCombo: string;
  readonly periodType: PeriodType;
  readonly orgUnit?: string;
  readonly unitType?: string;
  readonly least?: Decimal;
  readonly most?: Decimal;
  /** Worked out from earlier values; nobody has looked at it yet. */
  readonly proposed?: boolean;
  readonly reason?: string;
}

/** Finds the limit of a cell: that of the unit itself, else that of its type, else the one for all. */
export function indexLimits(
  limits: readonly ValueLimit[],
): (cell: Pick<CellReading, "element" | "optionCombo" | "orgUnit">, unitType: string, periodType: PeriodType) => ValueLimit | undefined {
  const byScope = new Map(limits.map((limit) => [scopeOf(limit), limit]));
  return ({ element, optionCombo, orgUnit }, unitType, periodType) => {
    if (byScope.size === 0) return undefined;
    const cell = { element, optionCombo, periodType };
    return (
      byScope.get(scopeOf({ ...cell, orgUnit })) ??
      byScope.get(scopeOf({ ...cell, unitType })) ??
      byScope.get(scopeOf(cell))
    );
  };
} // prettier-ignore

function scopeOf(limit: Pick<ValueLimit, "element" | "optionCombo" | "periodType" | "orgUnit" | "unitType">): string {
  const { element, optionCombo, periodType, orgUnit = "", unitType = "" } = limit;
  return `${element}|${optionCombo}|${periodType}|${orgUnit}|${unitType}`;
} // prettier-ignore

/** Holds a value against its limit. */
export function checkLimit(cell: CellReading & { readonly value: string }, limit: ValueLimit): ValueFinding[] {
  const value = decimal(cell.value);
  const { least, most } = limit;
  const facts = {
    value: cell.value,
    ...(least && { least: least.toFixed() }),
    ...(most && { most: most.toFixed() }),
    scope: limit.orgUnit !== undefined ? "unit" : limit.unitType !== undefined ? "type" : "all",
    ...(limit.unitType !== undefined && { unitType: limit.unitType }),
  };
  const isBelow = least && value.lt(least);
  const code = isBelow ? "below-minimum" : most && value.gt(most) ? "above-maximum" : undefined;
  return code ? [{ code, kind: "limit", severity: "warning", gravity: gravityOf(code, "warning"), facts, cells: [cell] }] : [];
} // prettier-ignore

/** What no value of its kind can be: a count below zero; a share above 100 needs another denominator. */
export function checkNature(
  cell: CellReading & { readonly value: string },
  element: DataElement,
): ValueFinding[] {
  const value = decimal(cell.value);
  const facts = { value: cell.value };
  if (isCount(element) && value.lt(0)) return [natureFinding("negative-count", "blocking", facts, cell)];
  const isAboveAll = element.valueType === "percent" && value.gt(100);
  return isAboveAll ? [natureFinding("percent-above-100", "warning", facts, cell)] : [];
}

function natureFinding(
  code: string,
  severity: ValueFinding["severity"],
  facts: ValueFinding["facts"],
  cell: CellReading,
): ValueFinding {
  return { code, kind: "limit", severity, gravity: gravityOf(code, severity), facts, cells: [cell] };
}

/**
 * Limits that the history lets propose: what was ever reported, widened to four spreads around the median, in round
 * numbers. `undefined` for fewer than a year of months or where nothing was ever counted.
 */
export function proposeLimit(
  history: readonly number[],
  element: DataElement,
): { readonly least: Decimal; readonly most: Decimal } | undefined {
  if (history.length < 12) return undefined;
  const middle = median(history)!;
  const floor = isCount(element) ? Math.sqrt(Math.max(1, middle)) : Math.abs(middle) * 0.1;
  const spread = Math.max(robustSpread(history, middle), floor);
  // One old error must not widen the limits for good: the extremes but for one value count.
  const sorted = history.toSorted((a, b) => a - b);
  const least = Math.min(sorted[1]!, middle - 4 * spread);
  const most = Math.max(sorted.at(-2)!, middle + 4 * spread);
  const isShare = element.valueType === "percent";
  return {
    least: rounded(isCount(element) || isShare ? Math.max(0, least) : least, Math.floor),
    most: rounded(isShare ? Math.min(100, most) : most, Math.ceil),
  };
}

/** Two digits that count: 1.237 is proposed as 1.300. */
function rounded(value: number, round: (value: number) => number): Decimal {
  const size = 10 ** Math.max(-6, Math.floor(Math.log10(Math.max(Math.abs(value), 1e-6))) - 1);
  return decimal(Number((round(value / size) * size).toPrecision(12)));
}
