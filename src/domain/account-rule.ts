import { isAllowed, type Access } from "./access.ts";
import type { Account, Grant } from "./account.ts";
import { permissionsOf } from "./permission.ts";

/**
 * Whether somebody may keep an account: change its grants, disable it, reset its password. All its grants must lie
 * within the keeper's own scope, or keeping it would be a way to more than one has.
 */
export function mayKeep(keeper: Access, account: Pick<Account, "orgUnit" | "grants">): boolean {
  const units = [account.orgUnit, ...account.grants.map(({ orgUnit }) => orgUnit)];
  return units.every((orgUnit) => isAllowed(keeper, "manage-accounts", { orgUnit }));
}

/**
 * Whether somebody may reset a password: whoever keeps the account; and a superior unit, for people of units below
 * who may do nothing there that the superior may not do itself.
 */
export function mayReset(
  keeper: Access,
  account: Pick<Account, "orgUnit" | "grants">,
  ownUnits: readonly string[],
): boolean {
  if (mayKeep(keeper, account)) return true;
  const isBelow = (orgUnit: string) =>
    !ownUnits.includes(orgUnit) && isAllowed(keeper, "reset-passwords", { orgUnit });
  return (
    isBelow(account.orgUnit) &&
    account.grants.every((grant) => isBelow(grant.orgUnit) && holds(keeper, grant))
  );
}

function holds(keeper: Access, { role, orgUnit, programmes }: Grant): boolean {
  const where = programmes?.map((programme) => ({ orgUnit, programme })) ?? [{ orgUnit }];
  return permissionsOf[role].every((permission) =>
    where.every((place) => isAllowed(keeper, permission, place)),
  );
}
