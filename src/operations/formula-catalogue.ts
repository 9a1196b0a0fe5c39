import type { DataElement } from "#domain/data-element.ts";
import type { FormulaCatalogue } from "#domain/indicator-references.ts";
import type { KeptIndicator } from "#domain/indicator.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { listConstants } from "#store/constants.ts";
import { listDataElements } from "#store/data-elements.ts";
import { listDataSetVersions } from "#store/data-sets.ts";
import type { Queryable } from "#store/database.ts";
import { listExternalCodes } from "#store/indicators-codes.ts";
import { listIndicators } from "#store/indicators.ts";
import { listOrgUnitGroups } from "#store/org-unit-groups.ts";
import { listOrgUnits } from "#store/org-units.ts";

/** A catalogue in which indicators know who wrote them. */
export interface KeptCatalogue extends FormulaCatalogue {
  readonly indicators: readonly KeptIndicator[];
}

/** Fetches everything that formulas may speak of. */
export async function fetchFormulaCatalogue(
  db: Queryable,
  province: string,
  known: { readonly elements?: readonly DataElement[]; readonly units?: readonly OrgUnit[] } = {},
): Promise<KeptCatalogue> {
  const units = known.units ?? (await listOrgUnits(db, province));
  return {
    elements: known.elements ?? (await listDataElements(db, province)),
    indicators: await listIndicators(db, province),
    constants: await listConstants(db, province),
    groups: await listOrgUnitGroups(db, province),
    unitTypes: [...new Set(units.map(({ type }) => type))].toSorted(),
    codes: await listExternalCodes(db, province),
    dataSets: [...new Set((await listDataSetVersions(db, province)).map(({ id }) => id))],
  };
}
