import type { DataElement } from "#domain/data-element.ts";
import type { DataValue } from "#domain/data-value.ts";
import { decimal } from "#domain/decimal.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { saveDataElements } from "./data-elements.ts";
import type { Database } from "./database.ts";
import { saveOrgUnits } from "./org-units.ts";

export const province = "VN12";

/** A commune of the province; name what matters. */
export function buildOrgUnit(facts: Partial<OrgUnit> = {}): OrgUnit {
  const uid = facts.uid ?? "VN12.03393";
  const placements = [{ parent: province, level: 3 }];
  return {
    uid,
    name: uid,
    fullName: `Xã ${uid}`,
    type: "xa",
    kind: "area",
    aliases: [],
    placements,
    ...facts,
  };
}

/** A monthly count that sums; name what matters. */
export function buildDataElement(facts: Partial<DataElement> = {}): DataElement {
  const id = facts.id ?? "care.visits";
  return {
    id,
    key: id,
    name: { vi: "Số lượt khám bệnh", en: "Visits" },
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

/** 120 visits in March 2023, as reported by a commune; name what matters. */
export function buildDataValue(
  facts: Partial<Omit<DataValue, "value">> & { value?: string | number } = {},
): DataValue {
  return {
    element: "care.visits",
    optionCombo: "",
    period: "2023-03",
    orgUnit: "VN12.03393",
    source: "reported",
    ...facts,
    value: decimal(facts.value ?? 120),
  };
}

/** The province with one commune and one data element, so that values have somewhere to belong. */
export async function saveSmallCatalogue(
  db: Database,
  {
    elements = [buildDataElement()],
    units = [buildOrgUnit()],
  }: { elements?: DataElement[]; units?: OrgUnit[] } = {},
): Promise<void> {
  const root = buildOrgUnit({ uid: province, type: "tinh", placements: [{ level: 1 }] });
  await db.transaction((tx) => saveOrgUnits(tx, province, [root, ...units]));
  await saveDataElements(db, province, elements);
}
