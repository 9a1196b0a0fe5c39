import { createHash, randomBytes, randomInt } from "node:crypto";

/** Letters and digits that nobody takes for one another, read out over the telephone. */
const clear = "abcdefghjkmnpqrstuvwxyz23456789";

/** A first password: three groups of four, 59 bits. */
export function initialPassword(): string {
  return groups(3);
}

/** A code to be typed once: two groups of four, 39 bits; useful only where tries are counted. */
export function oneTimeCode(): string {
  return groups(2);
}

/** What a cookie or another system shows: 256 bits. */
export function sessionToken(): string {
  return randomBytes(32).toString("base64url");
}

/** How tokens and codes of full strength are kept: they need no slow hash, because nobody can guess them. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** A code as people type it: with or without dashes and spaces, in capitals. */
export function normaliseCode(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

function groups(count: number): string {
  return Array.from({ length: count }, () =>
    Array.from({ length: 4 }, () => clear[randomInt(clear.length)]!).join(""),
  ).join("-");
}
