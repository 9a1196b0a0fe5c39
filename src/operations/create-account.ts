import { isUserName, normaliseUserName, type Grant } from "#domain/account.ts";
import { Refusal } from "#domain/refusal.ts";
import { addAccount, saveGrant } from "#store/accounts.ts";
import { listDataElements } from "#store/data-elements.ts";
import type { Transaction } from "#store/database.ts";
import { requireOrgUnits } from "#store/org-units.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { hashPassword } from "./password-hash.ts";
import { recordAudit } from "./record-audit.ts";
import { initialPassword } from "./secrets.ts";

export interface CreateAccount {
  readonly userName: string;
  readonly fullName: string;
  readonly orgUnit: string;
  readonly email?: string;
  readonly grants: readonly Grant[];
}

/** A new account with the password to hand over: shown once, to be changed at the first sign-in. */
export interface CreatedAccount {
  readonly userName: string;
  readonly password: string;
}

/**
 * Makes an account within one's own scope. Refuses with `user-name-invalid`, `user-name-taken`, `unknown-org-unit`, `unknown-programme`,
 * and `not-permitted` for units and grants beyond the scope.
 */
export async function createAccount(context: Context, input: CreateAccount): Promise<CreatedAccount> {
  const prepared = await prepareAccount(context, input);
  await context.db.transaction((tx) => keepAccount(tx, context, prepared));
  return prepared.created;
}

export interface PreparedAccount {
  readonly input: CreateAccount;
  readonly passwordHash: string;
  readonly created: CreatedAccount;
}

/** Decides whether the account may be made, and makes its password. */
export async function prepareAccount(context: Context, input: CreateAccount): Promise<PreparedAccount> {
  const userName = normaliseUserName(input.userName);
  if (!isUserName(userName))
    throw new Refusal("user-name-invalid", { userName: input.userName.slice(0, 60) });
  await requireOrgUnits(context.db, context.province, [
    input.orgUnit,
    ...input.grants.map(({ orgUnit }) => orgUnit),
  ]);
  await requireProgrammes(context, input.grants);
  allow(context, "manage-accounts", { orgUnit: input.orgUnit });
  for (const { orgUnit } of input.grants) allow(context, "manage-accounts", { orgUnit });
  const password = initialPassword();
  return { input, passwordHash: await hashPassword(password), created: { userName, password } };
}

/** Refuses with `unknown-programme` a programme that no data element of the catalogue belongs to. */
export async function requireProgrammes({ db, province }: Context, grants: readonly Grant[]): Promise<void> {
  const wanted = grants.flatMap(({ programmes }) => programmes ?? []);
  if (wanted.length === 0) return;
  const known = new Set((await listDataElements(db, province)).map(({ programme }) => programme));
  const stranger = wanted.find((programme) => !known.has(programme));
  if (stranger !== undefined)
    throw new Refusal("unknown-programme", {
      programme: stranger.slice(0, 100),
      programmes: [...known].join("; "),
    });
}

/** Keeps a prepared account with its grants and the note of it. */
export async function keepAccount(
  tx: Transaction,
  context: Context,
  { input, passwordHash, created: { userName } }: PreparedAccount,
): Promise<void> {
  const { province, user } = context;
  const { fullName, orgUnit, email, grants } = input;
  const account = { id: userName, fullName, orgUnit, passwordHash, mustChangePassword: true };
  const isNew = await addAccount(tx, province, { ...account, ...(email && { email }) }, user.id);
  if (!isNew) throw new Refusal("user-name-taken", { userName });
  for (const grant of grants) await saveGrant(tx, province, userName, grant, user.id);
  const facts = { grants: grants.map(({ role, orgUnit: at }) => `${role} ${at}`) };
  await recordAudit(tx, context, { action: "account-created", orgUnit, subject: userName, facts });
}
