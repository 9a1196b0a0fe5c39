import type { Catalogue } from "#contract/catalogue.ts";
import type { DataElement, Item } from "#domain/data-element.ts";
import { optionCombo } from "#domain/breakdown.ts";

/**
 * A little calculator that knows nothing of the engine. It writes down every relation between numbers of a catalogue
 * that arithmetic knows (a whole and its parts, a formula, a change and its base, an actual and its plan) and finds
 * what follows: of a relation in which all numbers but one are known, the last one can be computed.
 */
export interface Relation {
  readonly why: string;
  readonly cells: readonly string[];
}

interface Cell {
  readonly element: string;
  readonly optionCombo: string;
  readonly period: string;
  readonly orgUnit: string;
}

export function cellName({ element, optionCombo: combo, period, orgUnit }: Cell): string {
  return `${element} [${combo}] ${period} ${orgUnit}`;
}

/** The names of all cells that are known or can be computed from `known`, each with the relation that gave it. */
export function reach(known: Iterable<string>, relations: readonly Relation[]): Map<string, string> {
  const reached = new Map([...known].map((cell) => [cell, "known"]));
  for (let grew = true; grew;) {
    grew = false;
    for (const { why, cells } of relations) {
      const open = cells.filter((cell) => !reached.has(cell));
      if (open.length !== 1) continue;
      reached.set(open[0]!, why);
      grew = true;
    }
  }
  return reached;
}

/** Every relation among the cells of a catalogue; changes and percentages of a plan are cells of their own. */
export function listRelations(catalogue: Catalogue): Relation[] {
  const places = distinct(catalogue.values.map(({ period, orgUnit }) => ({ period, orgUnit })));
  return [
    ...places.flatMap((place) => catalogue.elements.flatMap((element) => formulaOf(element, place, catalogue))),
    ...partitionsOf(catalogue),
    ...unitsOf(catalogue),
    ...catalogue.elements.flatMap((element) => periodsOf(element, catalogue)),
    ...changesOf(catalogue),
    ...plansOf(catalogue),
  ];
} // prettier-ignore

/** What needs no report: the number of communes is counted in the tree, in every period. */
export function countedCells({ elements, values }: Catalogue): string[] {
  const counted = elements.filter(({ formula }) => formula?.kind === "org-unit-count");
  return values.flatMap(({ period, orgUnit }) =>
    counted.map(({ id }) => cellName({ element: id, optionCombo: "", period, orgUnit })),
  );
}

type Place = Pick<Cell, "period" | "orgUnit">;

function formulaOf({ id, formula }: DataElement, place: Place, catalogue: Catalogue): Relation[] {
  const items =
    formula?.kind === "ratio"
      ? [formula.numerator, formula.denominator]
      : formula?.kind === "sum"
        ? formula.terms.map((term) => term.item)
        : [];
  if (items.length === 0) return [];
  const operands = items.map((item) => operandCell(item, place, catalogue));
  return [{ why: "formula", cells: [cellName({ element: id, optionCombo: "", ...place }), ...operands] }];
}

/** A denominator may be reported once for the whole year. */
function operandCell(item: Item, place: Place, { values }: Catalogue): string {
  const combo = optionCombo(item.breakdown ?? {});
  const year = place.period.slice(0, 4);
  const hasOwn = values.some((value) => value.element === item.element && value.period === place.period);
  const hasYear = values.some((value) => value.element === item.element && value.period === year);
  const period = !hasOwn && hasYear ? year : place.period;
  return cellName({ element: item.element, optionCombo: combo, period, orgUnit: place.orgUnit });
}

function partitionsOf({ elements, values }: Catalogue): Relation[] {
  const partitioned = new Set(
    elements
      .filter(({ breakdowns }) => breakdowns.some(({ relation }) => relation === "partition"))
      .map(({ id }) => id),
  );
  const parts = values.filter(({ element, optionCombo: combo }) => combo !== "" && partitioned.has(element));
  return gather(parts, (part) => cellName({ ...part, optionCombo: "" }), "parts of a whole");
}

