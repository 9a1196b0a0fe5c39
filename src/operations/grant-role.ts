import type { Grant } from "#domain/account.ts";
import { Refusal } from "#domain/refusal.ts";
import { countOthersWith, removeGrant, saveGrant } from "#store/accounts.ts";
import { requireOrgUnits } from "#store/org-units.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { requireProgrammes } from "./create-account.ts";
import { getKeptAccount } from "./get-account.ts";
import { recordAudit } from "./record-audit.ts";

/** Gives an account a role at a unit and below; in place of the same role at the same unit, if it has it already. */
export async function grantRole(context: Context, id: string, grant: Grant): Promise<void> {
  const { db, province, user } = context;
  await requireOrgUnits(db, province, [grant.orgUnit]);
  await requireProgrammes(context, [grant]);
  allow(context, "manage-accounts", { orgUnit: grant.orgUnit });
  const account = await getKeptAccount(context, id);
  await db.transaction(async (tx) => {
    await saveGrant(tx, province, account.id, grant, user.id);
    const facts = { role: grant.role, ...(grant.programmes && { programmes: grant.programmes }) };
    await recordAudit(tx, context, { action: "role-granted", orgUnit: grant.orgUnit, subject: id, facts });
  });
}

/** Takes a role away; it ends with the next request of the account. Refuses with `last-administrator`. */
export async function withdrawRole(
  context: Context,
  id: string,
  { role, orgUnit }: Pick<Grant, "role" | "orgUnit">,
): Promise<void> {
  const { db, province } = context;
  const account = await getKeptAccount(context, id);
  await db.transaction(async (tx) => {
    if (role === "quan-tri" && orgUnit === province) await requireAnotherAdministrator(tx, context, id);
    await removeGrant(tx, province, account.id, { role, orgUnit });
    await recordAudit(tx, context, { action: "role-withdrawn", orgUnit, subject: id, facts: { role } });
  });
}

/** Somebody must stay who can let the others in. */
export async function requireAnotherAdministrator(
  tx: Parameters<typeof countOthersWith>[0],
  { province }: Context,
  id: string,
): Promise<void> {
  const others = await countOthersWith(tx, province, { role: "quan-tri", orgUnit: province }, id);
  if (others === 0) throw new Refusal("last-administrator", { account: id });
}
