import type { DataElement } from "#domain/data-element.ts";
import type { Series } from "./series.ts";

/** Test support: a monthly count; name what matters. */
export function buildElement(facts: Partial<DataElement> = {}): DataElement {
  return {
    id: "visits",
    key: "visits",
    name: { vi: "Lượt khám", en: "Visits" },
    unit: "lượt",
    valueType: "integer",
    timeNature: "flow",
    orgNature: "sum",
    collected: "month",
    programme: "kcb",
    level: "xã",
    owner: "so-y-te",
    breakdowns: [],
    ...facts,
  };
}

/** Test support: a cell of December 2023 with what it held before, the month just before first; `null` for a gap. */
export function buildSeries(
  now: number,
  before: readonly (number | null)[],
  facts: Partial<Series> = {},
): Series {
  return {
    element: "visits",
    optionCombo: "",
    orgUnit: "xa-1",
    period: "2023-12",
    text: String(now),
    now,
    before: before.map((value) => value ?? undefined),
    ...facts,
  };
}
