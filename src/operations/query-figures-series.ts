import { optionCombo, type Disaggregation } from "#domain/breakdown.ts";
import type { DataElement, Item } from "#domain/data-element.ts";

/** One cell of an element that values are needed of. */
export interface NeededSeries {
  readonly element: DataElement;
  /** As asked: `""` is the total. */
  readonly combo: string;
}

/** All cells of elements that go into the figures asked for, formulas followed down to what is reported. */
export function listNeededSeries(
  asked: readonly { readonly element: DataElement; readonly breakdown: Disaggregation }[],
  elements: ReadonlyMap<string, DataElement>,
): NeededSeries[] {
  const needed = new Map<string, NeededSeries>();
  const add = (element: DataElement | undefined, breakdown: Disaggregation): void => {
    if (!element) return;
    const combo = optionCombo(breakdown);
    const name = `${element.id}|${combo}`;
    if (needed.has(name)) return;
    needed.set(name, { element, combo });
    for (const item of operandsOf(element, combo))
      add(elements.get(item.element), item.breakdown ?? breakdown);
  };
  for (const { element, breakdown } of asked) {
    add(element, breakdown);
    if (optionCombo(breakdown) !== "") add(element, {}); // the whole, for a share
  }
  return [...needed.values()];
}

function operandsOf({ formula }: DataElement, combo: string): Item[] {
  if (formula?.kind === "ratio") return [formula.numerator, formula.denominator];
  if (formula?.kind === "sum" && combo === "") return formula.terms.map(({ item }) => item);
  return [];
}

/** How the rollup names the cell: the total of an element with a partition may be made of its parts. */
export function storedCombo({ element, combo }: NeededSeries): string {
  return combo === "" && element.breakdowns.some(({ relation }) => relation === "partition") ? "*" : combo;
}
