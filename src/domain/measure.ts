import { hasDimensions, optionCombo, parseOptionCombo, type Disaggregation } from "./breakdown.ts";
import type { DataElement, Formula, Item } from "./data-element.ts";
import type { DataValue } from "./data-value.ts";
import { decimal, divide, sum, type Decimal } from "./decimal.ts";
import { unitOf, type FigureFacts } from "./figure-facts.ts";
import type { Figure, FigureRole, FigureState, Provenance } from "./figure.ts";
import { areasOn, placementOn, subtreeOn } from "./org-unit.ts";
import { divisions, periodEnd, periodType, yearPeriod, type Period } from "./period.ts";

/** The value of one cell for one unit and period, however it has to be come by. */
export type Measure = (
  element: DataElement,
  breakdown: Disaggregation,
  period: Period,
  orgUnit: string,
) => Figure;

/**
 * Measures cells: the value reported for exactly that unit and period; else what a formula makes of others; else the
 * sum of its parts (cells of a partition, units below, shorter periods). Never both a value and its parts.
 */
export function measureWith(facts: FigureFacts): Measure {
  const known = new Map<string, Figure>();

  const measure: Measure = (element, breakdown, period, orgUnit) => {
    const name = `${element.id}|${optionCombo(breakdown)}|${period}|${orgUnit}`;
    const before = known.get(name);
    if (before) return before;
    known.set(name, missing(element, breakdown, period, orgUnit)); // a formula that leads back here finds nothing
    const figure = findMeasure(element, breakdown, period, orgUnit);
    known.set(name, figure);
    return figure;
  };

  function findMeasure(
    element: DataElement,
    breakdown: Disaggregation,
    period: Period,
    orgUnit: string,
  ): Figure {
    const cell: Cell = { element, breakdown, period, orgUnit };
    const value = facts.findValue(element.id, optionCombo(breakdown), period, orgUnit);
    const reported = value && figureOf(cell, reportedAs(value));
    // The number of communes may be reported; a rate or a difference is computed as soon as its operands are known.
    if (reported && element.formula?.kind !== "ratio" && element.formula?.kind !== "sum") return reported;
    const computed = element.formula && byFormula(cell, element.formula);
    if (computed?.value !== undefined) return computed;
    return (
      reported ??
      fromPartition(cell) ??
      fromYear(cell) ??
      fromUnitsAndPeriods(cell) ??
      computed ??
      missing(element, breakdown, period, orgUnit)
    );
  }

  function byFormula(cell: Cell, formula: Formula): Figure | undefined {
    if (formula.kind === "org-unit-count") return countOrgUnits(facts, cell, formula.level);
    const items =
      formula.kind === "ratio"
        ? [formula.numerator, formula.denominator]
        : formula.terms.map((term) => term.item);
    if (formula.kind === "sum" && optionCombo(cell.breakdown) !== "") return undefined;
    const operands = items.map((item) => measureItem(cell, item)).filter((figure) => figure !== undefined);
    if (operands.length < items.length || operands.some((figure) => figure.value === undefined)) {
      return figureOf(cell, { provenance: { kind: "missing", reason: "operand-missing", operands } });
    }
    return formula.kind === "ratio"
      ? ratioOf(cell, operands, formula.factor)
      : figureOf(cell, {
          ...together(operands),
          value: sum(operands.map((figure, index) => figure.value!.times(formula.terms[index]!.sign))),
          provenance: {
            kind: "computed",
            operation: formula.terms.some((term) => term.sign < 0) ? "difference" : "sum",
            operands,
          },
        });
  }

  function measureItem(cell: Cell, item: Item): Figure | undefined {
    const element = facts.elementById(item.element);
    return element && measure(element, item.breakdown ?? cell.breakdown, cell.period, cell.orgUnit);
  }

  /** The total of a partition is the sum of its cells, when nobody reported the total itself. */
  function fromPartition(cell: Cell): Figure | undefined {
    if (optionCombo(cell.breakdown) !== "") return undefined;
    const cells = facts.listCells(cell.element.id, cell.period, cell.orgUnit);
    for (const { relation, dimensions } of cell.element.breakdowns) {
      if (relation !== "partition") continue;
      const parts = cells
        .map((value) => parseOptionCombo(value.optionCombo) ?? {})
        .filter((breakdown) => hasDimensions(breakdown, dimensions))
        .map((breakdown) => measure(cell.element, breakdown, cell.period, cell.orgUnit));
      if (parts.length > 0) return sumOf(cell, parts, "breakdown");
    }
    return undefined;
  }

  /** What is collected once a year (children to be immunised) holds for every period of that year. */
  function fromYear(cell: Cell): Figure | undefined {
    const { element, period } = cell;
    if (element.collected !== "year" || element.timeNature !== "stock" || periodType(period) === "year")
      return undefined;
    const annual = measure(element, cell.breakdown, yearPeriod(period), cell.orgUnit);
    return annual.value === undefined ? undefined : annual;
  }

  function fromUnitsAndPeriods(cell: Cell): Figure | undefined {
    return cell.element.timeNature === "flow"
      ? (fromUnits(cell) ?? fromPeriods(cell))
      : (fromPeriods(cell) ?? fromUnits(cell));
  }

  /** Adds the units directly below that reported, or whose own units did. */
  function fromUnits(cell: Cell): Figure | undefined {
    const { element, breakdown, period, orgUnit } = cell;
    if (element.orgNature !== "sum" || element.timeNature === "rate") return undefined;
    const day = periodEnd(period);
    if (!facts.hasReportersBelow(element.id, orgUnit, day)) return undefined;
    const parts = facts
      .childrenOf(orgUnit, day)
      .map((child) => measure(element, breakdown, period, child))
      .filter((part) => part.value !== undefined);
    return parts.length === 0 ? undefined : sumOf(cell, parts, "org-units");
  }

  /** Flows of the longest shorter periods that were reported add up; of a stock or a running total the last one holds. */
  function fromPeriods(cell: Cell): Figure | undefined {
    const { element, breakdown, orgUnit } = cell;
    if (element.timeNature === "rate") return undefined;
    for (const periods of divisions(cell.period)) {
      if (!periods.some((period) => facts.isReported(element.id, period))) continue;
      const parts = periods
        .map((period) => measure(element, breakdown, period, orgUnit))
        .filter((part) => part.value !== undefined);
      if (parts.length === 0) continue;
      if (element.timeNature === "flow") return sumOf(cell, parts, "periods", periods.length);
      if (element.timeNature === "average") return averageOf(cell, parts, periods.length);
      return parts.at(-1);
    }
    return undefined;
  }

  function missing(element: DataElement, breakdown: Disaggregation, period: Period, orgUnit: string): Figure {
    return figureOf(
      { element, breakdown, period, orgUnit },
      { provenance: { kind: "missing", reason: "not-reported", operands: [] } },
    );
  }

  return measure;
}

