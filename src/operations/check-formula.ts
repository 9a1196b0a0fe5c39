import type { FormulaAnswer, FormulaPreview, FormulaQuestion } from "#contract/indicator.ts";
import { requireNoKnot, usedBy, withIndicators } from "#domain/indicator-cycles.ts";
import { checkFormula as readFormula, type CheckedFormula, type Formula } from "#domain/indicator-formula.ts";
import type { Indicator } from "#domain/indicator.ts";
import { indexReferences, type References } from "#domain/indicator-references.ts";
import { spellItem, type Item } from "#domain/expression/item.ts";
import { parsePeriod, periodEnd, yearPeriod, type Period } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import { listLastPeriods } from "#store/indicators-reports.ts";
import { formulaProblemText } from "#wording/formula-errors.ts";
import { formulaWords, indicatorWords, itemWords } from "#wording/formula-words.ts";
import { periodName } from "#wording/period.ts";
import { refusalText } from "#wording/refusals.ts";
import type { Context } from "./context.ts";
import { fetchFormulaCatalogue } from "./formula-catalogue.ts";
import { queryFigures } from "./query-figures.ts";
import type { TableCell } from "./query-figures-table.ts";

/** A key that no indicator can have. */
const draftKey = "?";
/** More operands than anyone reads beside a formula. */
const mostOperands = 50;

/**
 * Reads a formula as it is typed: what it says in words, what is wrong with it and where, and what it gives for the
 * province's latest period, with the value of every operand.
 */
export async function checkFormula(context: Context, question: FormulaQuestion): Promise<FormulaAnswer> {
  const catalogue = await fetchFormulaCatalogue(context.db, context.province);
  const draft = draftOf(question);
  const references = indexReferences(withIndicators(catalogue, [draft]));
  const numerator = readFormula(draft.numerator, references);
  const denominator = readFormula(draft.denominator, references);
  const sides = {
    numerator: describeSide(draft.numerator, numerator, references),
    denominator: describeSide(draft.denominator, denominator, references),
  };
  if (!numerator.formula || !denominator.formula) return sides;
  const refusal = refusalOf(references, draft.key);
  if (refusal) return { ...sides, refusal };
  const say = (language: "vi" | "en") => indicatorWords(draft, references, language);
  const preview = await previewOf(context, question, draft, references, [numerator.formula, denominator.formula]); // prettier-ignore
  return { ...sides, words: { vi: say("vi"), en: say("en") }, ...(preview && { preview }) };
}

function draftOf({ key, numerator, denominator, factor, missing, unit }: FormulaQuestion): Indicator {
  const name = { vi: "", en: "" };
  return { key: key ?? draftKey, name, numerator, denominator, factor, missing, decimals: 0, unit };
}

function describeSide(
  text: string,
  { formula, problems }: CheckedFormula,
  references: References,
): FormulaAnswer["numerator"] {
  const view = problems.map((problem) => ({
    code: problem.code,
    from: problem.from,
    to: problem.to,
    sentence: { vi: formulaProblemText(problem, "vi"), en: formulaProblemText(problem, "en") },
    near: [...problem.near],
  }));
  if (!formula) return { problems: view };
  const say = (language: "vi" | "en") => formulaWords(text, references, language);
  return { problems: view, words: { vi: say("vi"), en: say("en") } };
}

function refusalOf(references: References, key: string): FormulaAnswer["refusal"] {
  try {
    requireNoKnot(references, [key]);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { vi: refusalText(error.code, error.facts, "vi"), en: refusalText(error.code, error.facts, "en") };
  }
}

/** Every operand is asked for as an indicator of its own, so that it shows the very value that was computed with. */
async function previewOf(
  context: Context,
  question: FormulaQuestion,
  draft: Indicator,
  references: References,
  formulas: readonly Formula[],
): Promise<FormulaPreview | undefined> {
  const period = await choosePeriod(context, question, draft, references);
  if (period === undefined) return undefined;
  const operands = listOperands(formulas);
  const asked: Indicator[] = operands.map((item, at) => ({
    ...draft,
    key: `${draftKey}${at}`,
    numerator: spellItem(item),
    denominator: "1",
    factor: "1",
    missing: "SKIP_IF_ANY_VALUE_MISSING",
  }));
  const table = await queryFigures(
    context,
    {
      items: [draft, ...asked].map(({ key }) => ({ key })),
      periods: [period],
      orgUnits: { uids: [question.orgUnit ?? context.province] },
      roles: ["actual"],
    },
    [draft, ...asked],
  );
  const [whole, ...parts] = table.cells;
  const [unit] = table.orgUnits;
  return {
    ...valueOf(whole!),
    period,
    periodName: { vi: periodName(period), en: period },
    orgUnit: unit!.uid,
    orgUnitName: unit!.fullName,
    operands: operands.map((item, at) => ({
      ...valueOf(parts[at]!),
      item: spellItem(item),
      name: { vi: itemWords(item, references, "vi"), en: itemWords(item, references, "en") },
      unit: unitOf(item, references),
    })),
  };
}

function listOperands(formulas: readonly Formula[]): Item[] {
  const items = formulas.flatMap(({ compiled }) => compiled.items);
  return [...new Map(items.map((item) => [spellItem(item), item])).values()].slice(0, mostOperands);
}

function valueOf({ value, state, reason, reported, expected }: TableCell) {
  return { value: value ?? null, state, ...(reason && { reason }), reported, expected };
}

function unitOf(item: Item, references: References): string {
  const found = references.find(item);
  if (!("kind" in found)) return "";
  if (found.kind === "cells") return found.cells[0]?.element.unit ?? "";
  return found.kind === "indicator" ? found.indicator.unit : "";
}

/** The period asked; else the last one for which an element of the numerator has values, else of the denominator. */
async function choosePeriod(
  { db, province, today }: Context,
  { period }: FormulaQuestion,
  draft: Indicator,
  references: References,
): Promise<Period | undefined> {
  if (period !== undefined && period !== "") {
    const known = parsePeriod(period);
    if (known === undefined) throw new Refusal("unknown-period", { period });
    return known;
  }
  for (const formula of [draft.numerator, draft.denominator]) {
    const elements = elementsBehind({ ...draft, numerator: formula, denominator: "1" }, references);
    const last = (await listLastPeriods(db, province, elements)).toSorted(byEnd).at(-1);
    if (last !== undefined) return last;
  }
  return yearPeriod(today.slice(0, 7));
}

function byEnd(a: Period, b: Period): number {
  return periodEnd(a) < periodEnd(b) ? -1 : 1;
}

/** The ids of all data elements that values may come from, through other indicators and computed elements. */
function elementsBehind(indicator: Indicator, references: References): string[] {
  const ids = new Set<string>();
  const seen = new Set<string>();
  const waiting = [indicator];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    for (const text of [one.numerator, one.denominator]) {
      const { formula } = readFormula(text, references);
      for (const found of formula?.references.values() ?? []) {
        if (found.kind === "cells") for (const { element } of found.cells) addElement(element.id);
      }
    }
    for (const key of usedBy(one, references)) {
      const used = references.findIndicator(key);
      if (used && !seen.has(key)) waiting.push(used);
      seen.add(key);
    }
  }
  return [...ids];

  function addElement(id: string): void {
    if (ids.has(id)) return;
    ids.add(id);
    const formula = references.findElement(id)?.formula;
    if (formula?.kind === "ratio") for (const item of [formula.numerator, formula.denominator]) addElement(item.element);
    if (formula?.kind === "sum") for (const { item } of formula.terms) addElement(item.element);
  }
} // prettier-ignore
