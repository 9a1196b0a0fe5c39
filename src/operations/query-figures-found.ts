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

/** By cell of an element, unit and period. */
type Layer = Map<string, Map<string, Map<Period, ReportSum[]>>>;

/** Sums by cell of an element, unit and period. Whatever is fetched twice is the same, because of one moment. */
export class FoundSums {
  readonly #layers: Layer[] = [];
  readonly #crowded = new Set<string>();

  find(name: string, unit: string, period: Period): readonly ReportSum[] {
    for (const layer of this.#layers) {
      const found = layer.get(name)?.get(unit)?.get(period);
      if (found) return found;
    }
    return none;
  }

  /** Whether several sums meet anywhere for this cell of an element. */
  isCrowded(name: string): boolean {
    return this.#crowded.has(name);
  }

  /** Takes up what was fetched. */
  keep({ names, units, periods, sums }: Fetched): void {
    const layer: Layer = new Map();
    for (const sum of sums) {
      const name = names[sum.series]!;
      const cells = placeIn(placeIn(layer, name), units[sum.unit]!);
      const there = cells.get(periods[sum.period]!);
      if (!there) {
        cells.set(periods[sum.period]!, [sum]);
        continue;
      }
      there.push(sum);
      this.#crowded.add(name);
    }
    this.#layers.push(layer);
  }
}

function placeIn<Value>(map: Map<string, Map<string, Value>>, name: string): Map<string, Value> {
  let inner = map.get(name);
  if (!inner) map.set(name, (inner = new Map()));
  return inner;
}
