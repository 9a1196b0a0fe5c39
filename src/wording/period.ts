import { numberOf, periodEnd, periodType, yearOf, type Period } from "#domain/period.ts";

const romanQuarters = ["", "I", "II", "III", "IV"];

/** `2023-S1` → "6 tháng đầu năm 2023"; `2023-06` → "tháng 6/2023"; `2023` → "năm 2023". */
export function periodName(period: Period): string {
  const year = yearOf(period);
  switch (periodType(period)) {
    case "week":
      return `tuần ${numberOf(period)} năm ${year}`;
    case "month":
      return `tháng ${numberOf(period)}/${year}`;
    default:
      return periodType(period) === "year" ? `năm ${year}` : `${periodShortName(period)} năm ${year}`;
  }
}

/** The name without its year: "6 tháng đầu", "quý II", "9 tháng". */
function periodShortName(period: Period): string {
  const number = numberOf(period);
  switch (periodType(period)) {
    case "quarter":
      return `quý ${romanQuarters[number]}`;
    case "half-year":
      return number === 1 ? "6 tháng đầu" : "6 tháng cuối";
    case "nine-months":
      return "9 tháng đầu";
    default:
      return periodName(period);
  }
}

/** As in a heading that names the year elsewhere: "6 tháng đầu năm". */
export function periodWithoutYear(period: Period): string {
  const type = periodType(period);
  return type === "half-year" || type === "nine-months" || type === "quarter"
    ? `${periodShortName(period)} năm`
    : periodName(period);
}

/** What is left of the year after the period: "6 tháng cuối năm 2023"; after December, next year. */
export function restOfYear(period: Period): string {
  const year = yearOf(period);
  const months = 12 - Number(periodEnd(period).slice(5, 7));
  return months === 0 ? `năm ${year + 1}` : `${months} tháng cuối năm ${year}`;
}

/** "cùng kỳ năm 2022": whatever the type, the same span of that year. */
export function samePeriodName(base: Period): string {
  return `cùng kỳ năm ${yearOf(base)}`;
}

/** `2023-06-30` → "30/6/2023", `2023-07-06` → "06/7/2023", `2023-02-01` → "01/02/2023" (Nghị định 30/2020/NĐ-CP: only months 1 and 2 take a zero). */
export function formatDay(day: string): string {
  const [year, month = "", dayOfMonth] = day.split("-");
  return `${dayOfMonth}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}
