import { type Decimal } from "#domain/decimal.ts";
import { type Proposal } from "./contract.ts";
import { total as sumOf, type Formula } from "./formulas.ts";
import { agrees, judge } from "./judge.ts";
import { formatNumber } from "./number-format.ts";
import { readNumber } from "./number-readings.ts";
import { type Quantity } from "./quantities.ts";

/** A number of the claim and what it would have to be. */
export interface Repair {
  readonly quantity: Quantity;
  readonly replacement: string;
}

/** All texts one keystroke away from a printed number: one digit typed wrong, or two neighbours swapped. */
export function oneKeystrokeAway(printed: string): readonly string[] {
  const results: string[] = [];
  for (let at = 0; at < printed.length; at += 1) {
    const digit = printed[at]!;
    if (digit < "0" || digit > "9") continue;
    for (let other = 0; other <= 9; other += 1) {
      if (String(other) !== digit) results.push(printed.slice(0, at) + other + printed.slice(at + 1));
    }
    const other = nextDigit(printed, at);
    if (other !== undefined && printed[other] !== digit) {
      const between = printed.slice(at + 1, other);
      results.push(printed.slice(0, at) + printed[other]! + between + digit + printed.slice(other + 1));
    }
  }
  return results.filter((text) => !/^0\d/.test(text) || printed.startsWith("0"));
}

/** The digit typed after the one at `at`; hands swap two digits across a comma just as well: "87,4" and "84,7". */
function nextDigit(printed: string, at: number): number | undefined {
  const next = /^[.,]?\d/.exec(printed.slice(at + 1));
  return next ? at + next[0].length : undefined;
}

/** Whether a printed number of three digits or more is one keystroke from the recomputed one: too much of a coincidence for two numbers that have nothing to do with each other. */
export function isKeystrokeFrom(printed: Quantity, computed: Decimal | undefined): boolean {
  const digits = digitsOf(printed.text);
  if (!computed || digits.replace(/\D/g, "").length < 3) return false;
  return oneKeystrokeAway(digits).includes(formatNumber(computed.abs(), printed.readings[0]!.decimals));
}

const mostOperands = 12;

/** Single keystrokes after which the claim would hold, for its operands; the printed result is proposed apart. */
export function findRepairs(
  formula: Formula,
  operands: readonly Quantity[],
  printed: Quantity,
  direction: -1 | 0 | 1,
): readonly Repair[] {
  if (operands.length > mostOperands) return [];
  const repairs: Repair[] = [];
  for (const [position, quantity] of operands.entries()) {
    const found = oneKeystrokeAway(digitsOf(quantity.text)).filter((digits) =>
      agrees(judge(formula, operands.with(position, retyped(quantity, digits)), printed, direction)),
    );
    const [replacement, another] = found; // prettier-ignore
    if (replacement !== undefined && another === undefined) repairs.push({ quantity, replacement });
  }
  return repairs;
}

/** Whether one keystroke, in a part or in the total, would make the sum right. */
export function isOneKeystrokeOff(parts: readonly Quantity[], total: Quantity): boolean {
  const sum = judge(sumOf, parts, total).computed();
  const digits = sum && formatNumber(sum, total.readings[0]!.decimals).replace(/\D/g, "");
  const isTotal =
    digits !== undefined &&
    oneKeystrokeAway(total.text.replace(/\D/g, "")).some((text) => Number(text) === Number(digits));
  return isTotal || findRepairs(sumOf, parts, total, 0).length > 0;
}

function digitsOf(text: string): string {
  return /^[\d.,\u00a0\u202f ]*\d/.exec(text)?.[0] ?? text;
}

function retyped(quantity: Quantity, digits: string): Quantity {
  return { ...quantity, readings: readNumber(digits).slice(0, 1) };
}

export function repairProposal({ quantity, replacement }: Repair): Proposal {
  return {
    start: quantity.start,
    end: quantity.start + replacement.length,
    replacement,
    message: {
      vi: `Khớp nếu ${quantity.text} là ${replacement}`,
      en: `Holds if ${quantity.text} is ${replacement}`,
    },
  };
}
