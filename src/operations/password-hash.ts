import { hash, verify } from "@node-rs/argon2";
import { preparePassword } from "#domain/password-rule.ts";
import { Refusal } from "#domain/refusal.ts";

/**
 * argon2id, 19 MiB, 2 passes, 1 lane: the least that OWASP recommends (Password Storage Cheat Sheet), 22 ms here. More
 * would make guessing dearer, but four sign-ins at once must also fit on a department's old server.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** At most so many at once, so that a flood of sign-ins takes neither all memory nor all processors. */
const most = 4;
/** So many may wait: an office of two hundred that signs in at eight sharp waits two seconds. */
const mostWaiting = 200;

let running = 0;
const waiting: (() => void)[] = [];

/** The hash under which a password is kept, with its parameters and salt in it. */
export function hashPassword(password: string): Promise<string> {
  return takingTurns(() => hash(preparePassword(password), cost));
}

/** Whether a password is the one of the hash. Without a hash it takes as long and is wrong. */
export async function isPassword(password: string, kept: string | null | undefined): Promise<boolean> {
  const isRight = await takingTurns(async () => verify(kept ?? (await nobodys()), preparePassword(password)));
  return isRight && kept !== null && kept !== undefined;
}

let known: Promise<string> | undefined;

/** The hash that unknown names are held against, so that the time taken does not tell that they are unknown. */
function nobodys(): Promise<string> {
  known ??= hash("of nobody", cost);
  return known;
}

async function takingTurns<T>(work: () => Promise<T>): Promise<T> {
  if (running >= most) {
    if (waiting.length >= mostWaiting) throw new Refusal("sign-in-busy");
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}
