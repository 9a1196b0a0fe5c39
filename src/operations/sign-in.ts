import { normaliseUserName } from "#domain/account.ts";
import { Refusal } from "#domain/refusal.ts";
import { addAuditNote } from "#store/audit.ts";
import { findCredentials, noteSignIn, type Credentials } from "#store/credentials.ts";
import { addSession, removeExpiredSessions } from "#store/sessions.ts";
import { addSignInFailure, clearSignInFailures } from "#store/sign-in-failures.ts";
import type { Context } from "./context.ts";
import { isPassword } from "./password-hash.ts";
import { hashSecret, sessionToken } from "./secrets.ts";
import type { SessionSettings } from "./session-user.ts";
import { requirePatience } from "./sign-in-patience.ts";
import { isSecondFactor } from "./totp.ts";

export interface SignIn {
  readonly userName: string;
  readonly password: string;
  /** Of the authenticator application, or a backup code. */
  readonly code?: string;
}

/** From where somebody signs in. */
export interface Door {
  readonly device: string;
  readonly address: string;
}

export interface NewSession {
  readonly account: string;
  /** To be shown with every request; nobody else ever sees it, and only its hash is kept. */
  readonly token: string;
}

/**
 * Signs in with a password, and a second factor where the account has one. Refuses with `sign-in-wrong`, the same
 * whether name, password or right is lacking; `sign-in-wait` after many failures for a name; `code-needed` when all is
 * right but the code.
 */
export async function signIn(
  machine: Context,
  settings: SessionSettings & { readonly isDemo: boolean },
  input: SignIn,
  door: Door,
): Promise<NewSession> {
  const { db, province } = machine;
  const id = normaliseUserName(input.userName);
  await requirePatience(db, province, id);
  const kept = await findCredentials(db, province, id);
  const isRight = await isPassword(input.password, kept?.passwordHash);
  if (!kept || !isRight || !isOpen(kept, settings)) return fail(machine, id, door, "sign-in-wrong");
  if (kept.isTotpConfirmed && input.code === undefined) throw new Refusal("code-needed");
  if (kept.isTotpConfirmed && !(await isSecondFactor(machine, kept, input.code ?? "")))
    return fail(machine, id, door, "code-wrong");
  await clearSignInFailures(db, province, id);
  return startSession(machine, settings, id, door);
}

/** Begins a session for an account whose identity was proved. */
export function startSession(
  { db, province }: Context,
  settings: SessionSettings,
  account: string,
  { device, address }: Door,
): Promise<NewSession> {
  const token = sessionToken();
  return db.transaction(async (tx) => {
    await removeExpiredSessions(tx, province);
    await addSession(tx, province, {
      tokenHash: hashSecret(token),
      account,
      kind: "browser",
      device,
      address,
      seconds: settings.longest,
    });
    await noteSignIn(tx, province, account);
    await addAuditNote(tx, province, { account, address, action: "signed-in", facts: { device } });
    return { account, token };
  });
}

/** Accounts of a demonstration are open only while one is running. */
function isOpen({ isDisabled, isDemo }: Credentials, settings: { readonly isDemo: boolean }): boolean {
  return !isDisabled && (!isDemo || settings.isDemo);
}

async function fail({ db, province }: Context, id: string, { address }: Door, code: string): Promise<never> {
  await db.transaction(async (tx) => {
    await addSignInFailure(tx, province, id);
    // Of a name that is nobody's only its beginning: people type passwords into the wrong field.
    const known = await findCredentials(tx, province, id);
    const subject = known ? id : `${id.slice(0, 3)}…`;
    await addAuditNote(tx, province, { account: "anonymous", address, action: "sign-in-failed", subject });
  });
  throw new Refusal(code);
}
