import {
  checkRule, compileRule, findUnreadableItem, isAbout, listNeededValues,
  type CompiledRule, type ReadCells, type RuleVocabulary,
} from "#domain/check-values/rules.ts"; // prettier-ignore
import type { ValueFinding } from "#domain/check-values/value-finding.ts";
import type { DataElement } from "#domain/data-element.ts";
import { decimal, type Decimal } from "#domain/decimal.ts";
import { ExpressionError } from "#domain/expression/expression-error.ts";
import { indexReferences } from "#domain/indicator-references.ts";
import { placementOn } from "#domain/org-unit.ts";
import { periodEnd, type Period } from "#domain/period.ts";
import type { ValidationRule } from "#domain/validation-rule.ts";
import { listValidationRules } from "#store/validation-rules.ts";
import { listValueHistories } from "#store/value-histories.ts";
import type { Selection } from "./check-values-histories.ts";
import { fetchFormulaCatalogue } from "./formula-catalogue.ts";

/** A rule that could not be run: its formula, or what the formula speaks of, is not there. */
export interface SkippedRule {
  readonly rule: string;
  readonly reason: "unreadable" | "unknown" | "unusable";
  readonly item: string;
}

/** Runs every rule that is about the period on all units that reported something of what it speaks of. */
export async function checkAgainstRules(
  selection: Selection & { readonly all: readonly DataElement[] },
): Promise<{ readonly findings: readonly ValueFinding[]; readonly skipped: readonly SkippedRule[] }> {
  const { db, province, period, elements, units, all } = selection;
  const rules = await listValidationRules(db, province);
  if (rules.length === 0) return { findings: [], skipped: [] };
  const words = indexReferences(await fetchFormulaCatalogue(db, province, { elements: all, units }));
  const skipped: SkippedRule[] = [];
  const asked = new Set(elements.map(({ id }) => id));
  const compiled = rules
    .flatMap((rule) => compileOrSkip(rule, words, skipped) ?? [])
    .filter((rule) => listNeededValues(rule, words, period).some(({ element }) => asked.has(element.id)));
  const cells = await readCells(selection, compiled, words);
  const day = periodEnd(period);
  const levels = new Map(units.map((unit) => [unit.uid, placementOn(unit, day)?.level]));
  const findings = compiled.flatMap((rule) => {
    const reporters = cells.reportersOf(
      listNeededValues(rule, words, period).map(({ element }) => element.id),
    );
    return reporters
      .filter((unit) => isAbout(rule.rule, period, levels.get(unit)))
      .flatMap((unit) => checkRule(rule, words, cells.read, unit, period) ?? []);
  });
  return { findings, skipped };
}

function compileOrSkip(
  rule: ValidationRule,
  words: RuleVocabulary,
  skipped: SkippedRule[],
): CompiledRule | undefined {
  try {
    const compiled = compileRule(rule);
    const problem = findUnreadableItem(compiled, words);
    if (!problem) return compiled;
    skipped.push({ rule: rule.key, reason: problem.problem, item: problem.item });
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    skipped.push({ rule: rule.key, reason: "unreadable", item: error.code });
  }
  return undefined;
}

interface RuleCells {
  readonly read: ReadCells;
  /** The units with a value of any of the elements in the period itself. */
  readonly reportersOf: (elements: readonly string[]) => string[];
}

/** Reads everything that the rules speak of in one statement. */
async function readCells(
  { db, province, source, period, orgUnits }: Selection,
  rules: readonly CompiledRule[],
  words: RuleVocabulary,
): Promise<RuleCells> {
  const needed = rules.flatMap((rule) => listNeededValues(rule, words, period));
  const elements = [...new Set(needed.map(({ element }) => element.id))];
  const periods = [...new Set([period, ...needed.flatMap((one) => one.periods)])];
  const histories = await listValueHistories(db, { province, source, elements, periods, orgUnits });
  const cells = new Map<string, Map<string, Decimal>>();
  const reporters = new Map<string, Set<string>>();
  for (const { element, optionCombo, orgUnit, values } of histories) {
    values.forEach((value, index) => {
      if (value === undefined) return;
      const of = nameOf(element, orgUnit, periods[index]!);
      cells.set(of, (cells.get(of) ?? new Map<string, Decimal>()).set(optionCombo, decimal(value)));
    });
    if (values[0] !== undefined)
      reporters.set(element, (reporters.get(element) ?? new Set<string>()).add(orgUnit));
  }
  return {
    read: (element, orgUnit, of) => cells.get(nameOf(element, orgUnit, of)),
    reportersOf: (ids) => [...new Set(ids.flatMap((id) => [...(reporters.get(id) ?? [])]))].toSorted(),
  };
}

function nameOf(element: string, orgUnit: string, period: Period): string {
  return `${element}|${orgUnit}|${period}`;
}
