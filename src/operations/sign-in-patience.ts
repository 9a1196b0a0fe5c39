import { Refusal } from "#domain/refusal.ts";
import { signInDelay } from "#domain/sign-in-delay.ts";
import type { Queryable } from "#store/database.ts";
import { findSignInFailures } from "#store/sign-in-failures.ts";

/** Refuses with `sign-in-wait` while a name must rest after failures; the same for names that nobody has. */
export async function requirePatience(owner: Queryable, province: string, id: string): Promise<void> {
  const { failures, since } = await findSignInFailures(owner, province, id);
  const seconds = Math.ceil(signInDelay(failures) - since);
  if (seconds > 0) throw new Refusal("sign-in-wait", { seconds });
}
