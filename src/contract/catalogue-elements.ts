import { hasDimensions, optionCombo, type Disaggregation } from "#domain/breakdown.ts";
import type { DataElement, Item } from "#domain/data-element.ts";
import type { Catalogue } from "./catalogue.ts";
import { listRepeated, type BrokenReference } from "./catalogue-problem.ts";

/** What is wrong among the elements: two answer for one key and role, or an owner, plan or operand is unknown. */
export function* listElementProblems({ elements, orgUnits }: Catalogue): Generator<BrokenReference> {
  const file = "data-elements.json";
  const ids = elements.map((element) => element.id);
  const answers = elements.flatMap(({ key, onlyRoles }) =>
    (onlyRoles ?? ["any role"]).map((role) => `${key}, ${role}`),
  );
  yield* listRepeated(file, ids);
  yield* listRepeated(file, answers);

  const uids = new Set(orgUnits.map((unit) => unit.uid));
  const byId = new Map(elements.map((element) => [element.id, element]));
  for (const element of elements) {
    const problem = uids.has(element.owner)
      ? elementProblem(element, byId)
      : `no such owner: ${element.owner}`;
    if (problem !== undefined) yield { file, entry: element.id, problem };
  }
}

/** Whether a breakdown is one the element declares; `{}`, the total, always is. */
export function isCellOf(element: DataElement, breakdown: Disaggregation): boolean {
  return (
    optionCombo(breakdown) === "" ||
    element.breakdowns.some(({ dimensions }) => hasDimensions(breakdown, dimensions))
  );
}

type ElementsById = ReadonlyMap<string, DataElement>;

function elementProblem(element: DataElement, byId: ElementsById): string | undefined {
  const { planOf, unitsByOption } = element;
  if (planOf !== undefined && !byId.has(planOf)) return `no such element: ${planOf}`;
  const unit = unitsByOption?.find(({ breakdown }) => !isCellOf(element, breakdown));
  if (unit) return `no such breakdown: ${optionCombo(unit.breakdown)}`;
  const item = itemsOf(element).find((operand) => !isItem(operand, byId));
  if (item) return `no such operand: ${item.element} ${optionCombo(item.breakdown ?? {})}`.trim();
  return operandsOf(element, byId).has(element.id) ? "the formula leads back to itself" : undefined;
}

function itemsOf({ formula }: DataElement): readonly Item[] {
  if (formula?.kind === "ratio") return [formula.numerator, formula.denominator];
  return formula?.kind === "sum" ? formula.terms.map((term) => term.item) : [];
}

function isItem({ element, breakdown }: Item, byId: ElementsById): boolean {
  const operand = byId.get(element);
  return operand !== undefined && isCellOf(operand, breakdown ?? {});
}

/** Every element that the formula needs, directly or through other formulas. */
function operandsOf(element: DataElement, byId: ElementsById): Set<string> {
  const needed = new Set<string>();
  const waiting = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { element: id } of itemsOf(next)) {
      const operand = byId.get(id);
      if (operand && !needed.has(id)) waiting.push(operand);
      needed.add(id);
    }
  }
  return needed;
}
