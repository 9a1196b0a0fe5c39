import type { Finding } from "#domain/finding.ts";
import type { Period } from "#domain/period.ts";

/** The families of checks; people switch them on and off. */
export const checkKinds = [
  "rule",
  "partition",
  "subset",
  "limit",
  "cumulative",
  "repetition",
  "digits",
  "change",
  "outlier",
] as const;
export type CheckKind = (typeof checkKinds)[number];

/** Where a value stands or could stand. */
export interface CellPlace {
  readonly element: string;
  readonly optionCombo: string;
  readonly orgUnit: string;
  readonly period: Period;
}

/** A cell as a check read it; without a value it was blank. Exact decimal, with a point. */
export interface CellReading extends CellPlace {
  readonly value?: string;
}

/** A change of one cell that would make a sum fit, and the slip it would undo. */
export interface Repair {
  /** Which of the finding's cells. */
  readonly cell: number;
  readonly to: string;
  readonly slip: "digits-swapped" | "one-digit" | "zero-more" | "zero-less";
}

/** Something noticed about reported values. */
export interface ValueFinding extends Finding {
  readonly kind: CheckKind;
  /** The cells concerned; the first is where the finding stands. */
  readonly cells: readonly CellReading[];
  /** How grave, from 1 to 100: what cannot be true stands above what is only strange. */
  readonly gravity: number;
  /** The rule that is broken, by id. */
  readonly rule?: string;
  readonly repairs?: readonly Repair[];
  /** Codes of what else was noticed about the same cell. */
  readonly also?: readonly string[];
}

/** How grave a finding is before its size counts. */
const gravities: Readonly<Record<string, number>> = {
  "negative-count": 96,
  "rule-broken": 90,
  "parts-exceed-whole": 88,
  "part-exceeds-whole": 88,
  "parts-not-total": 86,
  "period-below-month": 86,
  "cumulative-falls": 66,
  "cumulative-multiple": 64,
  "repeated-form": 62,
  "digits-transposed": 58,
  "above-maximum": 55,
  "below-minimum": 55,
  "percent-above-100": 54,
  "sudden-zero": 50,
  "sudden-change": 46,
  "repeated-value": 40,
  "outlier-modified-z": 38,
  "outlier-z": 36,
};

/** What no reason can make true: seven of five, a total that is not that of its parts. It stays until it is corrected. */
export const impossible: ReadonlySet<string> = new Set([
  "negative-count",
  "parts-not-total",
  "part-exceeds-whole",
  "period-below-month",
]);

/** How grave a code is with something added for its size; warnings stay below what cannot be true. */
export function gravityOf(code: string, severity: Finding["severity"], more = 0): number {
  const base = Math.round((gravities[code] ?? 30) + Math.max(0, more));
  return severity === "blocking" ? Math.min(100, Math.max(80, base)) : Math.min(79, base);
}

/** The stable name of a finding: what was noticed, by which rule, where. */
export function findingId({ code, rule = "", cells }: Pick<ValueFinding, "code" | "rule" | "cells">): string {
  const [first] = cells;
  return [code, rule, first?.element, first?.optionCombo, first?.orgUnit, first?.period].join("|");
}

/** The values a finding speaks of: when one of them changes, an answer to the finding holds no longer. */
export function valuesOf({ cells }: Pick<ValueFinding, "cells">): string {
  return cells
    .map(({ element, optionCombo, period, value }) => `${element}[${optionCombo}]${period}=${value ?? ""}`)
    .join("\n");
}
