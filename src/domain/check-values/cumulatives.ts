import type { DataElement } from "#domain/data-element.ts";
import { decimal, type Decimal } from "#domain/decimal.ts";
import { monthCount, numberOf, previousPeriod, type Period } from "#domain/period.ts";
import type { CheckSettings } from "./settings.ts";
import { gravityOf, type CellReading, type ValueFinding } from "./value-finding.ts";

/** A value since January (or of a longer period) beside that of its last month. */
export interface TotalAndMonth {
  readonly element: DataElement;
  readonly total: CellReading & { readonly value: string };
  /** What the last month held; of a total since January what it added. */
  readonly month: { readonly period: Period; readonly value: string };
  /** The cell that tells of the month: its own, or the total before it. */
  readonly monthCell: CellReading;
}

/**
 * Totals of one unit that are an exact whole multiple of their last month: a formula copied in place of a sum. Named
 * where chance would hardly do it; several lines with the same factor make each of them graver.
 */
export function checkMultiples(pairs: readonly TotalAndMonth[], settings: CheckSettings): ValueFinding[] {
  const exact = pairs.flatMap((pair) => {
    const factor = factorOf(pair);
    return factor === undefined ? [] : [{ pair, factor, month: Number(pair.month.value) }];
  });
  return exact.flatMap(({ pair, factor }) => {
    const alike = exact.filter(
      (other) => other.factor === factor && other.pair.total.period === pair.total.period,
    );
    const chance = alike.reduce((product, { month }) => product / Math.max(1, month), 1);
    if (chance > settings.multipleChance || (alike.length === 1 && Number(pair.month.value) < 20)) return [];
    return [describeMultiple(pair, factor, alike.length)];
  });
}

/** The whole number of times that the month goes into the total; at least 2, at most two years of months. */
function factorOf({ element, total, month }: TotalAndMonth): number | undefined {
  if (element.timeNature !== "flow" && element.timeNature !== "cumulative") return undefined;
  const [whole, part] = [decimal(total.value), decimal(month.value)];
  if (part.lt(2) || whole.lte(part)) return undefined;
  const factor = whole.div(part);
  const rounded = factor.round(0, 0);
  return part.times(rounded).eq(whole) && rounded.gte(2) && rounded.lte(24) ? rounded.toNumber() : undefined;
}

function describeMultiple(
  { total, month, monthCell }: TotalAndMonth,
  factor: number,
  lines: number,
): ValueFinding {
  return {
    code: "cumulative-multiple",
    kind: "cumulative",
    severity: "warning",
    gravity: gravityOf("cumulative-multiple", "warning", 4 * (lines - 1)),
    facts: {
      value: total.value,
      month: month.value,
      monthPeriod: month.period,
      factor,
      lines,
      months: monthCount(total.period) === 1 ? numberOf(total.period) : monthCount(total.period),
    },
    cells: [total, monthCell],
  };
}

/** A longer period cannot hold less than one of its months. */
export function checkMonthWithin({
  element,
  total,
  month,
  monthCell,
}: TotalAndMonth): ValueFinding | undefined {
  if (element.timeNature !== "flow" || decimal(total.value).gte(month.value)) return undefined;
  return {
    code: "period-below-month",
    kind: "cumulative",
    severity: "blocking",
    gravity: gravityOf("period-below-month", "blocking"),
    facts: { value: total.value, month: month.value, monthPeriod: month.period },
    cells: [total, monthCell],
  };
}

/** A total since January that is less than the one of the period before. */
export function checkFall(
  element: DataElement,
  now: CellReading & { readonly value: string },
  last: Decimal | undefined,
): ValueFinding | undefined {
  if (element.timeNature !== "cumulative" || last === undefined || numberOf(now.period) === 1)
    return undefined;
  if (decimal(now.value).gte(last)) return undefined;
  const earlier = previousPeriod(now.period);
  return {
    code: "cumulative-falls",
    kind: "cumulative",
    severity: "warning", // a correction of earlier months may lower it: to be explained, not forbidden
    gravity: gravityOf("cumulative-falls", "warning"),
    facts: { value: now.value, last: last.toFixed(), earlier },
    cells: [now, { ...now, period: earlier, value: last.toFixed() }],
  };
}
