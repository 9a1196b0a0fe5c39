import type { FormulaItem, IndicatorDetail, IndicatorHistory, IndicatorView } from "#contract/indicator.ts";
import type { DataElement } from "#domain/data-element.ts";
import { hasDimensions, optionCombo, parseOptionCombo } from "#domain/breakdown.ts";
import { ExpressionError } from "#domain/expression/expression-error.ts";
import { noModifiers, spellBareItem, spellItem, type Item } from "#domain/expression/item.ts";
import { checkFormula, indicatorsIn } from "#domain/indicator-formula.ts";
import { usersOf } from "#domain/indicator-cycles.ts";
import { elementOfIndicator, type KeptIndicator } from "#domain/indicator.ts";
import { indexReferences, type Reference, type References } from "#domain/indicator-references.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Queryable } from "#store/database.ts";
import { listExternalCodes } from "#store/indicators-codes.ts";
import { listCombosInUse } from "#store/indicators-reports.ts";
import { listIndicatorVersions } from "#store/indicators.ts";
import { listDataElements } from "#store/data-elements.ts";
import { listValidationRules } from "#store/validation-rules.ts";
import { indicatorWords } from "#wording/formula-words.ts";
import { userName, type Context } from "./context.ts";
import { fetchFormulaCatalogue } from "./formula-catalogue.ts";

/** All indicators in the order of their keys, each with its formula in words. */
export async function listIndicators({ db, province }: Context): Promise<IndicatorView[]> {
  const catalogue = await fetchFormulaCatalogue(db, province);
  const references = indexReferences(catalogue);
  return catalogue.indicators.map((one) => viewOf(one, references));
}

/** One indicator with who uses it. Refuses `unknown-indicator`. */
export async function getIndicator({ db, province }: Context, key: string): Promise<IndicatorDetail> {
  const catalogue = await fetchFormulaCatalogue(db, province);
  const references = indexReferences(catalogue);
  const found = catalogue.indicators.find((one) => one.key === key);
  if (!found) throw new Refusal("unknown-indicator", { key });
  return { ...viewOf(found, references), users: await listUsers(db, province, key, references) };
}

function viewOf(indicator: KeptIndicator, references: References): IndicatorView {
  const { name, changedBy, ...rest } = indicator;
  const say = (language: "vi" | "en") => wordsOr(indicator, references, language);
  return { ...rest, name: { ...name }, changedBy: userName(changedBy), words: { vi: say("vi"), en: say("en") } }; // prettier-ignore
}

/** A formula that can be read no more is shown as it was written. */
function wordsOr(indicator: KeptIndicator, references: References, language: "vi" | "en"): string {
  try {
    return indicatorWords(indicator, references, language);
  } catch (error) {
    if (error instanceof ExpressionError) return `${indicator.numerator} ÷ ${indicator.denominator}`;
    throw error;
  }
}

/** Keys of the indicators and validation rules that are made of an indicator directly. */
export async function listUsers(
  db: Queryable,
  province: string,
  key: string,
  references: References,
): Promise<string[]> {
  const rules = await listValidationRules(db, province);
  const ofRules = rules.filter(({ left, right }) =>
    [left, right].some(({ expression }) => indicatorsIn(expression, references).includes(key)),
  );
  const users = usersOf(key, references).filter((user) => user !== key);
  return [...users, ...ofRules.map((rule) => rule.key)];
}

/** Everything that ever happened to an indicator, the last version first. Refuses `unknown-indicator`. */
export async function viewIndicatorHistory({ db, province }: Context, key: string): Promise<IndicatorHistory> {
  const versions = await listIndicatorVersions(db, province, key);
  if (versions.length === 0) throw new Refusal("unknown-indicator", { key });
  return {
    versions: versions.map(({ indicator, changedBy, ...rest }) => ({
      ...rest,
      changedBy: userName(changedBy),
      ...(indicator && { indicator: { ...indicator, name: { ...indicator.name } } }),
    })),
  };
} // prettier-ignore

