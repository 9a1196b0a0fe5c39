import type { Account, Grant } from "#domain/account.ts";
import type { Queryable } from "./database.ts";
import { withoutNulls } from "./nulls.ts";

/** Of the account in `account`: its grants in the order of role and unit. */
export const grantsOfAccount = `
  (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
            'role', role, 'orgUnit', org_unit, 'programmes', programmes)) order by role, org_unit), '[]')
   from account_grant where account_grant.province = account.province and account_grant.account = account.id)`;

const columns = `
  id, full_name as "fullName", org_unit as "orgUnit", email, must_change_password as "mustChangePassword",
  totp_confirmed_at is not null as "hasTotp", is_demo as "isDemo", disabled_at as "disabledAt",
  last_sign_in_at as "lastSignInAt", ${grantsOfAccount} as grants`;

interface AccountRow extends Omit<Account, "email" | "disabledAt" | "lastSignInAt"> {
  readonly email: string | null;
  readonly disabledAt: string | null;
  readonly lastSignInAt: string | null;
}

/** All accounts in the order of their names. */
export async function listAccounts(db: Queryable, province: string): Promise<Account[]> {
  const rows = await db.query<AccountRow>(`select ${columns} from account where province = $1 order by id`, [
    province,
  ]);
  return rows.map(withoutNulls);
}

export async function findAccount(db: Queryable, province: string, id: string): Promise<Account | undefined> {
  const [row] = await db.query<AccountRow>(`select ${columns} from account where province = $1 and id = $2`, [
    province,
    id,
  ]);
  return row && withoutNulls(row);
}

/** Whether anybody may sign in at all; without accounts of a demonstration when only real ones count. */
export async function hasAccounts(db: Queryable, province: string, { real = false } = {}): Promise<boolean> {
  const [row] = await db.query<{ some: boolean }>(
    `select exists (select from account where province = $1 and not ($2 and is_demo)) as some`,
    [province, real],
  );
  return row?.some ?? false;
}

/**
 * A new account with its first password's hash; answers whether the name was free. What people of a demonstration make
 * belongs to the demonstration.
 */
export async function addAccount(
  db: Queryable,
  province: string,
  account: Pick<Account, "id" | "fullName" | "orgUnit" | "email"> & {
    readonly passwordHash: string;
    readonly mustChangePassword: boolean;
  },
  by: string,
): Promise<boolean> {
  const { id, fullName, orgUnit, email, passwordHash, mustChangePassword } = account;
  const rows = await db.query(
    `insert into account (province, id, full_name, org_unit, email, password_hash, must_change_password, created_by, is_demo)
     values ($1::text, $2, $3, $4, $5, $6, $7, $8::text,
             exists (select from account where province = $1::text and id = $8::text and is_demo)) on conflict do nothing returning id`,
    [province, id, fullName, orgUnit, email ?? null, passwordHash, mustChangePassword, by],
  );
  return rows.length > 0;
}

/** Marks accounts as those of a demonstration, which may sign in only while one is running. */
export async function markDemo(db: Queryable, province: string, ids: readonly string[]): Promise<void> {
  await db.query("update account set is_demo = true where province = $1 and id = any($2)", [province, ids]);
}

/** A grant, in place of one of the same role at the same unit. */
export async function saveGrant(
  db: Queryable,
  province: string,
  account: string,
  { role, orgUnit, programmes }: Grant,
  by: string,
): Promise<void> {
  await removeGrant(db, province, account, { role, orgUnit });
  await db.query(
    `insert into account_grant (province, account, role, org_unit, programmes, granted_by)
     values ($1, $2, $3, $4, $5, $6)`,
    [province, account, role, orgUnit, programmes ?? null, by],
  );
}

export async function removeGrant(
  db: Queryable,
  province: string,
  account: string,
  { role, orgUnit }: Pick<Grant, "role" | "orgUnit">,
): Promise<void> {
  await db.query(
    "delete from account_grant where province = $1 and account = $2 and role = $3 and org_unit = $4",
    [province, account, role, orgUnit],
  );
}

/** A new password; signs of the old one are left to `endSessions`. */
export async function savePassword(
  db: Queryable,
  province: string,
  id: string,
  { passwordHash, mustChange }: { readonly passwordHash: string; readonly mustChange: boolean },
): Promise<void> {
  await db.query(
    "update account set password_hash = $3, must_change_password = $4 where province = $1 and id = $2",
    [province, id, passwordHash, mustChange],
  );
}

export async function saveDisabled(
  db: Queryable,
  province: string,
  id: string,
  isDisabled: boolean,
): Promise<void> {
  await db.query(
    "update account set disabled_at = case when $3 then coalesce(disabled_at, now()) end where province = $1 and id = $2",
    [province, id, isDisabled],
  );
}

/** How many accounts other than the one named hold a role at a unit and may sign in. */
export async function countOthersWith(
  db: Queryable,
  province: string,
  { role, orgUnit }: Pick<Grant, "role" | "orgUnit">,
  except: string,
): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select count(*)::int as count from account_grant
     join account on account.province = account_grant.province and account.id = account_grant.account
     where account.province = $1 and role = $2 and account_grant.org_unit = $3 and account.id <> $4
       and disabled_at is null and not is_demo`,
    [province, role, orgUnit, except],
  );
  return row?.count ?? 0;
}
