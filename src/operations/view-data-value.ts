import type { ValueDetail, ValueQuery, ValueVersion } from "#contract/data-value.ts";
import { optionCombo } from "#domain/breakdown.ts";
import { correctable } from "#domain/correction.ts";
import type { DataElement, Formula, Item } from "#domain/data-element.ts";
import type { DataSource } from "#domain/data-value.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { previousPeriod, type Period } from "#domain/period.ts";
import { listDataElements } from "#store/data-elements.ts";
import { listCellVersions, type CellVersion } from "#store/data-value-versions.ts";
import { listDataValues as listStored } from "#store/data-values.ts";
import { listOrgUnits, listSuccessions } from "#store/org-units.ts";
import { listSourceDocuments } from "#store/source-documents.ts";
import { allow } from "./access.ts";
import { userName, type Context } from "./context.ts";
import { chooseCell, chooseOrgUnit, publishCell, type ChosenCell } from "./data-value-cell.ts";
import { requireOpenCounts } from "./hide-small-counts.ts";
import { fetchBehind, sourceOf } from "./list-data-values.ts";
import { findIndicatorCell } from "./list-indicators.ts";

/** One cell: what it holds, all it ever held, the periods before, and what a figure here is made of. */
export async function viewDataValue(context: Context, query: ValueQuery): Promise<ValueDetail> {
  const { db, province, today } = context;
  const [elements, units, successions, documents] = await Promise.all([
    listDataElements(db, province),
    listOrgUnits(db, province),
    listSuccessions(db, province),
    listSourceDocuments(db, province),
  ]);
  const computed = await findIndicatorCell(context, query.element ?? query.key, elements);
  const cell = chooseCell(query, computed ? [...elements, computed.element] : elements);
  const unit = chooseOrgUnit(query.orgUnit, units);
  allow(context, "read-figures", { orgUnit: unit.uid });
  await requireOpenCounts(context, cell.element, unit.uid);
  const source = sourceOf(query);
  const asked = { ...cell, orgUnit: unit.uid, tree: "as-it-stood" };
  const [versions, previous, behind] = await Promise.all([
    listCellVersions(db, province, { ...cell, element: cell.element.id, orgUnit: unit.uid, source }),
    listPrevious(context, cell, unit, source),
    fetchBehind(context, asked, { units, successions, source }),
  ]);
  const names: Names = {
    units: new Map(units.map(({ uid, fullName }) => [uid, fullName])),
    documents: new Map(documents.map(({ id, title }) => [id, title])),
  };
  const history = versions.map((version) => publishVersion(version, names));
  return {
    cell: publishCell(cell, unit),
    current: history[versions.findIndex(({ isCurrent }) => isCurrent)] ?? null,
    version: versions.length,
    history,
    previous,
    behind: behind.length,
    operands: computed?.operands ?? listOperands(cell, elements),
    correctable: computed ? "computed" : correctable(cell.element, unit, cell.period, today),
  };
}

/** Full names of units and titles of documents. */
export interface Names {
  readonly units: ReadonlyMap<string, string>;
  readonly documents: ReadonlyMap<string, string>;
}

/** A version as it travels, with names in the place of ids. */
export function publishVersion(version: CellVersion, { units, documents }: Names): ValueVersion {
  const { value, qualifier, asOf, note, reason, reportedBy, by, at, batch, fileName, citation } = version;
  return {
    value: value?.toFixed() ?? null,
    ...(qualifier && { qualifier }),
    ...(asOf !== undefined && { asOf }),
    isEstimate: version.estimate ?? false,
    isDerived: version.derived ?? false,
    ...(note !== undefined && { note }),
    ...(reason !== undefined && { reason }),
    ...(reportedBy !== undefined && { reportedBy: units.get(reportedBy) ?? reportedBy }),
    by: userName(by),
    at,
    ...(batch !== undefined && fileName !== undefined && { batch: { id: batch, fileName } }),
    ...(citation && { source: { ...citation, title: documents.get(citation.document) ?? citation.document } }), // prettier-ignore
  };
}

const periodsShown = 24;

/** The same cell in the periods before and in this one. */
async function listPrevious(
  { db, province }: Context,
  { element, optionCombo: combo, period }: ChosenCell,
  { uid }: OrgUnit,
  source: DataSource,
): Promise<ValueDetail["previous"]> {
  const periods: Period[] = [period];
  while (periods.length <= periodsShown) periods.push(previousPeriod(periods.at(-1)!));
  const values = await listStored(db, { province, periods, source, elements: [element.id], orgUnits: [uid] });
  const ofCell = values.filter(({ optionCombo: other }) => other === combo);
  const found = new Map(ofCell.map(({ period: of, value }) => [of, value.toFixed()]));
  return periods.toReversed().map((of) => ({ period: of, value: found.get(of) ?? null }));
}

/** What a computed figure is computed from; a ratio of a cell is that of its operands' same cell where they name none. */
function listOperands(
  { element, optionCombo: asked }: ChosenCell,
  elements: readonly DataElement[],
): ValueDetail["operands"] {
  return itemsOf(element.formula).flatMap(({ element: id, breakdown }) => {
    const operand = elements.find((one) => one.id === id);
    if (!operand) return [];
    const own = breakdown ? optionCombo(breakdown) : asked;
    return [{ element: id, key: operand.key, name: { ...operand.name }, breakdown: own }];
  });
}

function itemsOf(formula: Formula | undefined): readonly Item[] {
  if (formula?.kind === "ratio") return [formula.numerator, formula.denominator];
  return formula?.kind === "sum" ? formula.terms.map(({ item }) => item) : [];
}
