import type { ValueType } from "#domain/data-element.ts";

/** What a text in a box of a form means. */
export type TypedNumber =
  | { readonly kind: "blank" }
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "refused"; readonly why: "not-a-number" | "not-whole" | "negative" | "too-long" };

const grouped = /^\d{1,3}([. ]\d{3})+$/;
const decimalComma = /^(\d{1,3}([. ]\d{3})+|\d+),(\d{1,12})$/;
const decimalPoint = /^(\d+)\.(\d{1,2}|\d{4,12})$/;

/**
 * Reads what a person types into one box: "1.234" and "1234" are one thousand two hundred and thirty-four, "12,5" is
 * twelve and a half. In a box of counts a point can only group. `1.25` in a box of decimals is read as typed on a
 * machine set to English.
 */
export function readTyped(text: string, valueType: ValueType): TypedNumber {
  const clean = text
    .normalize("NFC")
    .replace(/\u00a0/gu, " ")
    .trim();
  if (clean === "") return { kind: "blank" };
  if (/^[-−–]\s*\d/u.test(clean)) return { kind: "refused", why: "negative" };
  const value = plainValue(clean, valueType);
  if (value === undefined) return { kind: "refused", why: "not-a-number" };
  if (value.split(".")[0]!.length > 18) return { kind: "refused", why: "too-long" };
  if (valueType === "integer" && value.includes(".")) return { kind: "refused", why: "not-whole" };
  return { kind: "value", value };
}

function plainValue(text: string, valueType: ValueType): string | undefined {
  if (/^\d+$/u.test(text)) return trimZeros(text);
  if (grouped.test(text)) return trimZeros(text.replace(/[. ]/gu, ""));
  if (decimalComma.test(text)) {
    const [whole = "", part = ""] = text.replace(/[. ]/gu, "").split(",");
    return withPart(whole, part);
  }
  const point = valueType === "integer" ? null : decimalPoint.exec(text);
  return point ? withPart(point[1]!, point[2]!) : undefined;
}

function withPart(whole: string, part: string): string {
  const kept = part.replace(/0+$/u, "");
  return kept === "" ? trimZeros(whole) : `${trimZeros(whole)}.${kept}`;
}

function trimZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/u, "");
}
