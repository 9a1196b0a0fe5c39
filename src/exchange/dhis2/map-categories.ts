import { optionCombo } from "#domain/breakdown.ts";
import type { Dhis2Metadata, Thing } from "./metadata.ts";
import { dimensionName, distinctThings, namesOf, type Mapping } from "./mapping.ts";

/** What category combos become. */
export interface MappedCategories {
  /** The dimensions of a category combo by uid; none for the default one; `undefined` when it is unknown. */
  readonly dimensionsOf: (combo: string) => readonly string[] | undefined;
  /** The cells of a category combo in the order of its options, as `dimension=option;…`. */
  readonly cellsOf: (combo: string) => readonly string[];
}

/**
 * Categories become dimensions, options their values, option combos cells; all are kept as codes. The default category
 * is no dimension: its only combo is the total.
 */
export function mapCategories(mapping: Mapping, metadata: Dhis2Metadata): MappedCategories {
  const options = new Map(distinctThings(mapping, "categoryOptions", metadata.categoryOptions).map((one) => [one.id, one])); // prettier-ignore
  const pieces = mapOptions(mapping, metadata, options);
  const combos = new Map(metadata.categoryCombos.map((one) => [one.id, one]));
  const isDefault = new Set(metadata.categories.filter(({ name }) => name === "default").map(({ id }) => id));
  const categories = new Map(metadata.categories.map((one) => [one.id, one]));
  const cells = new Map<string, string[]>();

  const dimensionsOf = (id: string): string[] | undefined => {
    const combo = combos.get(id);
    if (!combo) return undefined;
    const named = combo.categories
      .filter((one) => !isDefault.has(one.id))
      .map((one) => categories.get(one.id));
    return named.flatMap((category) => (category ? [dimensionName(category)] : []));
  };

  for (const combo of distinctThings(mapping, "categoryOptionCombos", metadata.categoryOptionCombos)) {
    const parent = combos.get(combo.categoryCombo?.id ?? "");
    const breakdown: Record<string, string> = {};
    const stranger = combo.categoryOptions.find(({ id }) => !options.has(id));
    if (!parent || stranger) {
      const reference = stranger?.id ?? combo.categoryCombo?.id ?? "";
      mapping.remark("categoryOptionCombos", combo, "unknown-reference", { isLeftOut: true, facts: { what: parent ? "categoryOptions" : "categoryCombos", reference } }); // prettier-ignore
      continue;
    }
    for (const { id } of combo.categoryOptions) {
      const own = parent.categories.find((category) => pieces.has(`${category.id}|${id}`));
      const piece = own && pieces.get(`${own.id}|${id}`);
      if (piece && !isDefault.has(own.id)) breakdown[piece.dimension] = piece.option;
    }
    const cell = optionCombo(breakdown);
    mapping.addCode("option-combo", combo.id, cell);
    cells.set(parent.id, [...(cells.get(parent.id) ?? []), cell]);
  }
  for (const group of metadata.categoryOptionGroups) {
    for (const { id } of group.categoryOptions)
      for (const target of mapping.targetsOf("option", id)) mapping.addCode("option-group", group.id, target);
  }
  return { dimensionsOf, cellsOf: (combo) => cells.get(combo) ?? [] };
}

/** Every option of every category by `category|option`, under a name that is unique in its category. */
function mapOptions(mapping: Mapping, { categories }: Dhis2Metadata, options: ReadonlyMap<string, Thing>) {
  const pieces = new Map<string, { readonly dimension: string; readonly option: string }>();
  for (const category of distinctThings(mapping, "categories", categories)) {
    const dimension = dimensionName(category);
    const used = new Set<string>();
    for (const { id } of category.categoryOptions) {
      const thing = options.get(id);
      if (!thing) {
        mapping.remark("categories", category, "unknown-reference", { facts: { what: "categoryOptions", reference: id } }); // prettier-ignore
        continue;
      }
      const plain = optionName(thing);
      const option = used.has(plain) ? `${plain} ${id}` : plain;
      used.add(option);
      pieces.set(`${category.id}|${id}`, { dimension, option });
      if (category.name !== "default") mapping.addCode("option", id, `${dimension}=${option}`);
    }
  }
  return pieces;
}

/** Without the signs that a cell is spelled with. */
function optionName(option: Thing): string {
  return namesOf(option).vi.replaceAll(/[;=,[\]{}|]+/g, " ").replaceAll(/\s+/g, " ").trim() || option.id; // prettier-ignore
}
