import type { DataElement } from "./data-element.ts";
import { decimal } from "./decimal.ts";
import type { FigureRole } from "./figure.ts";

/** An element whose small counts could tell who is meant. */
export interface SensitiveElement {
  readonly element: string;
  /** Counts from 1 to one less than this are hidden. */
  readonly below: number;
  readonly reason: string;
  readonly setBy: string;
}

/** A number of a table, as far as hiding it goes. */
export interface CountCell {
  readonly orgUnit: string;
  readonly period: string;
  readonly role: FigureRole;
  readonly value: string | undefined;
}

/** Why a number is hidden: it is small itself, or it would give a small one away. */
export type Hidden = "small" | "gives-away";

const counts = new Set<FigureRole>(["actual", "in_month", "cumulative", "stock", "prior_year"]);

/**
 * Which cells of one sensitive item are not shown to somebody outside its programme. Small counts; what is computed
 * from counts (a rate or growth could be turned back into one); and where just one of the units under the same parent
 * is hidden, the next smallest beside it, since the parent's total less the others would tell. Zero is shown: nobody
 * is meant by it. Totals of the whole province stay, as its reports print them.
 */
export function hideSmallCounts<Cell extends CountCell>(
  cells: readonly Cell[],
  {
    below,
    parentOf,
    isWhole,
  }: {
    readonly below: number;
    readonly parentOf: (cell: Cell) => string;
    readonly isWhole: (orgUnit: string) => boolean;
  },
): ReadonlyMap<Cell, Hidden> {
  const hidden = new Map<Cell, Hidden>();
  const siblings = new Map<string, Cell[]>();
  for (const cell of cells) {
    if (cell.value === undefined || isWhole(cell.orgUnit)) continue;
    if (!counts.has(cell.role)) {
      hidden.set(cell, "gives-away");
      continue;
    }
    if (isSmall(cell.value, below)) hidden.set(cell, "small");
    const family = `${parentOf(cell)}|${cell.period}|${cell.role}`;
    const known = siblings.get(family);
    if (known) known.push(cell);
    else siblings.set(family, [cell]);
  }
  for (const family of siblings.values()) {
    const [only, ...more] = family.filter((cell) => hidden.has(cell));
    if (!only || more.length > 0) continue;
    const [next] = family
      .filter((cell) => cell !== only && decimal(cell.value ?? 0).gt(0))
      .toSorted((a, b) => decimal(a.value ?? 0).cmp(decimal(b.value ?? 0)));
    if (next) hidden.set(next, "gives-away");
  }
  return hidden;
}

function isSmall(value: string, below: number): boolean {
  const count = decimal(value);
  return count.gt(0) && count.lt(below);
}

/** Elements that are sensitive because their formula rests on one, with the limit of that one. */
export function spreadSensitivity(
  sensitive: readonly SensitiveElement[],
  elements: readonly DataElement[],
): ReadonlyMap<string, number> {
  const limits = new Map(sensitive.map(({ element, below }) => [element, below]));
  for (let grew = true; grew;) {
    grew = false;
    for (const { id, formula } of elements) {
      if (limits.has(id) || !formula || formula.kind === "org-unit-count") continue;
      const parts = formula.kind === "ratio" ? [formula.numerator] : formula.terms.map(({ item }) => item);
      const most = Math.max(0, ...parts.map(({ element }) => limits.get(element) ?? 0));
      if (most === 0) continue;
      limits.set(id, most);
      grew = true;
    }
  }
  return limits;
}
