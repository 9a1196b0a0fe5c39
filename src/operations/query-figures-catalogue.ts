import type { DataElement } from "#domain/data-element.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { compareTrees, type TreeComparison } from "#domain/tree-comparison.ts";
import { listDataElements } from "#store/data-elements.ts";
import type { Queryable } from "#store/database.ts";
import { listOrgUnits, listSuccessions } from "#store/org-units.ts";

/** What every table of figures rests on beside numbers; the same for everybody who may ask. */
export interface Catalogue {
  readonly units: readonly OrgUnit[];
  readonly elements: readonly DataElement[];
  readonly trees: TreeComparison;
}

/** By version: no two states of any database have the same. */
const remembered = new Map<string, Catalogue>();
const mostRemembered = 4;

/** The catalogue as the transaction sees it, remembered as long as its version is the same. */
export async function readCatalogue(
  tx: Queryable,
  province: string,
  version: string | undefined,
): Promise<Catalogue> {
  const known = version === undefined ? undefined : remembered.get(version);
  if (known) return known;
  const units = await listOrgUnits(tx, province);
  const elements = await listDataElements(tx, province);
  const catalogue = { units, elements, trees: compareTrees(units, await listSuccessions(tx, province)) };
  if (version !== undefined) remember(version, catalogue);
  return catalogue;
}

function remember(version: string, catalogue: Catalogue): void {
  remembered.set(version, catalogue);
  const [oldest] = remembered.keys();
  if (oldest !== undefined && remembered.size > mostRemembered) remembered.delete(oldest);
}