/** The province and all units below it that reported the same cell. */
function unitsOf({ elements, values, province }: Catalogue): Relation[] {
  const adding = new Set(elements.filter(({ orgNature }) => orgNature === "sum").map(({ id }) => id));
  const below = values.filter(({ element, orgUnit }) => adding.has(element) && orgUnit !== province);
  return gather(below, (value) => cellName({ ...value, orgUnit: province }), "units of the province");
}

function periodsOf({ id, timeNature }: DataElement, { values }: Catalogue): Relation[] {
  const cells = values.filter(({ element }) => element === id);
  const years = new Set(cells.map(({ period }) => period.slice(0, 4)));
  return distinct(cells.map(({ element, optionCombo: combo, orgUnit }) => ({ element, optionCombo: combo, orgUnit }))).flatMap((cell) =>
    [...years].flatMap((year) =>
      spans(year).map(([whole, ...shorter]) => ({
        why: "shorter periods",
        // Of a stock the last of the shorter periods is the value of the longer one.
        cells: [whole!, ...(timeNature === "flow" ? shorter : shorter.slice(-1))].map((period) => cellName({ ...cell, period })),
      })),
    ),
  );
} // prettier-ignore

/** A longer period, then the shorter ones it consists of. */
function spans(year: string): string[][] {
  const months = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`);
  return [
    [year, `${year}-S1`, `${year}-S2`],
    [`${year}-S1`, `${year}-Q1`, `${year}-Q2`],
    [`${year}-S2`, `${year}-Q3`, `${year}-Q4`],
    ...[0, 1, 2, 3].map((quarter) => [`${year}-Q${quarter + 1}`, ...months.slice(quarter * 3, quarter * 3 + 3)]),
  ];
} // prettier-ignore

function changesOf({ values, elements }: Catalogue): Relation[] {
  const cells = [
    ...values,
    ...elements.flatMap(({ id }) =>
      distinct(values.map(({ period, orgUnit }) => ({ element: id, optionCombo: "", period, orgUnit }))),
    ),
  ];
  return distinct(cells.map(({ element, optionCombo: combo, period, orgUnit }) => ({ element, optionCombo: combo, period, orgUnit }))).flatMap((cell) => {
    const lastYear = `${Number(cell.period.slice(0, 4)) - 1}`;
    return [lastYear + cell.period.slice(4), lastYear].map((base) => ({
      why: "change",
      cells: [`change ${cellName(cell)}`, cellName(cell), cellName({ ...cell, period: base })],
    }));
  });
} // prettier-ignore

/** A plan for the year is held against the year; a stock also against the day it was last counted. */
function plansOf({ targets, elements }: Catalogue): Relation[] {
  return targets.flatMap((target) =>
    elements
      .filter(({ id, planOf }) => (planOf ?? id) === target.element)
      .flatMap(({ id, timeNature }) => {
        const half = `${target.period}-S1`;
        const pairs: [string, string][] = [
          [target.period, timeNature === "flow" ? target.period : half],
          [half, half],
        ];
        return pairs.map(([of, counted]) => ({
          why: "plan",
          cells: [
            `percent of plan ${cellName({ ...target, element: id, period: of })}`,
            cellName({ ...target, element: id, period: counted }),
            `plan ${cellName(target)}`,
          ],
        }));
      }),
  );
}

/** One relation for each whole: the whole and all the parts found for it. */
function gather(parts: readonly Cell[], wholeOf: (part: Cell) => string, why: string): Relation[] {
  const wholes = new Map<string, string[]>();
  for (const part of parts) {
    wholes.set(wholeOf(part), [...(wholes.get(wholeOf(part)) ?? []), cellName(part)]);
  }
  return [...wholes].map(([whole, cells]) => ({ why, cells: [whole, ...cells] }));
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
