import { isAllowed, unitsFor, type Extent, type Whereabouts } from "#domain/access.ts";
import type { Permission } from "#domain/permission.ts";
import { Refusal } from "#domain/refusal.ts";
import type { RowScope } from "#store/row-level-security.ts";
import type { Context, User } from "./context.ts";

/**
 * Goes on when the user may do this there; else refuses with `not-permitted`. For acts in a programme (entering,
 * approving, importing) name the programme too: who is limited to some may not act where none is named.
 * ```ts
 * allow(context, "approve-values", { orgUnit, programme: dataSet.programme });
 * ```
 */
export function allow(
  { user }: Pick<Context, "user">,
  permission: Permission,
  where: Whereabouts = {},
): void {
  if (isAllowed(user.access, permission, where)) return;
  const { orgUnit = "", programme = "" } = where;
  throw new Refusal("not-permitted", { permission, orgUnit, programme });
}

/** Whether `allow` would go on: for showing what can be done, never instead of it. */
export function isPermitted(
  { user }: Pick<Context, "user">,
  permission: Permission,
  where?: Whereabouts,
): boolean {
  return isAllowed(user.access, permission, where);
}

/** The units on which the user has a permission, for lists: `"all"`, or their uids. */
export function scopeOf({ user }: Pick<Context, "user">, permission: Permission = "read-figures"): Extent {
  return unitsFor(user.access, permission);
}

/** The scope as a list for a statement (`$2::text[] is null or org_unit = any($2)`), `undefined` for all. */
export function unitsInScope(
  context: Pick<Context, "user">,
  permission: Permission = "read-figures",
): string[] | undefined {
  const extent = scopeOf(context, permission);
  return extent === "all" ? undefined : [...extent];
}

/** What the rows of a user's transactions are limited to, whatever the operation asks for. */
export function rowScopeOf({ id, access }: Pick<User, "id" | "access">): RowScope {
  return {
    account: id,
    reads: unitsFor(access, "read-figures"),
    writes: unitsFor(access, "enter-values", "approve-values", "import-values"),
    composes: unitsFor(access, "write-report", "issue-report", "give-directives", "update-tasks"),
    manages: unitsFor(access, "manage-accounts", "reset-passwords", "read-audit"),
    configures: unitsFor(access, "manage-catalogue") === "all",
  };
}
