import { addDays, weekday } from "./calendar.ts";

/** Days that differ from the week's order: days off on weekdays, Saturdays that are worked in exchange. */
export interface WorkCalendar {
  readonly holidays: ReadonlySet<string>;
  readonly workingDays: ReadonlySet<string>;
}

/** Nothing but the week and the days below. */
export const plainCalendar: WorkCalendar = { holidays: new Set(), workingDays: new Set() };

/**
 * Holidays on the same day every year (Điều 112 Bộ luật Lao động 2019). Tết, Giỗ Tổ, the second day of Quốc khánh and
 * days off in lieu move from year to year and come as dated data.
 */
const yearlyHolidays = new Set(["01-01", "04-30", "05-01", "09-02"]);

export function isWorkingDay(day: string, { holidays, workingDays }: WorkCalendar): boolean {
  if (workingDays.has(day)) return true;
  return weekday(day) <= 5 && !holidays.has(day) && !yearlyHolidays.has(day.slice(5));
}

/** The day on which so many working days have passed after a day; for 0 the day itself. */
export function addWorkingDays(from: string, count: number, calendar: WorkCalendar): string {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left--;
  }
  return day;
}
