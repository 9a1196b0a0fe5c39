import { relatedPeriods, ValuesCheck, type CellGroup } from "#domain/check-values/check-values.ts";
import { indexLimits, type ValueLimit } from "#domain/check-values/limits.ts";
import type { KnownCell } from "#domain/check-values/partitions.ts";
import { comparableNumber, periodsBefore, type Series } from "#domain/check-values/series.ts";
import type { CheckSettings } from "#domain/check-values/settings.ts";
import type { CheckKind, ValueFinding } from "#domain/check-values/value-finding.ts";
import type { DataElement } from "#domain/data-element.ts";
import type { DataSource } from "#domain/data-value.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import type { Period } from "#domain/period.ts";
import type { Queryable } from "#store/database.ts";
import { listValueHistories, type ValueHistory } from "#store/value-histories.ts";

/** What is checked: the values of one period, of some elements and units. */
export interface Selection {
  readonly db: Queryable;
  readonly province: string;
  readonly source: DataSource;
  readonly period: Period;
  readonly elements: readonly DataElement[];
  readonly units: readonly OrgUnit[];
  /** None: all. */
  readonly orgUnits: readonly string[] | undefined;
  readonly kinds: ReadonlySet<CheckKind>;
  readonly settings: CheckSettings;
  readonly limits: readonly ValueLimit[];
}

/** So many elements are read at once: a dozen statements for a province, some hundred thousand values in memory. */
const elementsAtOnce = 50;

/** Holds the values of a period against their parts, limits and histories. */
export async function checkHistories(selection: Selection): Promise<ValueFinding[]> {
  const { db, province, source, period, elements, units, orgUnits, kinds, settings, limits } = selection;
  const types = new Map(units.map(({ uid, type }) => [uid, type]));
  const check = new ValuesCheck({
    period,
    kinds,
    settings,
    findLimit: indexLimits(limits),
    unitTypeOf: (uid) => types.get(uid) ?? "",
  });
  const earlier = periodsBefore(period);
  const related = relatedPeriods(period);
  const periods = [period, ...earlier, ...related];
  const read = (from: number): Promise<ValueHistory[]> => {
    const ids = elements.slice(from, from + elementsAtOnce).map(({ id }) => id);
    const reading = listValueHistories(db, { province, source, elements: ids, periods, orgUnits });
    reading.catch(() => undefined); // told when it is waited for, also where checking failed before
    return reading;
  };
  const byId = new Map(elements.map((element) => [element.id, element]));
  let next = read(0);
  for (let from = 0; from < elements.length; from += elementsAtOnce) {
    const histories = await next;
    next = read(from + elementsAtOnce); // the database reads on while these are checked
    for (const own of runs(histories, ({ element }) => element)) {
      check.see(byId.get(own[0]!.element)!, groupByUnit(own, period, earlier.length, related));
    }
  }
  return check.findings();
}

/** The cells of one element, unit by unit; they come in the order of their units. */
function groupByUnit(
  histories: readonly ValueHistory[],
  period: Period,
  earlier: number,
  related: readonly Period[],
): CellGroup[] {
  return Array.from(
    runs(histories, ({ orgUnit }) => orgUnit),
    (own) => groupOf(own, own[0]!.orgUnit, period, earlier, related),
  );
}

/** Cuts a sorted list where the name changes. */
function* runs<T>(items: readonly T[], nameOf: (item: T) => string): Generator<readonly T[]> {
  for (let from = 0; from < items.length;) {
    const name = nameOf(items[from]!);
    let to = from;
    while (to < items.length && nameOf(items[to]!) === name) to++;
    yield items.slice(from, to);
    from = to;
  }
}

function groupOf(
  histories: readonly ValueHistory[],
  orgUnit: string,
  period: Period,
  earlier: number,
  relatedTo: readonly Period[],
): CellGroup {
  const series: Series[] = [];
  const blank: { optionCombo: string; known: number }[] = [];
  const related: KnownCell[] = [];
  for (const { element, optionCombo, values } of histories) {
    const [text] = values;
    const before = values.slice(1, earlier + 1).map(comparableNumber);
    if (text === undefined) {
      blank.push({ optionCombo, known: before.filter((value) => value !== undefined).length });
      continue;
    }
    series.push({ element, optionCombo, orgUnit, period, text, now: Number(text), before });
    relatedTo.forEach((other, index) => {
      const value = values[earlier + 1 + index];
      if (value !== undefined) related.push({ element, optionCombo, orgUnit, period: other, value });
    });
  }
  return { orgUnit, series, blank, related };
}
