import type { Grant } from "./account.ts";
import { isLooking, permissionsOf, type Permission } from "./permission.ts";
import type { Reach } from "./reach.ts";

/** Units or programmes without exception, or just those. */
export type Extent = "all" | ReadonlySet<string>;

/** What one grant comes to: which permissions, over which units, in which programmes. */
export interface GrantedAccess {
  readonly permissions: ReadonlySet<Permission>;
  readonly acts: Extent;
  readonly looks: Extent;
  readonly programmes: Extent;
}

/** All that somebody may do. `everything` is the machine itself: the command line, and work nobody asked for. */
export type Access = "everything" | readonly GrantedAccess[];

/** Where something is to be done. Without `orgUnit`: anywhere at all. */
export interface Whereabouts {
  readonly orgUnit?: string;
  readonly programme?: string;
}

/** What grants come to. A grant at the root of the province covers all of it, units outside the tree included. */
export function accessOf(grants: readonly Grant[], province: string, reach: (root: string) => Reach): Access {
  return grants.map(({ role, orgUnit, programmes }) => {
    const reached: { acts: Extent; looks: Extent } =
      orgUnit === province ? { acts: "all", looks: "all" } : reach(orgUnit);
    return {
      permissions: new Set(permissionsOf[role]),
      acts: reached.acts,
      looks: reached.looks,
      programmes: programmes ? new Set(programmes) : "all",
    };
  });
}

/**
 * Whether something may be done. Programmes limit acting, not looking: an officer of one programme reads the figures
 * of all. Who is limited to programmes may not act where none is named.
 */
export function isAllowed(
  access: Access,
  permission: Permission,
  { orgUnit, programme }: Whereabouts = {},
): boolean {
  if (access === "everything") return true;
  return access.some(
    (grant) =>
      grant.permissions.has(permission) &&
      (orgUnit === undefined || covers(isLooking(permission) ? grant.looks : grant.acts, orgUnit)) &&
      (isLooking(permission) ||
        grant.programmes === "all" ||
        (programme !== undefined && grant.programmes.has(programme))),
  );
}

/** The units on which any of the permissions may be used, in whatever programme. */
export function unitsFor(access: Access, ...wanted: readonly Permission[]): Extent {
  if (access === "everything") return "all";
  const units = new Set<string>();
  for (const permission of wanted) {
    for (const grant of access) {
      if (!grant.permissions.has(permission)) continue;
      const extent = isLooking(permission) ? grant.looks : grant.acts;
      if (extent === "all") return "all";
      for (const uid of extent) units.add(uid);
    }
  }
  return units;
}

/** Whether somebody belongs to a programme at a unit: then its small counts are shown in full. */
export function isInProgramme(access: Access, programme: string, orgUnit: string): boolean {
  if (access === "everything") return true;
  return access.some(
    ({ programmes, looks }) => programmes !== "all" && programmes.has(programme) && covers(looks, orgUnit),
  );
}

export function covers(extent: Extent, member: string): boolean {
  return extent === "all" || extent.has(member);
}
