import { decimal } from "#domain/decimal.ts";
import { formatNumber } from "#wording/number.ts";
import type { Language } from "../language.tsx";

/** `12345.678` as each language writes it, with so many decimals. */
export function printedNumber(value: string, decimals: number, language: Language): string {
  const vietnamese = formatNumber(decimal(value), decimals);
  return language === "vi"
    ? vietnamese
    : vietnamese.replaceAll(/[.,]/g, (sign) => (sign === "." ? "," : "."));
}

/** The decimals that the value has, up to a limit: 12 stays 12. */
export function printedExactly(value: string, language: Language): string {
  const decimals = Math.min(4, decimal(value).round(4).toFixed().split(".")[1]?.length ?? 0);
  return printedNumber(value, decimals, language);
}

/** A number with its unit: 27,3% and 12,5‰ stand close, 12 trẻ apart. */
export function withUnit(printed: string, unit: string): string {
  if (unit === "") return printed;
  return /^[%‰/]/.test(unit) ? printed + unit : `${printed} ${unit}`;
}
