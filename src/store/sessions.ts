import type { Account, Grant } from "#domain/account.ts";
import { grantsOfAccount } from "./accounts.ts";
import type { Queryable } from "./database.ts";

export type SessionKind = "browser" | "token";

/** Somebody's being signed in somewhere. */
export interface Session {
  readonly id: string;
  readonly account: string;
  readonly kind: SessionKind;
  /** What signed in: a browser in words, or the name of another system. */
  readonly device: string;
  readonly address: string;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
}

/** A session with all that is needed to know what its owner may do. */
export interface FoundSession {
  readonly id: string;
  readonly account: Pick<Account, "id" | "fullName" | "orgUnit" | "mustChangePassword" | "isDemo"> & {
    readonly grants: readonly Grant[];
  };
  readonly treeRevision: number;
  /** Seconds since its last use was noted. */
  readonly idle: number;
}

export async function addSession(
  owner: Queryable,
  province: string,
  session: Pick<Session, "account" | "kind" | "device" | "address"> & {
    readonly tokenHash: string;
    readonly seconds: number;
  },
): Promise<string> {
  const { tokenHash, account, kind, device, address, seconds } = session;
  const [row] = await owner.query<{ id: string }>(
    `insert into session (province, token_hash, account, kind, device, address, expires_at)
     values ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7)) returning id`,
    [province, tokenHash, account, kind, device, address, seconds],
  );
  if (!row) throw new Error("the session was not kept");
  return row.id;
}

/** The session of a token, if it is neither past its end, nor left unused for too long, nor of a disabled account. */
export async function findSession(
  owner: Queryable,
  province: string,
  tokenHash: string,
  idleSeconds: number,
): Promise<FoundSession | undefined> {
  const [row] = await owner.query<FoundSession>(
    `select session.id,
            jsonb_build_object('id', account.id, 'fullName', account.full_name, 'orgUnit', account.org_unit,
              'mustChangePassword', account.must_change_password, 'isDemo', account.is_demo,
              'grants', ${grantsOfAccount}) as account,
            coalesce((select revision from tree_revision where province = $1), 0) as "treeRevision",
            extract(epoch from now() - session.last_used_at)::float8 as idle
     from session
     join account on account.province = session.province and account.id = session.account
     where session.province = $1 and session.token_hash = $2 and session.expires_at > now()
       and (session.kind = 'token' or session.last_used_at > now() - make_interval(secs => $3))
       and account.disabled_at is null`,
    [province, tokenHash, idleSeconds],
  );
  return row;
}

/** Notes that a session is in use now; what is long over is cleared away with it. */
export async function touchSession(owner: Queryable, province: string, id: string): Promise<void> {
  await owner.query("update session set last_used_at = now() where province = $1 and id = $2", [
    province,
    id,
  ]);
}

/** The sessions of an account, or of all that are in sight, the one used last first. */
export async function listSessions(
  db: Queryable,
  province: string,
  { account, idleSeconds }: { readonly account?: string; readonly idleSeconds: number },
): Promise<Session[]> {
  return db.query<Session>(
    `select id, account, kind, device, address, created_at as "createdAt", last_used_at as "lastUsedAt",
            expires_at as "expiresAt"
     from session
     where province = $1 and ($2::text is null or account = $2) and expires_at > now()
       and (kind = 'token' or last_used_at > now() - make_interval(secs => $3))
     order by last_used_at desc, id`,
    [province, account ?? null, idleSeconds],
  );
}

/** Whose session it is, if it is in sight. */
export async function findSessionOwner(
  db: Queryable,
  province: string,
  id: string,
): Promise<string | undefined> {
  const [row] = await db.query<{ account: string }>(
    "select account from session where province = $1 and id = $2",
    [province, id],
  );
  return row?.account;
}

export async function endSession(db: Queryable, province: string, id: string): Promise<void> {
  await db.query("delete from session where province = $1 and id = $2", [province, id]);
}

/** Ends all sessions of an account, perhaps but one; tokens of other systems among them. */
export async function endSessionsOf(
  db: Queryable,
  province: string,
  account: string,
  except?: string,
): Promise<number> {
  const ended = await db.query(
    "delete from session where province = $1 and account = $2 and ($3::uuid is null or id <> $3) returning 1",
    [province, account, except ?? null],
  );
  return ended.length;
}

/** Clears away sessions past their end. */
export async function removeExpiredSessions(owner: Queryable, province: string): Promise<void> {
  await owner.query("delete from session where province = $1 and expires_at < now()", [province]);
}
