import type { Account } from "#domain/account.ts";
import { mayKeep } from "#domain/account-rule.ts";
import { Refusal } from "#domain/refusal.ts";
import { findAccount } from "#store/accounts.ts";
import type { Context } from "./context.ts";

/** An account in sight; refuses with `unknown-account`, the same whether it is not there or not to be seen. */
export async function getAccount({ db, province }: Context, id: string): Promise<Account> {
  const account = await findAccount(db, province, id);
  if (!account) throw new Refusal("unknown-account", { account: id });
  return account;
}

/** An account that the user may keep; refuses with `unknown-account` and `account-beyond-scope`. */
export async function getKeptAccount(context: Context, id: string): Promise<Account> {
  const account = await getAccount(context, id);
  if (!mayKeep(context.user.access, account)) throw new Refusal("account-beyond-scope", { account: id });
  return account;
}
