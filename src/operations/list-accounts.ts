import type { Account } from "#domain/account.ts";
import { covers } from "#domain/access.ts";
import { mayKeep, mayReset } from "#domain/account-rule.ts";
import { Refusal } from "#domain/refusal.ts";
import { listAccounts as listAll } from "#store/accounts.ts";
import { isPermitted, scopeOf } from "./access.ts";
import type { Context } from "./context.ts";

/** An account and what the user may do with it. */
export interface ListedAccount extends Account {
  readonly mayKeep: boolean;
  readonly mayReset: boolean;
}

/** The accounts of the units whose accounts the user keeps or whose passwords the user may reset. */
export async function listAccounts(context: Context): Promise<ListedAccount[]> {
  const { db, province, user } = context;
  if (!isPermitted(context, "manage-accounts") && !isPermitted(context, "reset-passwords"))
    throw new Refusal("not-permitted", { permission: "manage-accounts", orgUnit: "", programme: "" });
  const scopes = [scopeOf(context, "manage-accounts"), scopeOf(context, "reset-passwords")];
  const accounts = await listAll(db, province);
  const own = accounts.find(({ id }) => id === user.id);
  const ownUnits = own ? [own.orgUnit, ...own.grants.map(({ orgUnit }) => orgUnit)] : [];
  return accounts
    .filter(({ orgUnit }) => scopes.some((scope) => covers(scope, orgUnit)))
    .map((account) => ({
      ...account,
      mayKeep: mayKeep(user.access, account),
      mayReset: account.id !== user.id && mayReset(user.access, account, ownUnits),
    }));
}
