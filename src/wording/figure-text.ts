import type { Decimal } from "#domain/decimal.ts";
import { roundHalfUp } from "#domain/decimal.ts";
import type { Figure } from "#domain/figure.ts";
import { basePeriod } from "#domain/resolve-figure.ts";
import { periodType, yearOf } from "#domain/period.ts";
import { formatCount, formatNumber, formatRate } from "./number.ts";
import { samePeriodName } from "./period.ts";

/** What stands in a sentence where a figure is lacking: visible, never dropped, never zero. */
export const missingText = "[thiếu số liệu]";

/**
 * A figure in Vietnamese words. `form` is a comma-separated list: `unit` adds the unit, `number` leaves the number alone,
 * `short` leaves out what is compared with, `capital` begins a sentence, `exists …` words zero as "không có …".
 */
export function printFigure(figure: Figure, form = ""): string {
  const existence = /^exists (.+)$/u.exec(form)?.[1];
  if (existence) return printExistence(figure, existence);
  const forms = new Set(form.split(",").map((word) => word.trim()));
  const text = figure.role.startsWith("growth_")
    ? printGrowth(figure, forms)
    : figure.role === "percent_of_plan"
      ? printAttainment(figure, forms)
      : printLevel(figure, forms);
  return forms.has("capital") ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** The number with its unit as it stands in a table or beside a label: "2.633 trẻ", "27,33%". */
export function printWithUnit(figure: Figure): string {
  return printLevel(figure, new Set(["unit"]));
}

function printLevel(figure: Figure, forms: ReadonlySet<string>): string {
  if (figure.value === undefined) return figure.role === "plan" ? "[chưa có kế hoạch]" : missingText;
  const bound = figure.qualifier ? bounds[figure.qualifier] : "";
  return `${bound}${printValue(figure.value, figure.unit, forms.has("unit"))}`;
}

const bounds = { ">": "trên ", "<": "dưới ", "≈": "khoảng " };

/** Signs such as %, ‰ and /vạn dân belong to the number; a word is added when asked for. */
function printValue(value: Decimal, unit: string, withUnit: boolean): string {
  if (/^[%‰/]/.test(unit)) return `${formatRate(value)}${unit}`;
  const number = unit.endsWith("đồng") ? formatRate(value) : formatCount(value);
  return withUnit ? `${number} ${unit}` : number;
}

/** "không có trường hợp tử vong" or "có 02 trường hợp tử vong". */
function printExistence(figure: Figure, noun: string): string {
  if (figure.value === undefined) return `${missingText} về ${noun}`;
  return figure.value.eq(0) ? `không có ${noun}` : `có ${formatCount(figure.value)} ${noun}`;
}

function printAttainment(figure: Figure, forms: ReadonlySet<string>): string {
  if (figure.value === undefined) return lacksPlan(figure) ? "chưa có kế hoạch để so sánh" : missingText;
  const percent = `${formatRate(figure.value)}%`;
  if (forms.has("number")) return percent;
  const plan = periodType(planPeriod(figure)) === "year" ? "kế hoạch năm" : "kế hoạch";
  return figure.value.gt(100) ? `vượt ${plan} (đạt ${percent})` : `đạt ${percent} ${plan}`;
}

function lacksPlan({ provenance }: Figure): boolean {
  return provenance.kind === "missing" && provenance.reason === "plan-missing";
}

/** A plan of the year, unless the operands show a plan for the period itself. */
function planPeriod({ provenance, period }: Figure): string {
  const plan = provenance.kind === "computed" ? provenance.operands[1] : undefined;
  return plan?.period ?? String(yearOf(period));
}

function printGrowth(figure: Figure, forms: ReadonlySet<string>): string {
  const base = baseName(figure);
  if (figure.value === undefined) return printNoGrowth(figure, base);
  const size = changeSize(figure, figure.value);
  if (forms.has("number")) return size.text;
  if (figure.against === "plan") {
    return size.isZero
      ? "bằng kế hoạch giao"
      : `${figure.value.gt(0) ? "cao" : "thấp"} hơn kế hoạch giao ${size.text}`;
  }
  if (size.isZero) return `tương đương ${base}`;
  const change = `${figure.value.gt(0) ? "tăng" : "giảm"} ${size.text}`;
  return forms.has("short") ? change : `${change} so với ${base}`;
}

/** The size of a change without its sign; a change too small to print counts as none. */
function changeSize(figure: Figure, value: Decimal): { text: string; isZero: boolean } {
  const size = value.abs();
  if (figure.role === "growth_abs") {
    return { text: `${formatCount(size)} ${figure.unit}`, isZero: size.eq(0) };
  }
  const decimals = figure.decimals ?? 2;
  const rounded = roundHalfUp(size, decimals);
  const number = figure.decimals === undefined ? formatRate(size) : formatNumber(size, decimals);
  const unit =
    figure.role === "growth_percent" ? "%" : figure.unit === "‰" ? " điểm phần nghìn" : " điểm phần trăm";
  return { text: `${number}${unit}`, isZero: rounded.eq(0) };
}

function baseName(figure: Figure): string {
  const base = basePeriod(figure);
  if (figure.against === "plan") return "kế hoạch";
  if (figure.against === "previous_year") return `năm ${base}`;
  if (figure.against === "previous_period") return "kỳ trước";
  return samePeriodName(base);
}

function printNoGrowth({ provenance, against }: Figure, base: string): string {
  const reason = provenance.kind === "missing" ? provenance.reason : "not-reported";
  if (reason === "base-zero") return `${base} không phát sinh`;
  if (reason !== "base-missing") return missingText;
  return against === "plan" ? "chưa có kế hoạch để so sánh" : `chưa có số ${base} để so sánh`;
}
