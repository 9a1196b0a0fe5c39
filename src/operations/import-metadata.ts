import { isDeepStrictEqual } from "node:util";
import { parseDhis2Metadata } from "#contract/dhis2-metadata.ts";
import { listDataSetProblems } from "#domain/data-set-problems.ts";
import type { DataSet } from "#domain/data-set.ts";
import { checkFormula, type FormulaProblem } from "#domain/indicator-formula.ts";
import { requireNoKnot } from "#domain/indicator-cycles.ts";
import type { ExternalCode, Indicator } from "#domain/indicator.ts";
import { indexReferences, type FormulaCatalogue } from "#domain/indicator-references.ts";
import { mapMetadata } from "#exchange/dhis2/map-metadata.ts";
import type { MappedMetadata, Remark } from "#exchange/dhis2/metadata.ts";
import { saveConstants } from "#store/constants.ts";
import { saveDataElements } from "#store/data-elements.ts";
import { listDataSetVersions, saveDataSet } from "#store/data-sets.ts";
import type { Transaction } from "#store/database.ts";
import { saveExternalCodes } from "#store/indicators-codes.ts";
import { lockIndicators, saveIndicators } from "#store/indicators.ts";
import { saveOrgUnitGroups } from "#store/org-unit-groups.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { listValidationRules, saveValidationRules } from "#store/validation-rules.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { fetchFormulaCatalogue } from "./formula-catalogue.ts";

/** What a metadata file makes of one kind of our things. */
export interface MetadataCount {
  readonly inserted: number;
  readonly changed: number;
  readonly unchanged: number;
}

export const metadataKinds = [
  "elements", "dataSets", "indicators", "rules", "constants", "groups", "codes",
] as const; // prettier-ignore
export type MetadataKind = (typeof metadataKinds)[number];

export interface MetadataOutcome {
  readonly isDryRun: boolean;
  readonly counts: Readonly<Record<MetadataKind, MetadataCount>>;
  /** What did not come over as it was, and why. */
  readonly remarks: readonly Remark[];
}

/**
 * Brings the metadata of another DHIS2 server in: elements, data sets, indicators, validation rules, constants, groups
 * of units, and what all of them are called there. The same file a second time changes nothing. With `dryRun` it only
 * says what it would do. Refuses what cannot be read, and `indicator-cycle`.
 */
export async function importMetadata(
  context: Context,
  { json, file, dryRun = false }: { readonly json: string; readonly file: string; readonly dryRun?: boolean },
): Promise<MetadataOutcome> {
  allow(context, "manage-catalogue", { orgUnit: context.province });
  const metadata = parseDhis2Metadata(json, file);
  return context.db.transaction(async (tx) => {
    await lockIndicators(tx, context.province);
    const here = await fetchHere(tx, context.province);
    const mapped = mapMetadata(metadata, here.known);
    const remarks: Remark[] = [...mapped.remarks];
    const usable = keepUsable(mapped, here, remarks);
    const changes = compareWith(usable, here);
    if (!dryRun) await save(tx, context, changes, usable.codes, `DHIS2: ${file}`);
    return { isDryRun: dryRun, counts: countChanges(changes), remarks };
  });
}

type Here = Awaited<ReturnType<typeof fetchHere>>;

async function fetchHere(tx: Transaction, province: string) {
  const units = await listOrgUnits(tx, province);
  const catalogue = await fetchFormulaCatalogue(tx, province, { units });
  const rules = await listValidationRules(tx, province);
  const dataSets = await listDataSetVersions(tx, province);
  const keysOf = (list: readonly { readonly key: string }[]) => new Set(list.map(({ key }) => key));
  return {
    catalogue,
    rules,
    dataSets,
    orgUnits: new Set(units.map(({ uid }) => uid)),
    known: {
      codes: catalogue.codes,
      elements: catalogue.elements,
      indicatorKeys: keysOf(catalogue.indicators),
      constantKeys: keysOf(catalogue.constants),
      groupKeys: keysOf(catalogue.groups),
      dataSetIds: new Set(dataSets.map(({ id }) => id)),
      ruleKeys: new Map(rules.map(({ key, id }) => [key, id])),
      orgUnits: new Set(units.map(({ uid }) => uid)),
      owner: province,
    },
  };
}

