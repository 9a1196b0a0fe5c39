import type { PublishedFigure } from "#contract/figure.ts";
import { decimal, roundHalfUp, truncate } from "#domain/decimal.ts";
import { decimalsOf, formatCount, formatNumber, formatRate } from "#wording/number.ts";

/** A value taken apart for showing it large: sign and number together, the unit smaller behind it. */
export interface ShownValue {
  /** "27,33", "+5,9", "−121". */
  readonly number: string;
  /** "%", "trẻ"; empty when the number says it all. */
  readonly unit: string;
}

type Valued = Pick<PublishedFigure, "value" | "unit" | "role" | "text">;

const mostDecimals = 10;

/** The number as the report prints it, so that page and panel never differ by a rounding; `undefined` when missing. */
export function showValue(figure: Valued): ShownValue | undefined {
  if (figure.value === null) return undefined;
  const value = decimal(figure.value);
  const isChange = figure.role.startsWith("growth_");
  const size = isChange ? value.abs() : value;
  const sign = !isChange || value.eq(0) ? "" : value.gt(0) ? "+" : "−";
  const number = printedNumber(figure.text, figure.value) ?? formatSize(size.toFixed(), figure.unit);
  return { number: `${sign}${number}`, unit: figure.unit };
}

/** The number in a printed text that is this value rounded, whatever other numbers (years) stand beside it. */
export function printedNumber(text: string, value: string): string | undefined {
  const size = decimal(value).abs();
  const numbers = text.match(/\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?/g) ?? [];
  return numbers.find((number) => {
    const read = decimal(number.replaceAll(".", "").replace(",", "."));
    return roundHalfUp(size, number.split(",")[1]?.length ?? 0).eq(read);
  });
}

/** More digits than the report prints, up to ten decimals and "…" for the rest; `undefined` when there are none. */
export function exactValue(figure: Valued): string | undefined {
  const shown = showValue(figure);
  if (figure.value === null || shown === undefined) return undefined;
  const value = decimal(figure.value);
  const decimals = decimalsOf(value);
  if (decimals <= (shown.number.split(",")[1]?.length ?? 0)) return undefined;
  const isLong = decimals > mostDecimals;
  const number = formatNumber(
    isLong ? truncate(value, mostDecimals) : value,
    Math.min(decimals, mostDecimals),
  );
  const sign = shown.number.startsWith("+") ? "+" : "";
  return `${sign}${number.replace(/^-/, "−")}${isLong ? "…" : ""}`;
}

function formatSize(value: string, unit: string): string {
  const size = decimal(value);
  return /^[%‰/]/.test(unit) || unit.endsWith("đồng") ? formatRate(size) : formatCount(size);
}