interface Cell {
  readonly element: DataElement;
  readonly breakdown: Disaggregation;
  readonly period: Period;
  readonly orgUnit: string;
}

interface Found {
  readonly value?: Decimal | undefined;
  readonly state?: FigureState;
  readonly asOf?: string | undefined;
  readonly qualifier?: ">" | "<" | "≈" | undefined;
  readonly provenance: Provenance;
}

/** The role in which an element is read when nobody says: counts as counts, rates as rates. */
export function naturalRole(element: DataElement): FigureRole {
  if (element.timeNature === "stock" || element.timeNature === "average") return "stock";
  if (element.timeNature === "flow" || element.timeNature === "cumulative") return "actual";
  return element.valueType === "percent" ? "percent" : "rate";
}

function figureOf({ element, breakdown, period, orgUnit }: Cell, found: Found): Figure {
  return {
    key: element.key,
    role: naturalRole(element),
    period,
    orgUnit,
    breakdown,
    name: element.name,
    value: found.value,
    unit: unitOf(element, breakdown),
    state: found.value === undefined ? "missing" : (found.state ?? "confirmed"),
    asOf: found.asOf ?? periodEnd(period),
    ...(found.qualifier && { qualifier: found.qualifier }),
    provenance: found.provenance,
  };
}

function reportedAs(value: DataValue): Found {
  return {
    value: value.value,
    state: value.estimate ? "provisional" : "confirmed",
    asOf: value.asOf,
    qualifier: value.qualifier,
    provenance: { kind: "reported", value },
  };
}

function ratioOf(cell: Cell, operands: readonly Figure[], factor: number): Figure {
  const [numerator, denominator] = operands;
  const quotient = divide(numerator!.value!, denominator!.value!);
  if (quotient === undefined) {
    return figureOf(cell, { provenance: { kind: "missing", reason: "division-by-zero", operands } });
  }
  // Multiplying first keeps every digit of the quotient.
  const value = divide(numerator!.value!.times(factor), denominator!.value!);
  const provenance: Provenance = { kind: "computed", operation: "ratio", operands, factor };
  return figureOf(cell, { ...together(operands), value, provenance });
}

function sumOf(
  cell: Cell,
  parts: readonly Figure[],
  over: "breakdown" | "periods" | "org-units",
  expected?: number,
): Figure {
  const incomplete = expected !== undefined && parts.length < expected;
  return figureOf(cell, {
    ...together(parts),
    ...(incomplete && { state: "provisional" as const }),
    value: sum(parts.map((part) => part.value!)),
    asOf: parts.map((part) => part.asOf).reduce((latest, asOf) => (asOf > latest ? asOf : latest)),
    provenance: { kind: "parts", over, parts, ...(expected !== undefined && { expected }) },
  });
}

function averageOf(cell: Cell, parts: readonly Figure[], expected: number): Figure {
  const total = sumOf(cell, parts, "periods", expected);
  return { ...total, value: divide(total.value!, decimal(parts.length)) };
}

/** The areas of a level at and below the unit; a facility has none below it. */
function countOrgUnits(facts: FigureFacts, cell: Cell, level: number): Figure {
  const on = periodEnd(cell.period);
  const areas = areasOn(facts.orgUnits, level, on);
  const unit = facts.orgUnits.find(({ uid }) => uid === cell.orgUnit);
  const isRoot = unit !== undefined && placementOn(unit, on)?.parent === undefined;
  const below = isRoot ? undefined : subtreeOn(facts.orgUnits, cell.orgUnit, on);
  const count = below ? areas.filter(({ uid }) => below.has(uid)).length : areas.length;
  return figureOf(cell, { value: decimal(count), provenance: { kind: "org-unit-count", level, on } });
}

/** One provisional operand makes the result provisional; the first operand gives the day. */
function together(operands: readonly Figure[]): { state: FigureState; asOf: string | undefined } {
  return {
    state: operands.some((figure) => figure.state === "provisional") ? "provisional" : "confirmed",
    asOf: operands[0]?.asOf,
  };
}
