import { isAllowed, isInProgramme } from "#domain/access.ts";
import { optionCombo } from "#domain/breakdown.ts";
import type { DataElement } from "#domain/data-element.ts";
import { placementOn, type OrgUnit } from "#domain/org-unit.ts";
import { periodEnd } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import { hideSmallCounts, spreadSensitivity } from "#domain/small-counts.ts";
import { listDataElements } from "#store/data-elements.ts";
import type { Queryable } from "#store/database.ts";
import { listSensitiveElements } from "#store/sensitive-elements.ts";
import type { Context } from "./context.ts";
import type { TableCell } from "./query-figures-table.ts";

/** The cells of a table, without the small counts that the user is not to see. */
export async function withoutSmallCounts(
  tx: Queryable,
  { province, user }: Pick<Context, "province" | "user">,
  cells: readonly TableCell[],
  { elements, units }: { readonly elements: readonly DataElement[]; readonly units: readonly OrgUnit[] },
): Promise<readonly TableCell[]> {
  if (user.access === "everything") return cells;
  const sensitive = await listSensitiveElements(tx, province);
  if (sensitive.length === 0) return cells;
  const limits = spreadSensitivity(sensitive, elements);
  const byKey = new Map(elements.filter(({ id }) => limits.has(id)).map((element) => [element.key, element]));
  const byUid = new Map(units.map((unit) => [unit.uid, unit]));
  const hidden = new Map<TableCell, { readonly below?: number }>();
  for (const [, own] of groupByItem(cells)) {
    const element = byKey.get(own[0]!.item.key);
    if (!element) continue;
    const below = limits.get(element.id)!;
    const outside = own.filter(({ orgUnit }) => !knows(user, element, orgUnit));
    const found = hideSmallCounts(outside, {
      below,
      isWhole: (uid) => uid === province,
      parentOf: ({ orgUnit, period }) => {
        const unit = byUid.get(orgUnit);
        return (unit && placementOn(unit, periodEnd(period))?.parent) ?? "";
      },
    });
    for (const [cell, why] of found) hidden.set(cell, why === "small" ? { below } : {});
  }
  return hidden.size === 0 ? cells : cells.map((cell) => (hidden.has(cell) ? blind(cell, hidden.get(cell)!) : cell)); // prettier-ignore
}

/** Who works in the programme, or enters and approves its values there, knows them anyway. */
function knows(
  { access }: Context["user"],
  { programme }: Pick<DataElement, "programme">,
  orgUnit: string,
): boolean {
  const where = { orgUnit, programme };
  return (
    isInProgramme(access, programme, orgUnit) ||
    isAllowed(access, "enter-values", where) ||
    isAllowed(access, "approve-values", where)
  );
}

/** A cell without its number, and without anything that tells it. */
function blind(cell: TableCell, { below }: { readonly below?: number }): TableCell {
  const { item, orgUnit, period, role, unit, reported, expected, carried } = cell;
  const place = { item, orgUnit, period, role, unit, reported, expected, carried, value: undefined };
  return { ...place, state: "hidden", reason: "small-count", ...(below !== undefined && { below }) };
}

function groupByItem(cells: readonly TableCell[]): Map<string, TableCell[]> {
  const groups = new Map<string, TableCell[]>();
  for (const cell of cells) {
    const name = `${cell.item.key}[${optionCombo(cell.item.breakdown)}]`;
    const known = groups.get(name);
    if (known) known.push(cell);
    else groups.set(name, [cell]);
  }
  return groups;
}

/** Refuses with `small-counts-hidden` to open single values of a sensitive element to somebody outside its programme. */
export async function requireOpenCounts(
  { db, province, user }: Context,
  element: Pick<DataElement, "id" | "programme">,
  orgUnit: string,
): Promise<void> {
  if (user.access === "everything" || knows(user, element, orgUnit)) return;
  const sensitive = await listSensitiveElements(db, province);
  if (sensitive.length === 0) return;
  const limits = spreadSensitivity(sensitive, await listDataElements(db, province));
  if (limits.has(element.id)) throw new Refusal("small-counts-hidden", { programme: element.programme });
}
