import type { Accounts, ImportedAccountsShape } from "#contract/account.ts";
import { covers, unitsFor } from "#domain/access.ts";
import { placementOn } from "#domain/org-unit.ts";
import { listDataElements } from "#store/data-elements.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { refusalText } from "#wording/refusals.ts";
import type { Context } from "./context.ts";
import type { ImportedAccounts } from "./import-accounts.ts";
import { listAccounts } from "./list-accounts.ts";

/** The accounts for the page, with the units and programmes that can be chosen there. */
export async function publishAccounts(context: Context): Promise<Accounts> {
  const { db, province, today, user } = context;
  const accounts = await listAccounts(context);
  const [units, elements] = await Promise.all([listOrgUnits(db, province), listDataElements(db, province)]);
  const scope = unitsFor(user.access, "manage-accounts");
  const named = new Set(
    accounts.flatMap(({ orgUnit, grants }) => [orgUnit, ...grants.map((grant) => grant.orgUnit)]),
  );
  return {
    accounts: accounts.map(({ grants, ...account }) => ({
      ...account,
      grants: grants.map(({ programmes, ...grant }) => ({
        ...grant,
        ...(programmes && { programmes: [...programmes] }),
      })),
    })),
    orgUnits: units
      .filter(({ uid, kind }) => (kind !== "group" && covers(scope, uid)) || named.has(uid))
      .map((unit) => ({
        uid: unit.uid,
        fullName: unit.fullName,
        isOpen: placementOn(unit, today) !== undefined && covers(scope, unit.uid),
      })),
    programmes: [...new Set(elements.map(({ programme }) => programme))].toSorted((a, b) =>
      a.localeCompare(b, "vi"),
    ),
    mayCreate: scope === "all" || scope.size > 0,
  };
}

/** What came of a list, in words. */
export async function publishImported(
  { db, province }: Context,
  { created, problems }: ImportedAccounts,
): Promise<ImportedAccountsShape> {
  const names = new Map((await listOrgUnits(db, province)).map(({ uid, fullName }) => [uid, fullName]));
  return {
    created: created.map((one) => ({ ...one, orgUnitName: names.get(one.orgUnit) ?? one.orgUnit })),
    problems: problems.map(({ row, code, facts }) => ({
      row,
      code,
      message: { vi: refusalText(code, facts, "vi"), en: refusalText(code, facts, "en") },
    })),
  };
}