/** Leaves out, with a remark, what cannot be used: forms, then formulas that speak of unknown things. Refuses circles. */
function keepUsable(mapped: MappedMetadata, here: Here, remarks: Remark[]): MappedMetadata {
  const dataSets = keepDataSets(mapped, here, remarks);
  let indicators = mapped.indicators;
  for (;;) {
    const references = indexReferences(catalogueWith({ ...mapped, dataSets, indicators }, here));
    const kept = indicators.filter(({ key, name, numerator, denominator }) => {
      const found = [["numerator", numerator] as const, ["denominator", denominator] as const];
      const wrong = found.flatMap(([side, text]) => checkFormula(text, references).problems.map((problem) => ({ side, problem })));
      for (const one of wrong) remarks.push(unusable("indicators", key, name.vi, one));
      return wrong.length === 0;
    });
    if (kept.length === indicators.length) break;
    indicators = kept; // others may have spoken of what was left out
  }
  const references = indexReferences(catalogueWith({ ...mapped, dataSets, indicators }, here));
  requireNoKnot(references, indicators.map(({ key }) => key));
  const rules = mapped.rules.filter(({ key, name, left, right }) => {
    const found = [["leftSide", left] as const, ["rightSide", right] as const];
    const wrong = found.flatMap(([side, { expression }]) => checkFormula(expression, references).problems.map((problem) => ({ side, problem })));
    for (const one of wrong) remarks.push(unusable("validationRules", key, name.vi, one));
    return wrong.length === 0;
  });
  return { ...mapped, dataSets, indicators, rules };
} // prettier-ignore

function unusable(
  part: string,
  id: string,
  name: string,
  { side, problem }: { readonly side: string; readonly problem: FormulaProblem },
): Remark {
  const facts = { ...problem.facts, side, problem: problem.code, at: problem.from };
  return { part, id, name, code: "formula-unusable", isLeftOut: true, facts };
}

function keepDataSets({ dataSets, elements }: MappedMetadata, here: Here, remarks: Remark[]): DataSet[] {
  const byId = new Map([...here.catalogue.elements, ...elements].map((element) => [element.id, element]));
  const others = [...here.dataSets];
  return dataSets.filter((dataSet) => {
    const world = { elements: byId, orgUnits: here.orgUnits, others };
    const [problem] = listDataSetProblems(dataSet, world);
    if (problem === undefined) {
      others.push(dataSet);
      return true;
    }
    remarks.push({ part: "dataSets", id: dataSet.id, name: dataSet.name.vi, code: "data-set-not-kept", isLeftOut: true, facts: { problem } });
    return false;
  });
} // prettier-ignore

/** Everything formulas may speak of once the file is in. */
function catalogueWith(mapped: MappedMetadata, { catalogue }: Here): FormulaCatalogue {
  return {
    elements: replaced(catalogue.elements, mapped.elements, ({ id }) => id),
    indicators: replaced<Indicator>(catalogue.indicators, mapped.indicators, ({ key }) => key),
    constants: replaced(catalogue.constants, mapped.constants, ({ key }) => key),
    groups: replaced(catalogue.groups, mapped.groups, ({ key }) => key),
    unitTypes: catalogue.unitTypes,
    codes: [...codesThatStay(catalogue.codes, mapped.codes), ...mapped.codes],
    dataSets: [...new Set([...(catalogue.dataSets ?? []), ...mapped.dataSets.map(({ id }) => id)])],
  };
}

function replaced<T>(before: readonly T[], now: readonly T[], nameOf: (one: T) => string): T[] {
  return [...new Map([...before, ...now].map((one) => [nameOf(one), one])).values()];
}

