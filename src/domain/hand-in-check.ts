import { ValuesCheck } from "./check-values/check-values.ts";
import { checkRule, compileRule, findUnreadableItem, isAbout, vocabularyOf } from "./check-values/rules.ts";
import { periodsBefore, type Series } from "./check-values/series.ts";
import type { ValueFinding } from "./check-values/value-finding.ts";
import type { DataElement } from "./data-element.ts";
import { decimal, type Decimal } from "./decimal.ts";
import type { Finding } from "./finding.ts";
import { entryCells, type FormCell, type FormLayout } from "./form.ts";
import { cellName, parseCellName, type CellValues } from "./form-cell.ts";
import { valueOf } from "./form-values.ts";
import { checkForm, isBlocked } from "./submission-check.ts";
import type { ValidationRule } from "./validation-rule.ts";

export interface HandInToCheck {
  readonly layout: FormLayout;
  readonly elements: ReadonlyMap<string, DataElement>;
  /** The rules that can be judged by this form alone (`rulesOfForm`). */
  readonly rules: readonly ValidationRule[];
  readonly orgUnit: string;
  readonly period: string;
  readonly values: CellValues;
  /** What the unit reported in earlier periods. */
  readonly history: ReadonlyMap<string, CellValues>;
}

/**
 * Everything that can be said about a form before it is handed in, on the device and again on the server: what cannot
 * be true blocks, and so does a rule that says so; what is only strange against the unit's own past is a warning, which
 * a person may explain.
 */
export function checkHandIn(input: HandInToCheck): Finding[] {
  const blocking = checkForm(input.layout, input.values);
  if (isBlocked(blocking)) return blocking;
  const names = new Map(input.layout.cells.map((cell) => [cell.cell, cell]));
  return [...listBroken(input), ...listStrange(input)].map((finding) => onCell(finding, names));
}

/** The rules about such periods and places whose every item is on the form. */
export function rulesOfForm(
  rules: readonly ValidationRule[],
  { elements, period, level }: Pick<HandInToCheck, "elements" | "period"> & { readonly level: number | undefined },
): ValidationRule[] {
  const words = vocabularyOf([...elements.values()]);
  return rules
    .filter((rule) => isAbout(rule, period, level) && mentions(rule, elements))
    .filter((rule) => findUnreadableItem(compileRule(rule), words) === undefined);
} // prettier-ignore

/** Rules of other forms are most of them; they need not be compiled to see that. */
function mentions({ left, right }: ValidationRule, elements: ReadonlyMap<string, DataElement>): boolean {
  const text = `${left.expression} ${right.expression}`;
  return [...elements.values()].some(({ id, key }) => text.includes(id) || text.includes(key));
}

function listBroken({ rules, elements, orgUnit, period, values, history }: HandInToCheck): ValueFinding[] {
  const words = vocabularyOf([...elements.values()]);
  const read = (element: string, _: string, at: string): ReadonlyMap<string, Decimal> =>
    combosOf(at === period ? values : (history.get(at) ?? {}), element);
  return rules
    .map((rule) => checkRule(compileRule(rule), words, read, orgUnit, period))
    .filter((finding) => finding !== undefined);
}

function combosOf(values: CellValues, element: string): Map<string, Decimal> {
  const combos = new Map<string, Decimal>();
  for (const [name, value] of Object.entries(values)) {
    const cell = parseCellName(name);
    if (cell?.element === element) combos.set(cell.optionCombo, decimal(value));
  }
  return combos;
}

function listStrange(input: HandInToCheck): ValueFinding[] {
  const check = new ValuesCheck({ period: input.period });
  const cells = entryCells(input.layout);
  for (const element of new Set(cells.map((cell) => cell.element))) {
    const known = input.elements.get(element);
    const own = cells.filter((cell) => cell.element === element);
    const series = own.map((cell) => seriesOf(cell, input)).filter((each) => each !== undefined);
    if (!known || series.length === 0) continue;
    const expected = new Set(own.map(({ optionCombo }) => optionCombo));
    check.see(known, [{ orgUnit: input.orgUnit, series, blank: [], related: [], expected }]);
  }
  // What blocks has been said by the form itself, in words about the form.
  return check.findings().filter(({ severity }) => severity === "warning");
}

function seriesOf(cell: FormCell, { values, history, orgUnit, period }: HandInToCheck): Series | undefined {
  const value = valueOf(values, cell.cell);
  if (value === undefined) return undefined;
  const before = periodsBefore(period).map((earlier) => {
    const then = valueOf(history.get(earlier) ?? {}, cell.cell);
    return then === undefined ? undefined : Number(then.toFixed());
  });
  const { element, optionCombo } = cell;
  return {
    element,
    optionCombo,
    orgUnit,
    period,
    text: value.toFixed(),
    now: Number(value.toFixed()),
    before,
  };
}

/** A finding says in its facts which cell it is about, by its name on the form. */
function onCell({ code, severity, facts, cells }: ValueFinding, names: ReadonlyMap<string, FormCell>): Finding {
  const [first] = cells;
  const cell = first && cellName(first.element, first.optionCombo);
  const named = cell === undefined ? undefined : names.get(cell);
  const where = { ...(cell !== undefined && { cell }), ...(named && { name: named.name.vi, nameEn: named.name.en }) };
  return { code, severity, facts: { ...facts, ...where } };
} // prettier-ignore
