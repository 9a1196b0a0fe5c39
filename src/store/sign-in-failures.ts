import { createHash } from "node:crypto";
import type { Queryable } from "./database.ts";

/** Failures in a row for one name, whether anybody has it or not. */
export interface SignInFailures {
  readonly failures: number;
  /** Seconds since the last one. */
  readonly since: number;
}

/** Names are kept as hashes: people type passwords into the wrong field. */
function hashOf(name: string): string {
  return createHash("sha256").update(name).digest("hex");
}

export async function findSignInFailures(
  owner: Queryable,
  province: string,
  name: string,
): Promise<SignInFailures> {
  const [row] = await owner.query<SignInFailures>(
    `select failures, extract(epoch from now() - last_at)::float8 as since from sign_in_failure
     where province = $1 and name_hash = $2`,
    [province, hashOf(name)],
  );
  return row ?? { failures: 0, since: Infinity };
}

/** Counts one more; after a day of rest the count begins anew. Old rows of anybody are cleared away with it. */
export async function addSignInFailure(owner: Queryable, province: string, name: string): Promise<void> {
  await owner.query(
    "delete from sign_in_failure where province = $1 and last_at < now() - interval '1 day'",
    [province],
  );
  await owner.query(
    `insert into sign_in_failure as kept (province, name_hash, failures, last_at) values ($1, $2, 1, now())
     on conflict (province, name_hash) do update set failures = kept.failures + 1, last_at = now()`,
    [province, hashOf(name)],
  );
}

export async function clearSignInFailures(owner: Queryable, province: string, name: string): Promise<void> {
  await owner.query("delete from sign_in_failure where province = $1 and name_hash = $2", [
    province,
    hashOf(name),
  ]);
}
