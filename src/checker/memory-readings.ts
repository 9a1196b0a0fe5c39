import { type Claim, type Operand, type Verdict } from "./contract.ts";
import {
  changeOfImpliedBase,
  difference,
  ratio,
  relativeChange,
  same,
  toDecimal,
  total,
  type Formula,
} from "./formulas.ts";
import { compare, type Agreement, type Interval } from "./intervals.ts";
import { formatComputed, formatNumber } from "./number-format.ts";
import { readNumber } from "./number-readings.ts";

/** The arithmetic that a remembered reading can name. Stored in files: names are only ever added. */
const formulas = {
  total,
  difference,
  percent: ratio(100),
  quotient: ratio(1),
  "per-thousand": ratio(1_000),
  "per-ten-thousand": ratio(10_000),
  "per-hundred-thousand": ratio(100_000),
  "relative-change": relativeChange,
  "rise-on-implied-base": changeOfImpliedBase(1),
  "fall-on-implied-base": changeOfImpliedBase(-1),
  same,
} as const satisfies Record<string, Formula>;
export type FormulaName = keyof typeof formulas;

export const formulaNames = Object.keys(formulas) as FormulaName[];

export function takes(name: FormulaName, count: number): boolean {
  if (name === "same") return count === 1;
  return name === "total" || name === "difference" ? count >= 2 : count === 2;
}

/** The arithmetic by which a claim was recomputed, or `undefined` where it is none of the named ones. */
export function formulaOf(claim: Claim): FormulaName | undefined {
  if (claim.computed === null || claim.operands.length === 0) return undefined;
  const values = claim.operands.map(({ value }) => toDecimal(Number(value)));
  return formulaNames.find((name) => {
    if (!takes(name, values.length)) return false;
    return formulas[name].exact(values)?.toString() === claim.computed;
  });
}

/** The formula in words of arithmetic, with the given texts in the place of its operands. */
export function showFormula(name: FormulaName, operands: readonly string[]): string {
  return formulas[name].show(operands);
}

/** Recomputes a claim by a named formula; a reading that people chose is firm enough to convict. */
export function judgeReading(
  claim: Claim,
  name: FormulaName,
  printed: Operand,
  direction: -1 | 0 | 1,
): Claim {
  const formula = formulas[name];
  const values = claim.operands.map(({ value }) => toDecimal(Number(value)));
  const computed = formula.exact(values);
  const decimals = decimalsOf(printed);
  const isReversed = computed !== undefined && isChange(name) && computed.s !== direction && direction !== 0;
  const agreement =
    computed && !isReversed
      ? compareTo(printed, decimals, formula.bounds(claim.operands.map(intervalOf)))
      : "none";
  const verdict = verdictFor[agreement];
  const suffix = /^[%‰]/u.exec(printed.text.slice(digitsOf(printed.text).length))?.[0] ?? "";
  const shown = computed ? `${formatComputed(computed.abs(), decimals)}${suffix}` : "?";
  const line = `${formula.show(claim.operands.map(({ text }) => text))} = ${shown}`;
  return {
    ...claim,
    verdict,
    computed: computed?.toString() ?? null,
    message:
      verdict === "consistent"
        ? { vi: `${line}; ghi ${printed.text}: khớp.`, en: `${line}; printed ${printed.text}: agrees.` }
        : isReversed
          ? { vi: `Tính lại: ${line}: tăng hay giảm bị ghi ngược.`, en: `Recomputed: ${line}: the direction of the change is reversed.` }
        : { vi: `Tính lại: ${line}, không phải ${printed.text}.`, en: `Recomputed: ${line}, not ${printed.text}.` },
    proposals: verdict === "consistent" || !computed || isReversed ? [] : [proposalFor(printed, formatNumber(computed.abs(), decimals))],
  }; // prettier-ignore
}

/** A change has a direction; a share or a sum has none. */
function isChange(name: FormulaName): boolean {
  return name === "difference" || name === "relative-change";
}

const verdictFor: Readonly<Record<Agreement, Verdict>> = {
  rounded: "consistent",
  truncated: "consistent",
  slip: "note",
  none: "wrong",
};

function proposalFor({ start, end, text }: Operand, number: string): Claim["proposals"][number] {
  const replacement = number + text.slice(digitsOf(text).length);
  return {
    start,
    end,
    replacement,
    message: { vi: `Sửa thành ${replacement}`, en: `Change to ${replacement}` },
  };
}

function compareTo(printed: Operand, decimals: number, bounds: Interval | undefined): Agreement {
  if (!bounds) return "none";
  const unit = decimals === 0 && digitsOf(printed.text) === printed.text ? 0 : 10 ** -decimals;
  const magnitude = bounds.high < 0 ? { low: -bounds.high, high: -bounds.low } : bounds;
  return compare(Math.abs(Number(printed.value)), unit, magnitude);
}

/** A whole number is exact; a printed decimal may be off by half a unit of its last place. */
function intervalOf(operand: Operand): Interval {
  const value = Number(operand.value);
  const decimals = decimalsOf(operand);
  const half = decimals === 0 ? 0 : 0.5 * 10 ** -decimals;
  return { low: value - half, high: value + half };
}

function decimalsOf({ text }: Operand): number {
  return readNumber(digitsOf(text))[0]!.decimals;
}

function digitsOf(text: string): string {
  return /^[\d., \u00a0\u202f]*\d/u.exec(text)?.[0] ?? text;
}
