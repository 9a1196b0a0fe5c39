import type { Expectation } from "./expectation.ts";

/** Every number that swapping two neighbouring digits gives; a leading zero does not count. */
export function swappedNeighbours(digits: string): string[] {
  const swapped: string[] = [];
  for (let at = 0; at + 1 < digits.length; at++) {
    if (digits[at] === digits[at + 1]) continue;
    const other = digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
    if (!other.startsWith("0")) swapped.push(other);
  }
  return swapped;
}

const allDigits = Array.from("0123456789");

/** Every number that one other digit gives. */
export function oneDigitOther(digits: string): string[] {
  return Array.from(digits).flatMap((digit, at) =>
    allDigits
      .filter((other) => other !== digit && (at > 0 || other !== "0" || digits.length === 1))
      .map((other) => digits.slice(0, at) + other + digits.slice(at + 1)),
  );
}

/** A slip of typing that explains a strange value: a zero too many or too few, as facts of a finding. */
export function likelySlip(
  value: number,
  { usual, spread }: Pick<Expectation, "usual" | "spread">,
): { likely?: number; slip?: string } {
  if (!Number.isInteger(value) || Math.abs(value) < 10) return {};
  const isNear = (candidate: number) => Math.abs(candidate - usual) <= 1.5 * spread;
  if (value % 10 === 0 && isNear(value / 10)) return { likely: value / 10, slip: "zero-more" };
  if (isNear(value * 10)) return { likely: value * 10, slip: "zero-less" };
  const doubled = withoutDoubledDigit(String(value)).find((one) => isNear(Number(one)));
  if (doubled !== undefined) return { likely: Number(doubled), slip: "digit-doubled" };
  return {};
}

/** 1337 → 137: the same key pressed twice. */
function withoutDoubledDigit(digits: string): string[] {
  return Array.from(digits).flatMap((digit, at) =>
    at > 0 && digits[at - 1] === digit ? [digits.slice(0, at) + digits.slice(at + 1)] : [],
  );
}
