import { hasDimensions, optionCombo, parseOptionCombo, type Breakdown } from "#domain/breakdown.ts";
import type { DataElement } from "#domain/data-element.ts";
import { decimal, sum, type Decimal } from "#domain/decimal.ts";
import { findRepairs } from "./repairs.ts";
import { gravityOf, type CellReading, type ValueFinding } from "./value-finding.ts";

/** A cell that holds a value, exact. */
export interface KnownCell extends CellReading {
  readonly value: string;
}

/** All cells of one element, unit and period, and the option combos that the unit is expected to fill. */
export interface ElementCells {
  readonly element: DataElement;
  readonly cells: readonly KnownCell[];
  readonly expected: ReadonlySet<string>;
}

/**
 * Holds parts against their wholes as the element's breakdowns declare: the parts of a partition make up the whole as
 * soon as all of them are there, no part of any kind is above it. Cells that keep some of the dimensions are wholes too.
 */
export function checkBreakdowns(group: ElementCells): ValueFinding[] {
  const { element, cells } = group;
  if (!addsUp(element) || cells.length < 2) return [];
  return element.breakdowns.flatMap((breakdown) =>
    [...familiesOf(breakdown, cells)].flatMap(([whole, parts]) =>
      checkFamily(breakdown, whole, parts, group),
    ),
  );
}

/** Shares and rates of parts do not stand to the whole as counts do. */
function addsUp({ valueType, timeNature, breakdowns }: DataElement): boolean {
  const isShare = valueType === "percent" || valueType === "permille" || timeNature === "rate";
  return breakdowns.length > 0 && !isShare;
}

interface Family {
  readonly parts: KnownCell[];
  readonly kept: readonly string[];
}

/** Every whole with its parts: the whole keeps some of the dimensions, or none. */
function familiesOf(breakdown: Breakdown, cells: readonly KnownCell[]): Map<KnownCell, Family> {
  const families = new Map<KnownCell, Family>();
  for (const part of cells) {
    for (const { whole: combo, kept } of wholesOf(breakdown, part.optionCombo)) {
      const whole = cells.find((cell) => cell.optionCombo === combo);
      if (!whole) continue;
      const family = families.get(whole) ?? { parts: [], kept };
      family.parts.push(part);
      families.set(whole, family);
    }
  }
  return families;
}

interface WholeOfPart {
  readonly whole: string;
  readonly kept: readonly string[];
}

const knownWholes = new WeakMap<Breakdown, Map<string, readonly WholeOfPart[]>>();

/** The cells that a part belongs to; worked out once, because every unit has the same parts. */
function wholesOf(breakdown: Breakdown, part: string): readonly WholeOfPart[] {
  const known = knownWholes.get(breakdown) ?? new Map<string, readonly WholeOfPart[]>();
  knownWholes.set(breakdown, known);
  const before = known.get(part);
  if (before) return before;
  const options = parseOptionCombo(part) ?? {};
  const wholes = hasDimensions(options, breakdown.dimensions)
    ? properSubsets(breakdown.dimensions).map((kept) => ({ whole: comboKeeping(options, kept), kept }))
    : [];
  known.set(part, wholes);
  return wholes;
}

function comboKeeping(options: Readonly<Record<string, string>>, kept: readonly string[]): string {
  return optionCombo(Object.fromEntries(kept.map((name) => [name, options[name] ?? ""])));
}

function properSubsets(dimensions: readonly string[]): string[][] {
  return dimensions
    .reduce<string[][]>((found, name) => [...found, ...found.map((set) => [...set, name])], [[]])
    .filter((set) => set.length < dimensions.length);
}

function checkFamily(
  breakdown: Breakdown,
  whole: KnownCell,
  { parts }: Family,
  group: ElementCells,
): ValueFinding[] {
  if (fitsPlainly(whole, parts)) return [];
  const { relation } = breakdown;
  const total = decimal(whole.value);
  const added = sum(parts.map(({ value }) => decimal(value)))!;
  const isWhole = relation === "partition" && isComplete(breakdown, whole, parts, group.expected);
  if (isWhole) return added.eq(total) ? [] : [mismatch("parts-not-total", relation, whole, parts, added)];
  const above = parts.filter(({ value }) => decimal(value).gt(total));
  if (above.length > 0) return above.map((part) => describePart(part, whole, relation));
  const isAbove = relation !== "overlapping" && added.gt(total);
  return isAbove ? [mismatch("parts-exceed-whole", relation, whole, parts, added)] : [];
}

/** Most sums fit and are of whole numbers, which plain arithmetic adds exactly. */
function fitsPlainly(whole: KnownCell, parts: readonly KnownCell[]): boolean {
  let added = 0;
  for (const { value } of parts) {
    const part = Number(value);
    if (!Number.isSafeInteger(part)) return false;
    added += part;
  }
  return Number.isSafeInteger(added) && added === Number(whole.value);
}

/** Whether every part is there that this unit is expected to fill. */
function isComplete(
  breakdown: Breakdown,
  whole: KnownCell,
  parts: readonly KnownCell[],
  expected: ReadonlySet<string>,
): boolean {
  const present = new Set(parts.map(({ optionCombo: combo }) => combo));
  for (const combo of expected) {
    const belongs = wholesOf(breakdown, combo).some((one) => one.whole === whole.optionCombo);
    if (belongs && !present.has(combo)) return false;
  }
  return parts.length > 1;
}

function mismatch(
  code: "parts-not-total" | "parts-exceed-whole",
  relation: Breakdown["relation"],
  whole: KnownCell,
  parts: readonly KnownCell[],
  added: Decimal,
): ValueFinding {
  const severity = relation === "subset" ? "warning" : "blocking";
  return {
    code,
    kind: relation === "partition" ? "partition" : "subset",
    severity,
    gravity: gravityOf(code, severity),
    facts: {
      whole: whole.value,
      added: added.toFixed(),
      difference: added.minus(whole.value).toFixed(),
      parts: parts.length,
    },
    cells: [whole, ...parts],
    ...(code === "parts-not-total" && { repairs: findRepairs(whole.value, parts.map(({ value }) => value)) }), // prettier-ignore
  };
}

function describePart(part: KnownCell, whole: KnownCell, relation: Breakdown["relation"]): ValueFinding {
  return {
    code: "part-exceeds-whole",
    kind: relation === "partition" ? "partition" : "subset",
    severity: "blocking",
    gravity: gravityOf("part-exceeds-whole", "blocking"),
    facts: { part: part.value, whole: whole.value },
    cells: [part, whole],
  };
}
