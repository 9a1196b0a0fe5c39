import type { DataElement } from "#domain/data-element.ts";
import type { Dhis2DataElement, Dhis2Metadata } from "./metadata.ts";
import type { MappedCategories } from "./map-categories.ts";
import { distinctThings, namesOf, type Mapping } from "./mapping.ts";
import { periodTypeOf } from "./period-types.ts";

const valueTypes: ReadonlyMap<string, DataElement["valueType"]> = new Map([
  ["INTEGER", "integer"],
  ["INTEGER_POSITIVE", "integer"],
  ["INTEGER_NEGATIVE", "integer"],
  ["INTEGER_ZERO_OR_POSITIVE", "integer"],
  ["NUMBER", "decimal"],
  ["UNIT_INTERVAL", "decimal"],
  ["PERCENTAGE", "percent"],
  ["BOOLEAN", "integer"],
  ["TRUE_ONLY", "integer"],
]);

type Natures = Pick<DataElement, "timeNature" | "orgNature">;

/** How DHIS2's aggregation types go up the tree and along time here; those that are not here are kept as reported. */
const natures: ReadonlyMap<string, Natures> = new Map<string, Natures>([
  ["SUM", { timeNature: "flow", orgNature: "sum" }],
  ["AVERAGE_SUM_ORG_UNIT", { timeNature: "average", orgNature: "sum" }],
  ["AVERAGE", { timeNature: "average", orgNature: "none" }],
  ["LAST", { timeNature: "stock", orgNature: "sum" }],
  ["LAST_IN_PERIOD", { timeNature: "stock", orgNature: "sum" }],
  ["LAST_AVERAGE_ORG_UNIT", { timeNature: "stock", orgNature: "none" }],
  ["LAST_IN_PERIOD_AVERAGE_ORG_UNIT", { timeNature: "stock", orgNature: "none" }],
  ["LAST_LAST_ORG_UNIT", { timeNature: "stock", orgNature: "none" }],
  ["NONE", { timeNature: "rate", orgNature: "none" }],
]);
const asReported: Natures = { timeNature: "rate", orgNature: "none" };

/** No tier of ours: what came from such a file may be changed by another one, what is ours may not. */
const fromElsewhere = "";

/** Data elements that are numbers; each of the others is named with the reason why it is left out. */
export function mapDataElements(
  mapping: Mapping,
  metadata: Dhis2Metadata,
  categories: MappedCategories,
): DataElement[] {
  const sets = listSetsByElement(metadata);
  const byId = new Map(mapping.known.elements.map((element) => [element.id, element]));
  const byKey = new Set(mapping.known.elements.map(({ key }) => key));
  const isTaken = (key: string) => byId.has(key) || byKey.has(key) || mapping.known.indicatorKeys.has(key);
  const mapped = distinctThings(mapping, "dataElements", metadata.dataElements).flatMap((thing) => {
    const element = mapOne(thing);
    return element ? [element] : [];
  });
  for (const group of metadata.dataElementGroups) {
    for (const { id } of group.dataElements)
      for (const target of mapping.targetsOf("data-element", id)) mapping.addCode("data-element-group", group.id, target); // prettier-ignore
  }
  return mapped;

  function mapOne(thing: Dhis2DataElement): DataElement | undefined {
    const { valueType, aggregationType } = thing;
    const kind = thing.domainType === "AGGREGATE" ? valueTypes.get(valueType) : undefined;
    if (!kind) {
      const code = thing.domainType === "AGGREGATE" ? "value-type-not-kept" : "tracker-not-kept";
      mapping.remark("dataElements", thing, code, { isLeftOut: true, facts: { valueType } });
      return undefined;
    }
    const key = mapping.keyFor("data-element", thing, isTaken);
    mapping.addCode("data-element", thing.id, key);
    const before = byId.get(key);
    if (before && before.level !== fromElsewhere) {
      mapping.remark("dataElements", thing, "ours-stays", { facts: { key } });
      return before;
    }
    if (valueType === "BOOLEAN" || valueType === "TRUE_ONLY") mapping.remark("dataElements", thing, "yes-no-as-number"); // prettier-ignore
    return {
      id: key,
      key,
      name: namesOf(thing),
      unit: kind === "percent" ? "%" : "",
      valueType: kind,
      ...naturesOf(thing, aggregationType),
      collected: collectedOf(thing.id),
      programme: metadata.about || "DHIS2",
      level: fromElsewhere,
      owner: mapping.known.owner,
      breakdowns: together(before?.breakdowns ?? [], breakdownsOf(thing)),
    };
  }

  function naturesOf(thing: Dhis2DataElement, aggregationType: string): Natures {
    const found = natures.get(aggregationType);
    if (!found) {
      mapping.remark("dataElements", thing, "aggregation-not-kept", { facts: { aggregationType } });
      return asReported;
    }
    if (found.orgNature === "none" && aggregationType !== "NONE")
      mapping.remark("dataElements", thing, "units-not-averaged", { facts: { aggregationType } });
    // A population reported once a year holds for every month of it.
    const isYearly = found.timeNature === "average" && collectedOf(thing.id) === "year";
    return isYearly ? { ...found, timeNature: "stock" } : found;
  }

  /** The shortest period of the data sets that ask for it. */
  function collectedOf(id: string): DataElement["collected"] {
    const types = (sets.get(id) ?? []).map(({ periodType }) => periodTypeOf(periodType));
    if (types.length === 0) return "month";
    return (
      (["month", "quarter", "half-year", "year"] as const).find((type) => types.includes(type)) ?? "month"
    );
  }

  /** The category combo of the element, or those that data sets ask for in its place; a total is the sum of its cells. */
  function breakdownsOf(thing: Dhis2DataElement): DataElement["breakdowns"] {
    const asked = (sets.get(thing.id) ?? []).map(({ combo }) => combo ?? thing.categoryCombo?.id);
    const combos = new Set(asked.length > 0 ? asked : [thing.categoryCombo?.id]);
    const lists = [...combos].flatMap((combo) => {
      if (combo === undefined) return [];
      const dimensions = categories.dimensionsOf(combo);
      if (!dimensions) mapping.remark("dataElements", thing, "unknown-reference", { facts: { what: "categoryCombos", reference: combo } }); // prettier-ignore
      return dimensions && dimensions.length > 0 ? [dimensions] : [];
    });
    return lists.map((dimensions) => ({ dimensions, relation: "partition" }));
  }
}

/** Another package may divide the same element differently: formulas of both stay usable. */
function together(
  before: DataElement["breakdowns"],
  now: DataElement["breakdowns"],
): DataElement["breakdowns"] {
  const known = new Set(before.map(({ dimensions }) => dimensions.join()));
  return [...before, ...now.filter(({ dimensions }) => !known.has(dimensions.join()))];
}

/** The data sets that ask for each element, with the category combo they ask it by. */
function listSetsByElement({ dataSets }: Dhis2Metadata) {
  const sets = new Map<string, { readonly periodType: string; readonly combo: string | undefined }[]>();
  for (const { periodType, dataSetElements } of dataSets) {
    for (const { dataElement, categoryCombo } of dataSetElements) {
      const list = sets.get(dataElement.id) ?? [];
      sets.set(dataElement.id, list);
      list.push({ periodType, combo: categoryCombo?.id });
    }
  }
  return sets;
}
