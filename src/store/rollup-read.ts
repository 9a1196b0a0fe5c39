import { slotsOf, type Slot } from "#domain/aggregate-slots.ts";
import type { AggregateRule, ReportSum } from "#domain/aggregate.ts";
import type { DataSource } from "#domain/data-value.ts";
import { periodType, type Period } from "#domain/period.ts";
import type { Queryable } from "./database.ts";

/** One cell of an element as the rollup knows it: `''` the reported total, `'*'` the total reported or made of parts. */
export interface Series {
  readonly element: string;
  readonly combo: string;
  readonly time: AggregateRule["time"];
}

/** Which sums are wanted: every series at every unit for every period. */
export interface SumsWanted {
  readonly province: string;
  readonly source: DataSource;
  readonly series: readonly Series[];
  readonly units: readonly string[];
  readonly periods: readonly Period[];
  /** Whether changes that nobody has folded yet may be among them (`countPending`). */
  readonly isPending: boolean;
}

/** A sum of the series, at the unit and for the period with these numbers in the lists wanted. */
export interface SumFound extends ReportSum {
  readonly series: number;
  readonly unit: number;
  readonly period: number;
}

/** A slot that answers for one of the periods wanted. */
export interface WantedSlot extends Slot {
  readonly period: number;
  readonly year: string;
  readonly isWhole: boolean;
}

/** Where the sums of periods are kept. */
export function wantedSlots(periods: readonly Period[]): WantedSlot[] {
  return periods.flatMap((period, number) =>
    slotsOf(period).map((slot) => ({
      ...slot,
      period: number,
      year: period.slice(0, 4),
      isWhole: slot.kind === periodType(period),
    })),
  );
}

/** How many changes of these elements are not folded yet, counted up to `most`. */
export async function countPending(
  db: Queryable,
  province: string,
  elements: readonly string[],
  most: number,
): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select count(*)::int as count from (
       select from rollup_delta where province = $1 and data_element = any($2) limit $3) as pending`,
    [province, elements, most],
  );
  return row?.count ?? 0;
}

/** The numbers of the items of a list, by name. */
export function numbersBy<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [number, item] of items.entries()) {
    const there = found.get(nameOf(item));
    if (there) there.push(number);
    else found.set(nameOf(item), [number]);
  }
  return found;
}