function codesThatStay(before: readonly ExternalCode[], now: readonly ExternalCode[]): ExternalCode[] {
  const said = new Set(now.map(({ kind, code }) => `${kind}|${code}`));
  return before.filter(({ kind, code }) => !said.has(`${kind}|${code}`));
}

interface Change<T> {
  readonly inserted: readonly T[];
  readonly changed: readonly T[];
  readonly unchanged: number;
}
type Changes = { readonly [Kind in MetadataKind]: Change<MappedMetadata[Kind][number]> };

function compareWith(mapped: MappedMetadata, { catalogue, rules, dataSets }: Here): Changes {
  const codeName = ({ kind, code, target }: ExternalCode) => `${kind}|${code}|${target}`;
  const versionName = ({ id, validFrom }: DataSet) => `${id}|${validFrom}`;
  const keyOf = ({ key }: { readonly key: string }) => key;
  return {
    elements: compare(mapped.elements, catalogue.elements, ({ id }) => id),
    dataSets: compare(mapped.dataSets, dataSets, versionName),
    indicators: compare(mapped.indicators, catalogue.indicators.map(withoutVersion), keyOf),
    rules: compare(mapped.rules, rules.map(withoutVersion), ({ id }) => id),
    constants: compare(mapped.constants, catalogue.constants, keyOf),
    groups: compare(mapped.groups, catalogue.groups, keyOf),
    codes: compare(mapped.codes, catalogue.codes, codeName),
  };
}

/** What was written, without who wrote it when. */
function withoutVersion<T extends { readonly version: number; readonly changedBy: string; readonly changedAt: string; readonly reason?: string }>(
  { version: _version, changedBy: _by, changedAt: _at, reason: _reason, ...body }: T,
) {
  return body;
} // prettier-ignore

function compare<T>(now: readonly T[], before: readonly T[], nameOf: (one: T) => string): Change<T> {
  const known = new Map(before.map((one) => [nameOf(one), one]));
  const distinct = [...new Map(now.map((one) => [nameOf(one), one])).values()];
  const changed = distinct.filter((one) => known.has(nameOf(one)) && !isSame(one, known.get(nameOf(one))));
  const inserted = distinct.filter((one) => !known.has(nameOf(one)));
  return { inserted, changed, unchanged: distinct.length - inserted.length - changed.length };
}

function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(asKept(one), asKept(other));
}

/** As it comes back from the database. */
function asKept(one: unknown): unknown {
  return JSON.parse(JSON.stringify(one));
}

function countChanges(changes: Changes): MetadataOutcome["counts"] {
  const count = ({ inserted, changed, unchanged }: Change<unknown>): MetadataCount => ({
    inserted: inserted.length,
    changed: changed.length,
    unchanged,
  });
  return {
    elements: count(changes.elements),
    dataSets: count(changes.dataSets),
    indicators: count(changes.indicators),
    rules: count(changes.rules),
    constants: count(changes.constants),
    groups: count(changes.groups),
    codes: count(changes.codes),
  };
}

async function save(tx: Transaction, { province, user }: Context, changes: Changes, codes: readonly ExternalCode[], reason: string): Promise<void> {
  const change = { by: user.id, reason };
  const fresh = <T>({ inserted, changed }: Change<T>): T[] => [...inserted, ...changed];
  const elements = fresh(changes.elements);
  if (elements.length > 0) await saveDataElements(tx, province, elements);
  for (const dataSet of fresh(changes.dataSets)) await saveDataSet(tx, province, dataSet, { origin: "people", by: user.id });
  await saveConstants(tx, province, fresh(changes.constants), change);
  await saveOrgUnitGroups(tx, province, fresh(changes.groups));
  // All targets of a code are said together.
  const said = new Set(fresh(changes.codes).map(({ kind, code }) => `${kind}|${code}`));
  await saveExternalCodes(tx, province, codes.filter(({ kind, code }) => said.has(`${kind}|${code}`)));
  await saveIndicators(tx, province, fresh(changes.indicators), change);
  await saveValidationRules(tx, province, fresh(changes.rules), change);
} // prettier-ignore
