import { generateSecret, generateURI, verify } from "otplib";
import {
  findCredentials,
  saveBackupCodes,
  saveTotpSecret,
  confirmTotp,
  takeBackupCode,
  takeTotpStep,
  type Credentials,
} from "#store/credentials.ts";
import { Refusal } from "#domain/refusal.ts";
import { findAccount } from "#store/accounts.ts";
import { addSignInFailure } from "#store/sign-in-failures.ts";
import type { Context } from "./context.ts";
import { isPassword } from "./password-hash.ts";
import { recordAudit } from "./record-audit.ts";
import { hashSecret, initialPassword, normaliseCode } from "./secrets.ts";
import { requirePatience } from "./sign-in-patience.ts";

/** RFC 6238 with the values every authenticator application takes: six digits, thirty seconds. */
const step = 30;
/** Clocks of telephones are off by a little: the code before and the code after count too. */
const tolerance = 30;
const backupCodes = 8;

/** Whether a code is right and was not taken before: of the application, or one of the backup codes. */
export async function isSecondFactor(
  { db, province }: Context,
  kept: Credentials,
  code: string,
): Promise<boolean> {
  const typed = normaliseCode(code);
  if (/^\d{6}$/.test(typed)) {
    const taken = await stepOf(typed, kept.totpSecret);
    return taken !== undefined && (await takeTotpStep(db.asOwner(), province, kept.id, taken));
  }
  return takeBackupCode(db.asOwner(), province, kept.id, hashSecret(typed));
}

/** The time step of a right code. */
async function stepOf(token: string, secret: string | null): Promise<number | undefined> {
  if (secret === null) return undefined;
  const result = await verify({ secret, token, strategy: "totp", period: step, epochTolerance: tolerance });
  return result.valid && "timeStep" in result ? result.timeStep : undefined;
}

/** A secret for the user's authenticator application; it counts once a code of it was shown. Asks for the password. */
export async function beginTotp(
  context: Context,
  password: string,
): Promise<{ secret: string; address: string }> {
  const { user, province } = context;
  await requireOwnPassword(context, password);
  const secret = generateSecret();
  await context.db.asOwner().transaction(async (tx) => {
    await saveTotpSecret(tx, province, user.id, secret);
    await recordAudit(tx, context, { action: "second-factor-begun", subject: user.id });
  });
  return { secret, address: generateURI({ issuer: "Tuyến", label: user.id, secret, strategy: "totp" }) };
}

/** Turns the second factor on; answers the backup codes, shown once. Refuses with `code-wrong`. */
export async function enableTotp(context: Context, code: string): Promise<readonly string[]> {
  const { province, user } = context;
  const owner = context.db.asOwner();
  const kept = await findCredentials(owner, province, user.id);
  if (!kept?.totpSecret || kept.isTotpConfirmed || !(await isSecondFactor(context, kept, code)))
    throw new Refusal("code-wrong");
  const codes = Array.from({ length: backupCodes }, initialPassword);
  await owner.transaction(async (tx) => {
    await confirmTotp(tx, province, user.id);
    await saveBackupCodes(tx, province, user.id, codes.map((each) => hashSecret(normaliseCode(each)))); // prettier-ignore
    await recordAudit(tx, context, { action: "second-factor-enabled", subject: user.id });
  });
  return codes;
}

/** Turns the second factor off. Asks for the password. */
export async function disableTotp(context: Context, password: string): Promise<void> {
  const { province, user } = context;
  await requireOwnPassword(context, password);
  await context.db.asOwner().transaction(async (tx) => {
    await saveTotpSecret(tx, province, user.id, undefined);
    await recordAudit(tx, context, { action: "second-factor-disabled", subject: user.id });
  });
}

/** Refuses with `password-wrong` unless the signed-in person knows the password: a browser left open does not. */
export async function requireOwnPassword({ db, province, user }: Context, password: string): Promise<void> {
  const owner = db.asOwner();
  await requirePatience(owner, province, user.id);
  const kept = await findCredentials(owner, province, user.id);
  if (await isPassword(password, kept?.passwordHash)) return;
  await addSignInFailure(owner, province, user.id);
  throw new Refusal("password-wrong");
}

/** Whether the user signs in with a second factor. */
export async function hasTotp({ db, province, user }: Context): Promise<boolean> {
  return (await findAccount(db, province, user.id))?.hasTotp ?? false;
}
