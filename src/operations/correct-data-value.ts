import type { CorrectedValue, ValueCorrection } from "#contract/data-value.ts";
import { checkCorrection, correctable, readTypedValue } from "#domain/correction.ts";
import type { DataValue } from "#domain/data-value.ts";
import type { Finding } from "#domain/finding.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { parsePeriod } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import { listDataElements } from "#store/data-elements.ts";
import { listCellVersions, lockCell, type CellVersion } from "#store/data-value-versions.ts";
import { deleteDataValues, listDataValues, saveDataValues, type DataValueKey } from "#store/data-values.ts";
import type { Transaction } from "#store/database.ts";
import { listEarlierValues } from "#store/earlier-values.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { listSourceDocuments } from "#store/source-documents.ts";
import { findingText } from "#wording/findings.ts";
import { periodName } from "#wording/period.ts";
import { allow } from "./access.ts";
import { userName, type Context } from "./context.ts";
import { chooseCell, chooseOrgUnit, type ChosenCell } from "./data-value-cell.ts";
import { requireUnlocked } from "./locked-values.ts";
import { publishVersion } from "./view-data-value.ts";

/**
 * Puts a typed value in the place of what a cell holds, or takes it away; visible in every total at the next read.
 * Refuses what an import would refuse, `value-changed` when the cell is no longer as its corrector saw it, and
 * `value-locked` when it came in with a form that is approved.
 */
export async function correctDataValue(
  context: Context,
  correction: ValueCorrection,
): Promise<CorrectedValue> {
  const { db, province } = context;
  const [elements, units, documents] = await Promise.all([
    listDataElements(db, province),
    listOrgUnits(db, province),
    listSourceDocuments(db, province),
  ]);
  const { element: id, optionCombo: breakdown, period } = correction;
  requirePeriod(period);
  const cell = chooseCell({ element: id, role: "actual", breakdown, period }, elements);
  const unit = chooseOrgUnit(correction.orgUnit, units);
  allow(context, "import-values", { orgUnit: unit.uid, programme: cell.element.programme });
  requireCorrectable(cell, unit, context.today);
  const key: DataValueKey = { element: id, optionCombo: cell.optionCombo, orgUnit: unit.uid, period, source: "reported" }; // prettier-ignore

  return db.transaction(async (tx) => {
    await lockCell(tx, province, key);
    await requireUnlocked(tx, context, key);
    const [latest, ...earlier] = await listCellVersions(tx, province, key);
    requireUnchanged(latest, (latest ? 1 : 0) + earlier.length, correction.version);
    const current = latest?.isCurrent ? latest : undefined;
    const findings =
      correction.value === null
        ? await takeAway(tx, context, key, current, correction)
        : await replace(tx, context, { key, cell, unit, current, correction });
    const versions = await listCellVersions(tx, province, key);
    const now = versions.find(({ isCurrent }) => isCurrent);
    const names = {
      units: new Map(units.map(({ uid, fullName }) => [uid, fullName])),
      documents: new Map(documents.map((document) => [document.id, document.title])),
    };
    return {
      current: now ? publishVersion(now, names) : null,
      version: versions.length,
      warnings: findings.map((finding) => warningOf(finding, cell, unit)),
    };
  });
}

/** The store knows one spelling of a period only. */
function requirePeriod(text: string): void {
  if (parsePeriod(text) !== text) throw new Refusal("unknown-period", { period: text });
}

function requireCorrectable({ element, period }: ChosenCell, unit: OrgUnit, today: string): void {
  const name = element.name.vi;
  const facts = { name, orgUnit: unit.fullName, period: periodName(period) };
  switch (correctable(element, unit, period, today)) {
    case "computed":
      throw new Refusal("value-computed", facts);
    case "not-in-tree":
      throw new Refusal("value-unit-not-there", facts);
    case "future":
      throw new Refusal("value-in-future", facts);
    case "yes":
  }
}

/** Nobody overwrites what they have not seen. */
function requireUnchanged(latest: CellVersion | undefined, version: number, expected: number): void {
  if (version === expected) return;
  const value = latest?.value?.toFixed() ?? "";
  throw new Refusal("value-changed", { by: latest ? userName(latest.by) : "", at: latest?.at ?? "", value });
}

async function takeAway(
  tx: Transaction,
  { province, user }: Context,
  key: DataValueKey,
  current: CellVersion | undefined,
  { reason }: ValueCorrection,
): Promise<Finding[]> {
  if (!current) throw new Refusal("value-absent");
  await deleteDataValues(tx, province, [key], { by: user.id, reason });
  return [];
}

interface Replacement {
  readonly key: DataValueKey;
  readonly cell: ChosenCell;
  readonly unit: OrgUnit;
  readonly current: CellVersion | undefined;
  readonly correction: ValueCorrection;
}

/** Saves the typed value; answers what looks odd about it. */
async function replace(tx: Transaction, context: Context, replacement: Replacement): Promise<Finding[]> {
  const { province, user, today } = context;
  const { key, cell, unit, current, correction } = replacement;
  const typed = typedValue(replacement);
  if (current?.value?.eq(typed.value)) throw new Refusal("value-same");
  const { element, period } = cell;
  const existing = await listDataValues(tx, { province, periods: [period], source: "reported", elements: [element.id], orgUnits: [unit.uid] }); // prettier-ignore
  const findings = checkCorrection(typed, element, existing, today);
  const blocking = findings.find(({ severity }) => severity === "blocking");
  if (blocking) throw new Refusal(blocking.code, factsOf(blocking, cell, unit));

  const [before = typed] = await listEarlierValues(tx, province, [typed]); // put back, it is the document's number again
  const change = { by: user.id, reason: correction.reason, onlyNew: current === undefined };
  const { inserted, changed } = await saveDataValues(tx, province, [before], change);
  if (inserted + changed === 0) {
    // Somebody who takes no lock, an import, was first.
    const [latest] = await listCellVersions(tx, province, key);
    requireUnchanged(latest, -1, correction.version);
  }
  return findings;
}

/** A corrected number was still reported by the same body as of the same day; the words it was read from no longer say it. */
function typedValue({ key, cell, current, correction, unit }: Replacement): DataValue {
  const text = correction.value ?? "";
  const value = readTypedValue(text, cell.element);
  if (typeof value === "string") {
    const facts = { text, name: cell.element.name.vi, orgUnit: unit.fullName };
    throw value === "value-not-whole" ? new Refusal("value-not-whole", facts) : new Refusal("value-unreadable", facts); // prettier-ignore
  }
  const { asOf, reportedBy, basis } = current ?? {};
  return {
    ...key,
    value,
    ...(asOf !== undefined && { asOf }),
    ...(reportedBy !== undefined && { reportedBy }),
    ...(basis && { basis }),
  };
}

/** The facts of a finding, with names where ids stand. */
function factsOf({ facts }: Finding, { element, period }: ChosenCell, unit: OrgUnit): Finding["facts"] {
  return { ...facts, key: element.name.vi, period: periodName(period), orgUnit: unit.fullName };
}

function warningOf(finding: Finding, cell: ChosenCell, unit: OrgUnit): CorrectedValue["warnings"][number] {
  const { code, severity } = finding;
  const named = { code, severity, facts: factsOf(finding, cell, unit) };
  return { code, text: { vi: findingText(named, "vi"), en: findingText(named, "en") } };
}
