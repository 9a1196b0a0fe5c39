import type { Queryable } from "./database.ts";

/** What proves that somebody is who they say. Only the owner of the tables reads it, before anybody is known. */
export interface Credentials {
  readonly id: string;
  readonly passwordHash: string | null;
  readonly isDisabled: boolean;
  readonly isDemo: boolean;
  readonly totpSecret: string | null;
  readonly isTotpConfirmed: boolean;
  readonly totpLastStep: number | null;
}

const columns = `
  id, password_hash as "passwordHash", disabled_at is not null as "isDisabled", is_demo as "isDemo",
  totp_secret as "totpSecret", totp_confirmed_at is not null as "isTotpConfirmed", totp_last_step as "totpLastStep"`;

export async function findCredentials(
  owner: Queryable,
  province: string,
  id: string,
): Promise<Credentials | undefined> {
  const [row] = await owner.query<Credentials>(
    `select ${columns} from account where province = $1 and id = $2`,
    [province, id],
  );
  return row;
}

export async function noteSignIn(owner: Queryable, province: string, id: string): Promise<void> {
  await owner.query("update account set last_sign_in_at = now() where province = $1 and id = $2", [
    province,
    id,
  ]);
}

/** A new secret, which counts from the first code shown on; the former one, if any, is gone. */
export async function saveTotpSecret(
  owner: Queryable,
  province: string,
  id: string,
  secret: string | undefined,
): Promise<void> {
  await owner.query(
    `update account set totp_secret = $3, totp_confirmed_at = null, totp_last_step = null
     where province = $1 and id = $2`,
    [province, id, secret ?? null],
  );
  await saveBackupCodes(owner, province, id, []);
}

export async function confirmTotp(owner: Queryable, province: string, id: string): Promise<void> {
  await owner.query(
    "update account set totp_confirmed_at = now() where province = $1 and id = $2 and totp_secret is not null",
    [province, id],
  );
}

/** Takes the time step of a code; answers `false` when this or a later one was taken before, by whoever was faster. */
export async function takeTotpStep(
  owner: Queryable,
  province: string,
  id: string,
  step: number,
): Promise<boolean> {
  const taken = await owner.query(
    `update account set totp_last_step = $3
     where province = $1 and id = $2 and coalesce(totp_last_step, -1) < $3 returning id`,
    [province, id, step],
  );
  return taken.length > 0;
}

export async function saveBackupCodes(
  owner: Queryable,
  province: string,
  id: string,
  hashes: readonly string[],
): Promise<void> {
  await owner.query("delete from account_backup_code where province = $1 and account = $2", [province, id]);
  await owner.query(
    "insert into account_backup_code (province, account, code_hash) select $1, $2, unnest($3::text[])",
    [province, id, hashes],
  );
}

/** Uses up a backup code; answers whether there was one. */
export async function takeBackupCode(
  owner: Queryable,
  province: string,
  id: string,
  hash: string,
): Promise<boolean> {
  const taken = await owner.query(
    "delete from account_backup_code where province = $1 and account = $2 and code_hash = $3 returning 1",
    [province, id, hash],
  );
  return taken.length > 0;
}

/** The account that belongs to a person of a sign-in service, if that is known. */
export async function findAccountOfSubject(
  owner: Queryable,
  province: string,
  { issuer, subject }: OidcSubject,
): Promise<string | undefined> {
  const [row] = await owner.query<{ id: string }>(
    "select id from account where province = $1 and oidc_issuer = $2 and oidc_subject = $3",
    [province, issuer, subject],
  );
  return row?.id;
}

export interface OidcSubject {
  readonly issuer: string;
  readonly subject: string;
}

/** Ties an account that is tied to nobody yet to a person of a sign-in service; answers whether it was. */
export async function tieToSubject(
  owner: Queryable,
  province: string,
  id: string,
  { issuer, subject }: OidcSubject,
): Promise<boolean> {
  const tied = await owner.query(
    `update account set oidc_issuer = $3, oidc_subject = $4
     where province = $1 and id = $2 and oidc_subject is null and not is_demo returning id`,
    [province, id, issuer, subject],
  );
  return tied.length > 0;
}
