import type { SessionState } from "#contract/session.ts";
import { unitsFor } from "#domain/access.ts";
import { permissions } from "#domain/permission.ts";
import { listOrgUnits } from "#store/org-units.ts";
import type { Context } from "./context.ts";
import type { SignedIn } from "./session-user.ts";

/** Who is signed in and what for: what a page needs to show what can be done. */
export async function describeUser(
  { db, province, user }: Context,
  account?: SignedIn["account"],
): Promise<NonNullable<SessionState["user"]>> {
  const orgUnit = account?.orgUnit ?? province;
  const names = new Map((await listOrgUnits(db, province)).map(({ uid, fullName }) => [uid, fullName]));
  return {
    id: user.id,
    fullName: user.name,
    orgUnit,
    orgUnitName: names.get(orgUnit) ?? orgUnit,
    mustChangePassword: account?.mustChangePassword ?? false,
    isDemo: account?.isDemo ?? false,
    permissions: permissions.filter((permission) => {
      const extent = unitsFor(user.access, permission);
      return extent === "all" || extent.size > 0;
    }),
    grants: (account?.grants ?? []).map(({ role, orgUnit: at, programmes }) => ({
      role,
      orgUnit: at,
      orgUnitName: names.get(at) ?? at,
      ...(programmes && { programmes: [...programmes] }),
    })),
  };
}