/** An indicator as a cell of tables sees it, with what it is made of for the same period; for a key that is none, nothing. */
export async function findIndicatorCell(
  { db, province }: Context,
  key: string | undefined,
  elements: readonly DataElement[],
): Promise<IndicatorCell | undefined> {
  if (key === undefined || elements.some((element) => element.key === key || element.id === key))
    return undefined;
  const catalogue = await fetchFormulaCatalogue(db, province, { elements });
  const indicator = catalogue.indicators.find((one) => one.key === key);
  if (!indicator) return undefined;
  const references = indexReferences(catalogue);
  const formulas = [indicator.numerator, indicator.denominator].map(
    (text) => checkFormula(text, references).formula,
  );
  const operands = formulas.flatMap((formula) =>
    [...(formula?.references ?? [])].flatMap(([item, found]) =>
      isOfThisPeriod(item) ? operandsIn(found) : [],
    ),
  );
  const distinct = new Map(operands.map((operand) => [`${operand.element}|${operand.breakdown}`, operand]));
  return { element: elementOfIndicator(indicator), operands: [...distinct.values()] };
}

export interface IndicatorCell {
  readonly element: DataElement;
  readonly operands: { element: string; key: string; name: { vi: string; en: string }; breakdown: string }[];
}

/** A cell shows operands at its own period: what is shifted, cut or added up otherwise is another number. */
function isOfThisPeriod(item: Item): boolean {
  return item.kind !== "sub-expression" && spellItem(item) === spellBareItem(item);
}

function operandsIn(found: Reference): IndicatorCell["operands"] {
  if (found.kind === "indicator") {
    const { key, name } = found.indicator;
    return [{ element: key, key, name: { ...name }, breakdown: "" }];
  }
  if (found.kind !== "cells") return [];
  return found.cells.map(({ element: { id, key, name }, breakdown }) => ({
    element: id,
    key,
    name: { ...name },
    breakdown: optionCombo(breakdown),
  }));
}

/** Everything that can be put into a formula, with the words to write for it. */
export async function listFormulaItems({ db, province }: Context): Promise<FormulaItem[]> {
  const { elements, indicators, constants, groups, unitTypes } = await fetchFormulaCatalogue(db, province);
  const none = { unit: "", programme: "" };
  return [
    ...elements.map(({ id, name, unit, programme }): FormulaItem => ({
      reference: referenceTo(id),
      kind: "data-element",
      name: { ...name },
      unit,
      programme,
    })),
    ...indicators.map(({ key, name, unit, programme = "" }): FormulaItem => ({ reference: `N{${key}}`, kind: "indicator", name: { ...name }, unit, programme })),
    ...constants.map(({ key, name }): FormulaItem => ({ ...none, reference: `C{${key}}`, kind: "constant", name: { ...name } })),
    ...groups.map(({ key, name }): FormulaItem => ({ ...none, reference: `OUG{${key}}`, kind: "org-units", name: { ...name } })),
    ...unitTypes.map((type): FormulaItem => ({ ...none, reference: `OUG{${type}}`, kind: "org-units", name: { vi: type, en: type } })),
  ];
} // prettier-ignore

function referenceTo(dataElement: string, combo = ""): string {
  const breakdown = parseOptionCombo(combo) ?? {};
  return spellBareItem({ kind: "data-element", dataElement, breakdown, modifiers: noModifiers });
}

/** The cells of an element that are known: from its last period with values, and from other systems. */
export async function listElementCells(
  { db, province }: Context,
  id: string,
): Promise<{ reference: string; name: string }[]> {
  const element = (await listDataElements(db, province)).find((one) => one.id === id);
  if (!element) throw new Refusal("unknown-key", { key: id });
  const codes = await listExternalCodes(db, province);
  const elsewhere = codes.filter(({ kind }) => kind === "option-combo").map(({ target }) => target);
  const combos = new Set([...(await listCombosInUse(db, province, id)), ...elsewhere]);
  const breakdowns = [...combos].map((combo) => parseOptionCombo(combo) ?? {});
  return breakdowns
    .filter((cell) => element.breakdowns.some(({ dimensions }) => hasDimensions(cell, dimensions)))
    .map((cell) => ({ reference: referenceTo(id, optionCombo(cell)), name: Object.values(cell).join(", ") }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "vi"));
}
