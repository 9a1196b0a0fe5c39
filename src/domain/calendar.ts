/** Days as ISO text (`2023-06-30`), with the little arithmetic that periods need. No time zones, no instants. */

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && toDay(new Date(`${text}T00:00:00Z`)) === text;
}

export function day(year: number, month: number, dayOfMonth: number): string {
  return toDay(new Date(Date.UTC(year, month - 1, dayOfMonth)));
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `lastDayOfMonth(2023, 2)` is `2023-02-28`. Asked a million times in an import: no `Date` is made. */
export function lastDayOfMonth(year: number, month: number): string {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 && isLeap ? 29 : lengths[month - 1];
  return `${year}-${String(month).padStart(2, "0")}-${length}`;
}

export function addDays(from: string, days: number): string {
  const date = new Date(`${from}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return toDay(date);
}

/** Monday is 1, Sunday is 7. */
export function weekday(of: string): number {
  return new Date(`${of}T00:00:00Z`).getUTCDay() || 7;
}

function toDay(date: Date): string {
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}
