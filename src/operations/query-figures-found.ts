import type { ReportSum } from "#domain/aggregate.ts";
import type { Period } from "#domain/period.ts";
import type { SumFound } from "#store/rollup-read.ts";

const none: readonly ReportSum[] = [];

/** What was fetched for what, in the order of the lists it was asked with. */
export interface Fetched {
  /** Names of the cells of elements. */
  readonly names: readonly string[];
  readonly units: readonly string[];
  readonly periods: readonly Period[];
  readonly sums: readonly SumFound[];
}

/** Sums by cell of an element, unit and period. */
export class FoundSums {
  readonly #sums = new Map<string, Map<string, Map<Period, ReportSum[]>>>();
  readonly #crowded = new Set<string>();

  find(name: string, unit: string, period: Period): readonly ReportSum[] {
    return this.#sums.get(name)?.get(unit)?.get(period) ?? none;
  }

  /** Whether several sums meet anywhere for this cell of an element. */
  isCrowded(name: string): boolean {
    return this.#crowded.has(name);
  }

  /** Takes up what was fetched, in place of what was known of the same. */
  keep({ names, units, periods, sums }: Fetched): void {
    const fresh = new Set<ReportSum[]>();
    for (const sum of sums) {
      const [name, period] = [names[sum.series]!, periods[sum.period]!];
      const cells = this.#cellsOf(name, units[sum.unit]!);
      const there = cells.get(period);
      if (there && fresh.has(there)) {
        there.push(sum);
        this.#crowded.add(name);
      } else {
        const list = [sum];
        fresh.add(list);
        cells.set(period, list);
      }
    }
  }

  #cellsOf(name: string, unit: string): Map<Period, ReportSum[]> {
    let byUnit = this.#sums.get(name);
    if (!byUnit) this.#sums.set(name, (byUnit = new Map()));
    let cells = byUnit.get(unit);
    if (!cells) byUnit.set(unit, (cells = new Map()));
    return cells;
  }
}
