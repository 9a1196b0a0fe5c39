import { factsOf, type Imported, type ImportedList, type ImportToCheck } from "./check-import-cell.ts";
import { FindingList } from "./check-import-findings.ts";
import { partsCheck } from "./check-import-parts.ts";
import { CellRegister } from "./check-import-register.ts";
import type { DataElement } from "./data-element.ts";
import type { DataValue, Target } from "./data-value.ts";
import { decimal, type Decimal } from "./decimal.ts";
import type { Finding } from "./finding.ts";
import { periodStart } from "./period.ts";

/**
 * Checks rows against one another and against what is kept: the same cell twice, negative counts, future periods,
 * percentages beyond 0 to 100, and parts above their whole. Lists a thousand findings and counts the others.
 */
export function checkImport(toCheck: ImportToCheck): Finding[] {
  const { values, targets, elements, today, place } = toCheck;
  const findings = new FindingList();
  const size = sizeCheck(elements);
  const parts = partsCheck(toCheck);
  checkRows(values, [twiceCheck(values), size, futureCheck(today), parts.see], toCheck, findings);
  checkRows(targets, [twiceCheck(targets), size], toCheck, findings);
  for (const finding of parts.findings()) findings.add(finding);
  return [...findings.listed(), ...findings.more(place)];
}

/**
 * Each cell once: figures of several roles may name the same value, as last year's and this year's file do. The last
 * row of a cell holds, so they come from the last to the first.
 */
export function* distinctItems<Item extends DataValue | Target>(
  imported: ImportedList<Item>,
): Iterable<Item> {
  const register = new CellRegister(imported.length);
  for (let index = imported.length - 1; index >= 0; index -= 1) {
    const item = imported.at(index)?.item;
    const known = register.size;
    if (item && register.numberOf(cellOf(item)) === known) yield item;
  }
}

/** Looks at one row after the other. */
type RowCheck<Item> = (one: Imported<Item>, index: number) => Omit<Finding, "place"> | undefined;

function checkRows<Item>(
  imported: ImportedList<Item>,
  checks: readonly RowCheck<Item>[],
  { place }: ImportToCheck,
  findings: FindingList,
): void {
  let index = 0;
  for (const one of imported) {
    for (const check of checks) {
      const finding = check(one, index);
      if (finding) findings.add({ ...finding, place: { ...place, row: one.row } });
    }
    index += 1;
  }
}

/** One value may be named by figures of several roles, but never twice by one, nor with two values. */
function twiceCheck<Item extends DataValue | Target>(imported: ImportedList<Item>): RowCheck<Item> {
  const register = new CellRegister(imported.length);
  const firstIndexes: number[] = [];
  return (one, index) => {
    const firstIndex = (firstIndexes[register.numberOf(cellOf(one.item))] ??= index);
    const first = firstIndex === index ? undefined : imported.at(firstIndex);
    if (first === undefined) return undefined;
    const differs = !first.item.value.eq(one.item.value);
    return differs || first.role === one.role ? twice(first, one, differs) : undefined;
  };
}

/** Several bodies may plan for one cell. */
function cellOf(item: DataValue | Target): DataValue | Target {
  return "setBy" in item ? { ...item, optionCombo: `${item.optionCombo}|${item.setBy}` } : item;
}

function twice(
  first: Imported<DataValue | Target>,
  second: Imported<DataValue | Target>,
  differs: boolean,
): Omit<Finding, "place"> {
  return {
    code: differs ? "cell-twice-differs" : "cell-twice",
    severity: "blocking",
    facts: {
      ...factsOf(second.item),
      firstRow: first.row,
      firstRole: first.role,
      role: second.role,
      firstValue: first.item.value.toFixed(),
      value: second.item.value.toFixed(),
    },
  };
}

const zero = decimal(0);
const hundred = decimal(100);

function sizeCheck(elements: readonly DataElement[]): RowCheck<DataValue | Target> {
  const types = new Map(elements.map(({ id, valueType }) => [id, valueType]));
  return ({ item }) => {
    const type = types.get(item.element);
    const facts = () => ({ ...factsOf(item), value: item.value.toFixed() });
    if (type === "integer" && isNegative(item.value))
      return { code: "negative-count", severity: "blocking", facts: facts() };
    // Coverage may pass 100%: the people reached can exceed the people estimated.
    if (type === "percent" && (isNegative(item.value) || item.value.gt(hundred)))
      return { code: "percent-out-of-range", severity: "warning", facts: facts() };
    return undefined;
  };
}

/** A comparison copies both numbers: the sign, which zero may have too, is asked first. */
function isNegative(value: Decimal): boolean {
  return value.s < 0 && value.lt(zero);
}

/** Plans are made for periods to come; what happened is not. */
function futureCheck(today: string): RowCheck<DataValue> {
  const starts = new Map<string, string>();
  const startOf = (period: string): string => {
    const start = starts.get(period) ?? periodStart(period);
    starts.set(period, start);
    return start;
  };
  return ({ item }) => {
    const from = item.asOf ?? startOf(item.period);
    if (from <= today) return undefined;
    return { code: "period-future", severity: "blocking", facts: { ...factsOf(item), from, today } };
  };
}
