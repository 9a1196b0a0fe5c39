import { commonWords } from "./common-passwords.ts";
import type { Finding } from "./finding.ts";

/** Long enough that a stolen hash is not worth guessing; short enough to be typed by somebody who types little. */
export const shortestPassword = 10;
/** Beyond it nobody types; a limit keeps the work of hashing small. */
export const longestPassword = 200;

/**
 * What is wrong with a new password, or nothing. Length counts, and that it is not guessed at once; capitals, digits
 * and signs are asked of nobody, because they make passwords that are written on the screen's edge.
 */
export function checkPassword(password: string, userName: string): Finding | undefined {
  const text = preparePassword(password);
  const length = Array.from(text).length;
  if (length < shortestPassword) return finding("password-short", { shortest: shortestPassword });
  if (length > longestPassword) return finding("password-long", { longest: longestPassword });
  const plain = withoutAccents(text);
  if (plain.includes(userName.toLowerCase())) return finding("password-has-user-name", {});
  if (isMonotonous(plain) || commonWords.has(plain.replaceAll(/[^a-z]/g, "")))
    return finding("password-common", {});
  return undefined;
}

/** The same signs however the keyboard composed them: what is hashed. */
export function preparePassword(password: string): string {
  return password.normalize("NFKC");
}

function finding(code: string, facts: Finding["facts"]): Finding {
  return { code, severity: "blocking", facts };
}

function withoutAccents(text: string): string {
  return text.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("đ", "d");
}

/** "1111111111", "1212121212", "0123456789", "9876543210", "abcdefghij". */
function isMonotonous(text: string): boolean {
  const points = Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
  if (new Set(points).size <= 3) return true;
  const steps = points.slice(1).map((point, index) => point - points[index]!);
  const same = Math.max(...[1, -1].map((step) => steps.filter((each) => each === step).length));
  return same >= steps.length - 1;
}
