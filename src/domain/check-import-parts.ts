import type { Breakdown, Disaggregation } from "./breakdown.ts";
import { hasDimensions, optionCombo, parseOptionCombo } from "./breakdown.ts";
import { factsOf, type Imported, type ImportToCheck } from "./check-import-cell.ts";
import { RowGroups } from "./check-import-groups.ts";
import type { DataElement } from "./data-element.ts";
import type { DataValue } from "./data-value.ts";
import { sum, type Decimal } from "./decimal.ts";
import type { Finding } from "./finding.ts";

/** A value of a cell; `row` when it came with the file. */
interface Known {
  readonly value: DataValue;
  readonly row?: number;
}

/** All cells of one element, period and org unit, by option combo. */
type Cells = ReadonlyMap<string, Known>;

/**
 * Finds parts above their whole, over the file and what is kept together; the file wins where both have a cell.
 * Only cells that the file touches are looked at. The rows are shown one after the other, then the findings asked for.
 */
export function partsCheck(toCheck: ImportToCheck): {
  see: (one: Imported<DataValue>, index: number) => undefined;
  findings: () => Iterable<Finding>;
} {
  const checks = new Map(
    toCheck.elements.filter(hasParts).map((element) => [element.id, partCheck(element)]),
  );
  const groups = new RowGroups();
  return {
    see: ({ item }, index) => {
      if (checks.has(item.element)) groups.add(item, index);
      return undefined;
    },
    findings: () => findExcesses(toCheck, groups, checks),
  };
}

function* findExcesses(
  toCheck: ImportToCheck,
  groups: RowGroups,
  checks: ReadonlyMap<string, (cells: Cells) => Excess[]>,
): Iterable<Finding> {
  for (const cells of groupsOf(toCheck, groups)) {
    const [first] = cells.values();
    for (const { part, whole, code, total } of checks.get(first?.value.element ?? "")?.(cells) ?? [])
      yield {
        code,
        severity: "blocking",
        facts: {
          ...factsOf(part.value),
          part: total.toFixed(),
          whole: whole.value.value.toFixed(),
          wholeBreakdown: whole.value.optionCombo,
          wholeRow: whole.row ?? 0,
        },
        place: { ...toCheck.place, row: part.row ?? whole.row ?? 0 },
      };
  }
}

/** Shares and rates of parts do not stand to the whole as counts do. */
function hasParts({ breakdowns, valueType, timeNature }: DataElement): boolean {
  return (
    breakdowns.length > 0 && valueType !== "percent" && valueType !== "permille" && timeNature !== "rate"
  );
}

/** The cells that belong together, one group at a time. */
function* groupsOf({ values, existing }: ImportToCheck, groups: RowGroups): Iterable<Cells> {
  const kept = new Map<number, DataValue[]>();
  for (const value of existing) {
    const group = groups.find(value);
    const known = kept.get(group);
    if (known) known.push(value);
    else if (group !== -1) kept.set(group, [value]);
  }
  for (const [group, indexes] of groups.all()) {
    const ofGroup = kept.get(group) ?? [];
    if (indexes.length + ofGroup.length > 1) yield cellsOf(values, indexes, ofGroup);
  }
}

function cellsOf(
  values: ImportToCheck["values"],
  indexes: readonly number[],
  kept: readonly DataValue[],
): Cells {
  const cells = new Map<string, Known>();
  for (const index of indexes) {
    const one = values.at(index);
    if (one) cells.set(one.item.optionCombo, { value: one.item, row: one.row });
  }
  for (const value of kept) if (!cells.has(value.optionCombo)) cells.set(value.optionCombo, { value });
  return cells;
}

interface Excess {
  readonly code: "part-above-whole" | "parts-above-whole";
  readonly part: Known;
  readonly whole: Known;
  readonly total: Decimal;
}

/** Checks the cells of one element, again and again: what each option combo is a part of is worked out once. */
function partCheck({ breakdowns }: DataElement): (cells: Cells) => Excess[] {
  const kinds = breakdowns.flatMap((breakdown) =>
    subsets(breakdown.dimensions).map((dimensions) => {
      const wholes = new Map<string, string | undefined>();
      const wholeOf = (combo: string): string | undefined => {
        if (!wholes.has(combo)) wholes.set(combo, wholeComboOf(combo, breakdown, dimensions));
        return wholes.get(combo);
      };
      return { breakdown, wholeOf };
    }),
  );
  return (cells) => kinds.flatMap(({ breakdown, wholeOf }) => checkBreakdown(breakdown, wholeOf, cells));
}

/** The cell that keeps only some dimensions of a part of the breakdown; `undefined` when it is no part of it. */
function wholeComboOf(
  combo: string,
  breakdown: Breakdown,
  dimensions: readonly string[],
): string | undefined {
  const part: Disaggregation = parseOptionCombo(combo) ?? {};
  if (!hasDimensions(part, breakdown.dimensions)) return undefined;
  return optionCombo(Object.fromEntries(dimensions.map((name) => [name, part[name] ?? ""])));
}

/** Holds the parts of one breakdown against the cells that keep only some of its dimensions. */
function checkBreakdown(
  breakdown: Breakdown,
  wholeOf: (combo: string) => string | undefined,
  cells: Cells,
): Excess[] {
  const families = new Map<Known, Known[]>();
  for (const [combo, part] of cells) {
    const wholeCombo = wholeOf(combo);
    const whole = wholeCombo === undefined ? undefined : cells.get(wholeCombo);
    if (whole === undefined) continue;
    const parts = families.get(whole);
    if (parts) parts.push(part);
    else families.set(whole, [part]);
  }
  return [...families].flatMap(([whole, parts]) => excesses(breakdown, comparable(parts, whole), whole));
}

/** Values of different days cannot contradict one another. */
function comparable(parts: readonly Known[], whole: Known): Known[] {
  return parts.filter(({ value }) => value.asOf === whole.value.asOf);
}

function excesses(breakdown: Breakdown, parts: readonly Known[], whole: Known): Excess[] {
  const first = parts.find((part) => part.row !== undefined);
  const isTouched = first !== undefined || whole.row !== undefined;
  if (!isTouched) return [];
  const above = parts.filter((part) => part.value.value.gt(whole.value.value));
  if (above.length > 0)
    return above.map((part) => ({ code: "part-above-whole", part, whole, total: part.value.value }));
  const total = sum(parts.map((part) => part.value.value));
  const shown = first ?? parts[0];
  const isAbove = breakdown.relation === "partition" && total?.gt(whole.value.value);
  return isAbove && shown && total ? [{ code: "parts-above-whole", part: shown, whole, total }] : [];
}

/** Every way to leave out at least one dimension: the total first. */
function subsets(dimensions: readonly string[]): string[][] {
  const all = dimensions.reduce<string[][]>(
    (found, name) => [...found, ...found.map((set) => [...set, name])],
    [[]],
  );
  return all.filter((set) => set.length < dimensions.length);
}
