import { parseOptionCombo } from "./breakdown.ts";
import { factsOf, type Imported } from "./check-import-cell.ts";
import type { DataElement } from "./data-element.ts";
import { cellName, type DataValue } from "./data-value.ts";
import type { Figure } from "./figure.ts";
import type { Finding, Place } from "./finding.ts";

/** The values of a file on their way in. */
export interface ImportedValues extends Iterable<Imported<DataValue>> {
  readonly length: number;
}

export interface SortInput {
  readonly values: ImportedValues;
  readonly elements: ReadonlyMap<string, DataElement>;
  /** What is kept for the same cells. */
  readonly stored: ReadonlyMap<string, DataValue>;
  /** The figure of a cell as it is now, and as it would be with the file's values. */
  readonly before: (value: DataValue) => Figure;
  readonly after: (value: DataValue) => Figure;
  /** Whether units below reported, which could make up the value. */
  readonly hasParts: (value: DataValue) => boolean;
  readonly formula: (figure: Figure) => string;
  readonly place: Place;
}

/** What becomes of each row, by its position in the file. */
export type Fate = "unchanged" | "computed" | "new" | "replaced";

export interface SortedImport {
  readonly fates: readonly Fate[];
  /** Row numbers of figures that follow from others; they need no place of their own. */
  readonly computedRows: ReadonlySet<number>;
  /** Row numbers of values that are there already. */
  readonly unchangedRows: ReadonlySet<number>;
  readonly findings: readonly Finding[];
}

/**
 * Sorts the rows of a file: what is there already, what the computation says anyway, what is new and what replaces.
 * A number that is computed from others and differs from both, before and after, is a blocking finding: its operands
 * are to be corrected, not the result.
 */
export function sortImport(input: SortInput): SortedImport {
  const fates: Fate[] = [];
  const computedRows = new Set<number>();
  const findings: Finding[] = [];
  const unchangedRows = new Set<number>();
  const taken = new Set<string>();
  for (const { item, row } of input.values) {
    const cell = cellName(item);
    const sorted = fateOf(item, cell, input);
    const fate = typeof sorted !== "string" ? "computed" : taken.has(cell) ? "unchanged" : sorted;
    fates.push(fate);
    if (typeof sorted !== "string") findings.push(computedFinding(item, row, sorted, input));
    else if (fate === "computed") computedRows.add(row);
    else if (fate === "unchanged") unchangedRows.add(row);
    else taken.add(cell);
  }
  return { fates, computedRows, unchangedRows, findings };
}

/** The fate of a value, or the figure that contradicts it. */
function fateOf(item: DataValue, cell: string, input: SortInput): Fate | Figure {
  const stored = input.stored.get(cell);
  if (mayBeComputed(item, input)) {
    const before = input.before(item);
    if (isComputed(before)) {
      if (isSame(before, item)) return "computed";
      const after = input.after(item);
      if (isSame(after, item)) return "computed";
      if (!mayStand(before)) return before;
    }
  }
  if (!stored) return "new";
  return stored.value.eq(item.value) && stored.asOf === item.asOf ? "unchanged" : "replaced";
}

function mayBeComputed(item: DataValue, { elements, hasParts }: SortInput): boolean {
  const element = elements.get(item.element);
  const isTotal = item.optionCombo === "";
  return (
    element?.formula !== undefined ||
    (isTotal && element?.breakdowns.some(({ relation }) => relation === "partition")) ||
    hasParts(item)
  );
}

/** Whether a figure comes about without a value of its own. */
function isComputed({ provenance, value }: Figure): boolean {
  return value !== undefined && ["computed", "parts", "org-unit-count"].includes(provenance.kind);
}

/** A total over units or months may be reported as such, and so may the number of communes; a ratio or a sum may not. */
function mayStand({ provenance }: Figure): boolean {
  return (
    provenance.kind === "org-unit-count" || (provenance.kind === "parts" && provenance.over !== "breakdown")
  );
}

/** Published values carry twenty decimals; more would be lost on the way through a file. */
function isSame(figure: Figure, item: DataValue): boolean {
  return figure.value !== undefined && figure.value.round(20).eq(item.value.round(20));
}

function computedFinding(
  item: DataValue,
  row: number,
  figure: Figure,
  { formula, place }: SortInput,
): Finding {
  return {
    code: "figure-computed",
    severity: "blocking",
    facts: {
      ...factsOf(item),
      value: item.value.toFixed(),
      computed: figure.value?.round(6).toFixed() ?? "",
      formula: formula(figure),
    },
    place: { ...place, row },
  };
}

/** The request of a figure for the cell of a value. */
export function breakdownOf(item: DataValue): Record<string, string> {
  return { ...parseOptionCombo(item.optionCombo) };
}
