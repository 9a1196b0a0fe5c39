import type { Dhis2Metadata, KnownThings, MappedMetadata } from "./metadata.ts";
import { mapCategories } from "./map-categories.ts";
import { mapDataElements } from "./map-data-elements.ts";
import { mapDataSets } from "./map-data-sets.ts";
import { mapConstants, mapIndicators, mapOrgUnitGroups, nameIndicators } from "./map-indicators.ts";
import { addUsedCells } from "./map-used-cells.ts";
import { mapValidationRules } from "./map-validation-rules.ts";
import { startMapping } from "./mapping.ts";

/**
 * Makes our nouns of a DHIS2 metadata file, with our own names in every formula. Nothing is dropped silently: what has
 * no place here, or comes over differently, is a remark. The same file over what it made before gives the same again.
 */
export function mapMetadata(metadata: Dhis2Metadata, known: KnownThings): MappedMetadata {
  const mapping = startMapping(known);
  for (const { part, count } of metadata.others) {
    mapping.remark(part, { id: "", name: "" }, "part-not-kept", { isLeftOut: true, facts: { count } });
  }
  const categories = mapCategories(mapping, metadata);
  const elements = addUsedCells(mapping, metadata, mapDataElements(mapping, metadata, categories));
  const constants = mapConstants(mapping, metadata);
  const groups = mapOrgUnitGroups(mapping, metadata);
  const dataSets = mapDataSets(mapping, metadata, categories, elements);
  const named = nameIndicators(mapping, metadata);
  const indicators = mapIndicators(mapping, metadata, named);
  const rules = mapValidationRules(mapping, metadata);
  const { codes, remarks } = mapping;
  return { elements, indicators, rules, dataSets, constants, groups, codes, remarks };
}
