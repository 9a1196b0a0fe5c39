import type { Series } from "#domain/check-values/series.ts";
import type { DataElement } from "#domain/data-element.ts";
import { seededRandom, type Random } from "./seeded-random.ts";

/** What a province reports, month by month, as reports really look: seasons, trends, gaps, zeros and much noise. */
export interface Reported {
  readonly elements: readonly DataElement[];
  readonly units: readonly string[];
  readonly combos: readonly string[];
  /** `valueAt(element, unit, combo, month)`; month 0 is the last one. `undefined` where nothing was reported. */
  readonly valueAt: (element: number, unit: number, combo: number, ago: number) => number | undefined;
}

export const parts = ["sex=nam", "sex=nữ", "sex=khác"] as const;

interface Behaviour {
  readonly level: number;
  readonly season: number;
  readonly peak: number;
  readonly noise: number;
  readonly trend: number;
  readonly isStock: boolean;
}

/** Sixty of a hundred elements count anew each month, twenty-five are stocks, fifteen are rare events. */
function behaviourOf(element: number, random: Random): Behaviour {
  const kind = element % 20;
  const isRare = kind >= 17;
  return {
    level: isRare ? 0.3 + 3 * random() : Math.exp(1.5 + 5.5 * random()),
    season: random() < 0.35 ? 0.2 + 0.6 * random() : 0.05,
    peak: Math.floor(random() * 12),
    noise: 0.05 + 0.45 * random() ** 2,
    trend: 1 + (random() - 0.4) / 100,
    isStock: kind >= 12 && kind < 17,
  };
}

/** A province that is always the same for the same numbers; nothing in it is wrong. */
export function reportCleanly({
  elements: count,
  units: unitCount,
  months,
  seed = 1,
}: {
  readonly elements: number;
  readonly units: number;
  readonly months: number;
  readonly seed?: number;
}): Reported {
  const random = seededRandom(seed);
  const behaviours = Array.from({ length: count }, (_, element) => behaviourOf(element, random));
  const sizes = Array.from({ length: unitCount }, () => Math.exp(random.normal() * 0.5));
  const perCell = months * parts.length;
  const values = new Float64Array(count * unitCount * perCell).fill(Number.NaN);
  behaviours.forEach((behaviour, element) => {
    for (let unit = 0; unit < unitCount; unit++) {
      for (let part = 0; part < parts.length; part++) {
        const share = part === 2 ? 0.02 : 0.49;
        const start = ((element * unitCount + unit) * parts.length + part) * months;
        fillSeries(values.subarray(start, start + months), behaviour, behaviour.level * sizes[unit]! * share * 2, random); // prettier-ignore
      }
    }
  });
  for (let cell = 0; cell < count * unitCount; cell++) leaveGaps(values, cell, months, random);
  return {
    elements: behaviours.map(({ isStock }, element) => elementOf(element, isStock)),
    units: Array.from({ length: unitCount }, (_, unit) => `VN99.x${String(unit).padStart(4, "0")}`),
    combos: parts,
    valueAt: (element, unit, combo, ago) => {
      const value = values[((element * unitCount + unit) * parts.length + combo) * months + ago];
      return value === undefined || Number.isNaN(value) ? undefined : value;
    },
  };
}

/** From the oldest month to the last one, which stands first. */
function fillSeries(into: Float64Array, behaviour: Behaviour, level: number, random: Random): void {
  const { season, peak, noise, trend, isStock } = behaviour;
  let stock = Math.round(level * 8 * (0.7 + 0.6 * random()));
  for (let ago = into.length - 1; ago >= 0; ago--) {
    if (isStock) {
      stock = Math.max(0, stock + random.poisson(level / 12) - random.poisson(level / 14));
      into[ago] = stock;
      continue;
    }
    const wave = 1 + season * Math.cos(((ago + peak) / 6) * Math.PI);
    const expected = level * wave * trend ** (into.length - ago);
    into[ago] = random.poisson(expected * Math.exp(noise * random.normal() - (noise * noise) / 2));
  }
}

/** Some three reports in a hundred are lacking. */
function leaveGaps(values: Float64Array, cell: number, months: number, random: Random): void {
  for (let ago = 1; ago < months; ago++) {
    if (random() >= 0.03) continue;
    for (let part = 0; part < parts.length; part++) values[(cell * parts.length + part) * months + ago] = Number.NaN; // prettier-ignore
  }
}

function elementOf(number: number, isStock: boolean): DataElement {
  const id = `element.${String(number).padStart(3, "0")}`;
  return {
    id,
    key: id,
    name: { vi: `Chỉ tiêu ${number}`, en: `Element ${number}` },
    unit: "người",
    valueType: "integer",
    timeNature: isStock ? "stock" : "flow",
    orgNature: "sum",
    collected: "month",
    programme: `form-${Math.floor(number / 20)}`,
    level: "xã",
    owner: "VN99",
    breakdowns: [{ dimensions: ["sex"], relation: "partition" }],
  };
}

export const checkedPeriod = "2025-12";

/** The histories of one element and unit: its parts, and with `withTotal` their sum. */
export function seriesOf(reported: Reported, element: number, unit: number, months: number, withTotal = true): Series[] {
  const place = { element: reported.elements[element]!.id, orgUnit: reported.units[unit]!, period: checkedPeriod };
  const all = reported.combos.map((_, combo) =>
    Array.from({ length: months }, (__, ago) => reported.valueAt(element, unit, combo, ago)),
  );
  const total = Array.from({ length: months }, (_, ago) => {
    const values = all.map((series) => series[ago]);
    return values.some((value) => value === undefined) ? undefined : values.reduce((sum, value) => sum! + value!, 0);
  });
  const named = [...reported.combos.map((combo, index) => [combo, all[index]!] as const), ...(withTotal ? [["", total] as const] : [])];
  return named.flatMap(([optionCombo, [now, ...before]]) =>
    now === undefined ? [] : [{ ...place, optionCombo, text: String(now), now, before }],
  );
} // prettier-ignore
