import { approverOf, versionFor } from "#domain/data-set.ts";
import { cellName, type DataValue } from "#domain/data-value.ts";
import type { Finding } from "#domain/finding.ts";
import { periodEnd } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import { isOpen } from "#domain/submission.ts";
import { listDataSetVersions } from "#store/data-sets.ts";
import type { DataValueKey } from "#store/data-values.ts";
import type { Queryable } from "#store/database.ts";
import { listHandedInCells, type HandedInCell } from "#store/handed-in-values.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { periodName } from "#wording/period.ts";
import type { Context } from "./context.ts";

/**
 * Refuses (`value-locked`) to change a cell that came in with a form which somebody has approved: what was looked at
 * and signed for is changed only by reopening the form, so that unit and approver know.
 */
export async function requireUnlocked(
  tx: Queryable,
  context: Pick<Context, "province">,
  cell: DataValueKey,
): Promise<void> {
  const [locked] = await listLocked(tx, context, [cell]);
  if (locked) throw new Refusal("value-locked", locked.facts);
}

/** A blocking finding for each value of a file that would replace what came in with an approved form. */
export async function findLockedValues(
  { db, province }: Pick<Context, "db" | "province">,
  values: readonly DataValue[],
  rowOf: (value: DataValue) => Pick<Finding, "place">,
): Promise<Finding[]> {
  const locked = await listLocked(db, { province }, values);
  const byCell = new Map(locked.map(({ cell, facts }) => [cellName(cell), facts]));
  return values.flatMap((value) => {
    const facts = byCell.get(cellName(value));
    if (!facts) return [];
    const { element: key, optionCombo: breakdown } = value;
    return [{ code: "value-locked", severity: "blocking" as const, facts: { ...facts, key, breakdown }, ...rowOf(value) }]; // prettier-ignore
  });
}

interface Locked {
  readonly cell: HandedInCell;
  readonly facts: Record<string, string>;
}

async function listLocked(
  db: Queryable,
  { province }: Pick<Context, "province">,
  cells: readonly Omit<DataValueKey, "source">[],
): Promise<Locked[]> {
  if (cells.length === 0) return [];
  const handedIn = await listHandedInCells(db, province, cells);
  const locked = handedIn.filter((cell) => !isOpen({ ...cell, version: 1 }));
  if (locked.length === 0) return [];
  const [versions, units] = await Promise.all([
    listDataSetVersions(db, province, [...new Set(locked.map(({ dataSet }) => dataSet))]),
    listOrgUnits(db, province),
  ]);
  const names = new Map(units.map(({ uid, fullName }) => [uid, fullName]));
  return locked.map((cell) => {
    const { dataSet: id, period, orgUnit, approvedTiers } = cell;
    const dataSet = versionFor(versions.filter((each) => each.id === id), period); // prettier-ignore
    const tier = dataSet?.approvals[approvedTiers - 1];
    const approver =
      dataSet && tier && approverOf(tier, units, orgUnit, periodEnd(period, dataSet.periodRule));
    const facts = {
      dataSet: dataSet?.name.vi ?? id,
      dataSetEn: dataSet?.name.en ?? id,
      period: periodName(period),
      orgUnit: names.get(orgUnit) ?? orgUnit,
      approver: names.get(approver ?? "") ?? tier?.name.vi ?? "",
      approverEn: names.get(approver ?? "") ?? tier?.name.en ?? "",
    };
    return { cell, facts };
  });
}
