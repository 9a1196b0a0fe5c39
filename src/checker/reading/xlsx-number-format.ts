import { decimal, roundHalfUp } from "#domain/decimal.ts";

/** How a number format shows numbers; what it cannot tell is shown in full. */
export interface NumberFormat {
  /** `undefined`: as many as there are. */
  readonly decimals: number | undefined;
  /** Decimals that are shown even when they are zero. */
  readonly fixedDecimals: number;
  readonly leadingDigits: number;
  readonly isGrouped: boolean;
  readonly power: number;
  readonly before: string;
  readonly behind: string;
  /** The section for negative numbers writes its sign itself, if any. */
  readonly hasOwnSign: boolean;
}

const inFull: NumberFormat = {
  decimals: undefined, fixedDecimals: 0, leadingDigits: 1, isGrouped: false, power: 0, before: "", behind: "", hasOwnSign: false,
}; // prettier-ignore

/** The formats that have numbers instead of codes (ECMA-376, part 1, 18.8.30). */
const builtIn: Readonly<Record<number, string>> = {
  1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
  41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00",
}; // prettier-ignore

export function formatCodeOf(id: number, code: string | undefined): string {
  if (code !== undefined) return code;
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? "dd/mm/yyyy" : (builtIn[id] ?? "General");
}

/** Whether the format shows days or times. */
export function isDateFormat(code: string): boolean {
  return /[dy]|m{2,}|h/i.test(code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|General/gi, ""));
}

/** Reads the part of a format code that serves a number of this sign. */
export function readNumberFormat(code: string, sign: -1 | 0 | 1): NumberFormat {
  const sections = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const section = (sign < 0 ? sections[1] : sign === 0 ? sections[2] : undefined) ?? sections[0] ?? "";
  const bare = section.replaceAll(/_.|\*.|\[(?:\$([^\]-]*)[^\]]*|[^\]]*)\]/g, "");
  const unquoted = bare.replaceAll(/"[^"]*"|\\./g, (quoted) => "\u0001".repeat(quoted.length));
  const hasOwnSign = sign < 0 && sections[1] !== undefined;
  if (/General|E[+-]|\/|@/i.test(unquoted) || unquoted === "") return inFull;
  const digits = /(?:[#0?](?:[#0?,.]*[#0?])?|\.[#0?]+),*/.exec(unquoted) ?? { 0: "#", index: bare.length };
  const [whole = "", fraction = ""] = digits[0].replace(/,+$/, "").split(".");
  const thousandths = /,+$/.exec(digits[0])?.[0].length ?? 0;
  const behind = literal(bare.slice(digits.index + digits[0].length));
  return {
    decimals: Math.min(15, fraction.length),
    fixedDecimals: Math.min(15, fraction.replaceAll(/[^0]/g, "").length),
    leadingDigits: Math.min(15, whole.replaceAll(/[^0]/g, "").length),
    isGrouped: whole.includes(","),
    power: (behind.includes("%") ? 2 : 0) - 3 * thousandths,
    before: literal(bare.slice(0, digits.index)),
    behind,
    hasOwnSign,
  };
}

/** The number as Excel shows it in Vietnam: "2.633", "27,33%". */
export function showNumber(stored: number, code: string): string {
  const format = readNumberFormat(code, stored < 0 ? -1 : stored === 0 ? 0 : 1);
  // The file stores binary fractions: Excel keeps 15 digits and shows 11 of a number without a format.
  const exact = decimal(stored.toPrecision(format.decimals === undefined ? 11 : 15)).times(
    decimal(10).pow(format.power),
  );
  const number = format.decimals === undefined ? exact : roundHalfUp(exact, format.decimals);
  const [whole = "0", fraction = ""] = number.abs().toFixed().split(".");
  const isLeftOut =
    whole === "0" && format.leadingDigits === 0 && fraction === "" && format.decimals !== undefined;
  const padded = isLeftOut ? "" : whole.padStart(format.leadingDigits, "0");
  const grouped = format.isGrouped ? padded.replaceAll(/\B(?=(?:\d{3})+$)/g, ".") : padded;
  const decimals = fraction.padEnd(format.fixedDecimals, "0");
  const isNegative = number.lt(0) && !format.hasOwnSign;
  return `${isNegative ? "-" : ""}${format.before}${grouped}${decimals === "" ? "" : `,${decimals}`}${format.behind}`;
}

function literal(text: string): string {
  return text.replaceAll(
    /"([^"]*)"|\\(.)|[#0?]/g,
    (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? "",
  );
}
