import { timingSafeEqual } from "node:crypto";
import { isUserName, normaliseUserName } from "#domain/account.ts";
import { Refusal } from "#domain/refusal.ts";
import { addAccount, hasAccounts, saveGrant } from "#store/accounts.ts";
import { addAuditNote } from "#store/audit.ts";
import { requireGoodPassword } from "./change-password.ts";
import type { Context } from "./context.ts";
import { hashPassword } from "./password-hash.ts";
import { hashSecret, normaliseCode, oneTimeCode } from "./secrets.ts";

/** The one-time code of an installation nobody can sign in to yet; it lives as long as the server runs. */
export interface FirstVisit {
  /** To be printed where only the person who started the server sees it. */
  readonly code: string;
  /** Counts wrong tries; after ten the code is worth nothing and the server must be started again. */
  tries: number;
}

export interface CreateAdministrator {
  readonly code: string;
  readonly userName: string;
  readonly fullName: string;
  readonly password: string;
}

const mostTries = 10;

/** A code when nobody has an account yet, else `undefined`. */
export async function prepareFirstVisit({ db, province }: Context): Promise<FirstVisit | undefined> {
  return (await hasAccounts(db, province, { real: true })) ? undefined : { code: oneTimeCode(), tries: 0 };
}

/** Whether somebody real has an account: from then on nobody looks around without one. */
export async function hasPeople({ db, province }: Context): Promise<boolean> {
  return hasAccounts(db, province, { real: true });
}

/**
 * Makes the first administrator, for whoever holds the code. Refuses with `first-visit-over` when there is an account,
 * `first-visit-code-wrong`, `first-visit-locked` after ten wrong tries, and what the rules for names and passwords say.
 */
export async function createAdministrator(
  machine: Context,
  visit: FirstVisit | undefined,
  input: CreateAdministrator,
  address: string,
): Promise<string> {
  const { db, province } = machine;
  if (!visit) throw new Refusal("first-visit-over");
  requireCode(visit, input.code);
  const id = normaliseUserName(input.userName);
  if (!isUserName(id)) throw new Refusal("user-name-invalid", { userName: input.userName.slice(0, 60) });
  requireGoodPassword(input.password, id);
  const passwordHash = await hashPassword(input.password);
  await db.transaction(async (tx) => {
    // One administrator is made by this way, however many ask at once.
    await tx.query("select pg_advisory_xact_lock($1, hashtext($2))", [firstVisitLock, province]);
    if (await hasAccounts(tx, province, { real: true })) throw new Refusal("first-visit-over");
    const account = {
      id,
      fullName: input.fullName,
      orgUnit: province,
      passwordHash,
      mustChangePassword: false,
    };
    if (!(await addAccount(tx, province, account, "machine")))
      throw new Refusal("user-name-taken", { userName: id });
    await saveGrant(tx, province, id, { role: "quan-tri", orgUnit: province }, "machine");
    const note = {
      action: "account-created",
      orgUnit: province,
      subject: id,
      facts: { grants: [`quan-tri ${province}`] },
    };
    await addAuditNote(tx, province, { account: "machine", address, ...note });
  });
  return id;
}

const firstVisitLock = 7_489_113;

function requireCode(visit: FirstVisit, code: string): void {
  if (visit.tries >= mostTries) throw new Refusal("first-visit-locked");
  const [typed, right] = [code, visit.code].map((each) =>
    Buffer.from(hashSecret(normaliseCode(each)), "hex"),
  );
  if (typed && right && timingSafeEqual(typed, right)) return;
  visit.tries++;
  throw new Refusal("first-visit-code-wrong");
}
