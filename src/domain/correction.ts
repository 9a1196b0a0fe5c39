import { checkImport } from "./check-import.ts";
import type { DataElement } from "./data-element.ts";
import type { DataValue } from "./data-value.ts";
import { decimal, sum, type Decimal } from "./decimal.ts";
import type { Finding } from "./finding.ts";
import { hasDimensions, parseOptionCombo } from "./breakdown.ts";
import type { OrgUnit } from "./org-unit.ts";
import { periodSpan, periodStart, type Period } from "./period.ts";

/** Whether a value can be typed into a cell, and why not. */
export type Correctable = "yes" | "computed" | "not-in-tree" | "future";

/** A figure with a formula follows from others; a unit must be in the tree on some day of a period that has begun. */
export function correctable(
  { formula }: DataElement,
  unit: OrgUnit,
  period: Period,
  today: string,
): Correctable {
  if (formula) return "computed";
  if (!isThereIn(unit, period)) return "not-in-tree";
  return periodStart(period) > today ? "future" : "yes";
}

function isThereIn({ openedOn, closedOn, placements }: OrgUnit, period: Period): boolean {
  const span = periodSpan(period);
  const overlaps = (from = "", to = "9999-12-31") => from <= span.to && span.from <= to;
  return overlaps(openedOn, closedOn) && placements.some(({ from, to }) => overlaps(from, to));
}

/** Digits enough for any budget in đồng; more would be a slip or an attack. */
const plainDecimal = /^-?\d{1,24}(\.\d{1,12})?$/;

/** Reads `1234.5`; answers what is wrong with anything else: no plain decimal, or a count that is not whole. */
export function readTypedValue(
  text: string,
  { valueType }: DataElement,
): Decimal | "value-unreadable" | "value-not-whole" {
  if (!plainDecimal.test(text)) return "value-unreadable";
  const value = decimal(text);
  return valueType === "integer" && !value.eq(value.round()) ? "value-not-whole" : value;
}

/**
 * Checks a typed value by the rules of an import, against the other cells of the same element, unit and period. What
 * was wrong before in the same way is only warned about, so that errors can be mended one after the other.
 */
export function checkCorrection(
  typed: DataValue,
  element: DataElement,
  existing: readonly DataValue[],
  today: string,
): Finding[] {
  const others = existing.filter(({ optionCombo }) => optionCombo !== typed.optionCombo);
  const before = existing.find(({ optionCombo }) => optionCombo === typed.optionCombo);
  const check = (value: DataValue) => checkOne(value, element, others, today);
  const known = new Set(before ? check(before).map(kindOf) : []);
  const findings = check(typed).map((finding): Finding =>
    known.has(kindOf(finding)) ? { ...finding, severity: "warning" } : finding,
  );
  const computed = before ? undefined : totalOfParts(typed, element, others);
  return computed ? [computed, ...findings] : findings;
}

function checkOne(
  value: DataValue,
  element: DataElement,
  existing: readonly DataValue[],
  today: string,
): Finding[] {
  const values = [{ item: value, role: "actual" as const, row: 1 }];
  return checkImport({ values, targets: [], elements: [element], existing, today, place: {} });
}

/** A count that stays below zero is not mended; parts that stay above their whole may be on their way. */
function kindOf({ code, facts }: Finding): string {
  return code.endsWith("above-whole") ? `${code}|${facts["wholeBreakdown"]}` : "";
}

/** A total that follows from its reported parts is not typed beside them: the parts are corrected. */
function totalOfParts(
  typed: DataValue,
  { breakdowns }: DataElement,
  others: readonly DataValue[],
): Finding | undefined {
  if (typed.optionCombo !== "") return undefined;
  for (const { relation, dimensions } of breakdowns) {
    if (relation !== "partition") continue;
    const parts = others.filter(({ optionCombo }) =>
      hasDimensions(parseOptionCombo(optionCombo) ?? {}, dimensions),
    );
    const total = sum(parts.map(({ value }) => value));
    if (!total) continue;
    const facts = { value: typed.value.toFixed(), computed: total.toFixed(), parts: parts.length };
    return total.eq(typed.value) ? undefined : { code: "total-computed", severity: "blocking", facts };
  }
  return undefined;
}
