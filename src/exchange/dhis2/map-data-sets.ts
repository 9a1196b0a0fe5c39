import { parseOptionCombo } from "#domain/breakdown.ts";
import type { DataElement } from "#domain/data-element.ts";
import type { DataSet, FormSection } from "#domain/data-set.ts";
import type { MappedCategories } from "./map-categories.ts";
import { distinctThings, namesOf, type Mapping } from "./mapping.ts";
import type { Dhis2DataSet, Dhis2Metadata } from "./metadata.ts";
import { periodTypeOf } from "./period-types.ts";

/** DHIS2 does not say since when a data set is reported. */
const sinceEver = "1900-01-01";

/** Data sets with a form of their sections, one column for each cell of the breakdown. */
export function mapDataSets(
  mapping: Mapping,
  metadata: Dhis2Metadata,
  categories: MappedCategories,
  elements: readonly DataElement[],
): DataSet[] {
  const known = new Map([...mapping.known.elements, ...elements].map((element) => [element.id, element]));
  return distinctThings(mapping, "dataSets", metadata.dataSets).flatMap((thing): DataSet[] => {
    const periodType = periodTypeOf(thing.periodType);
    if (!periodType) {
      mapping.remark("dataSets", thing, "period-type-not-kept", { isLeftOut: true, facts: { periodType: thing.periodType } }); // prettier-ignore
      return [];
    }
    const key = mapping.keyFor("data-set", thing, (other) => mapping.known.dataSetIds.has(other));
    mapping.addCode("data-set", thing.id, key);
    const name = namesOf(thing);
    const { timelyDays, expiryDays } = thing;
    return [
      {
        id: key,
        validFrom: sinceEver,
        name,
        shortName: namesOf({ ...thing, name: thing.shortName ?? thing.name }),
        programme: metadata.about || "DHIS2",
        periodType,
        periodRule: "calendar",
        assignment: { types: [], orgUnits: unitsOf(thing), within: [], except: [] },
        deadline: {
          days: Math.max(0, Math.round(timelyDays ?? 15)), // DHIS2 counts 15 days when nothing is said
          counting: "days",
          ...(expiryDays !== undefined && expiryDays > 0 && { closesAfter: Math.round(expiryDays) }),
        },
        approvals: [],
        sections: sectionsOf(thing, name),
        allowsNothingToReport: false,
      },
    ];
  });

  function unitsOf(thing: Dhis2DataSet): string[] {
    const { orgUnits } = mapping.known;
    const uids = [...new Set(thing.organisationUnits.map(({ id }) => id))];
    const units = uids.filter((uid) => orgUnits.has(uid)).toSorted();
    if (units.length < uids.length) mapping.remark("dataSets", thing, "members-unknown", { facts: { count: uids.length - units.length } }); // prettier-ignore
    if (units.length === 0) mapping.remark("dataSets", thing, "data-set-without-units");
    const combo = thing.categoryCombo?.id;
    const isByAttribute = combo !== undefined && (categories.dimensionsOf(combo)?.length ?? 0) > 0;
    if (isByAttribute) mapping.remark("dataSets", thing, "attribute-combo-not-kept");
    return units;
  }

  /** The sections of the file in their order, then what stands in none; rows of one breakdown share their columns. */
  function sectionsOf(thing: Dhis2DataSet, name: DataSet["name"]): FormSection[] {
    const combos = new Map(thing.dataSetElements.map((one) => [one.dataElement.id, one.categoryCombo?.id]));
    const own = metadata.sections
      .filter(({ dataSet }) => dataSet?.id === thing.id)
      .toSorted((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0));
    const waiting = new Set(combos.keys());
    const blocks = own.map((section) => {
      const uids = section.dataElements.map(({ id }) => id).filter((uid) => waiting.delete(uid));
      return { title: namesOf(section), uids };
    });
    return [...blocks, { title: name, uids: [...waiting] }].flatMap(({ title, uids }) =>
      blocksOf(thing, title, uids, combos),
    );
  }

  function blocksOf(
    thing: Dhis2DataSet,
    title: FormSection["title"],
    uids: readonly string[],
    combos: ReadonlyMap<string, string | undefined>,
  ): FormSection[] {
    const byCombo = new Map<string, string[]>();
    for (const uid of uids) {
      const [id] = mapping.targetsOf("data-element", uid);
      if (id === undefined || !known.has(id)) {
        mapping.remark("dataSets", thing, "unknown-reference", { facts: { what: "dataElements", reference: uid } });
        continue;
      }
      const combo = combos.get(uid) ?? metadata.dataElements.find((one) => one.id === uid)?.categoryCombo?.id ?? "";
      byCombo.set(combo, [...(byCombo.get(combo) ?? []), id]);
    }
    return [...byCombo].map(([combo, ids]) => ({
      title,
      columns: categories
        .cellsOf(combo)
        .filter((cell) => cell !== "")
        .map((cell) => columnOf(parseOptionCombo(cell) ?? {})),
      rows: ids.map((element) => ({ element })),
    }));
  }
} // prettier-ignore

function columnOf(breakdown: Readonly<Record<string, string>>): FormSection["columns"][number] {
  const words = Object.values(breakdown).join(", ");
  return { name: { vi: words, en: words }, breakdown };
}
