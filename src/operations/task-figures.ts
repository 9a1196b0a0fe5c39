import { publishFigure, type PublishedFigure } from "#contract/figure.ts";
import type { DataElement } from "#domain/data-element.ts";
import { indexFacts } from "#domain/figure-facts.ts";
import { naturalRole } from "#domain/measure.ts";
import { periodEnd, samePeriodLastYear, type Period } from "#domain/period.ts";
import type { PrintedFigure } from "#domain/report.ts";
import { hasGaps, resolveFiguresWith } from "#domain/resolve-figure.ts";
import { listDataElements } from "#store/data-elements.ts";
import { listDataValues } from "#store/data-values.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { listStatements } from "#store/statements.ts";
import { listTargets } from "#store/targets.ts";
import { printWithUnit } from "#wording/figure-text.ts";
import type { Context } from "./context.ts";
import { relevantPeriods } from "./load-facts.ts";

/** Looks further back than any report: a task of ten years ago still shows its line. */
const mostYears = 12;

/** The figures that show tasks, for the whole province. */
export interface TaskFigures {
  readonly elementOf: (key: string) => DataElement | undefined;
  /** Absent when there is no value; blank is not zero. */
  readonly at: (key: string, period: Period) => PrintedFigure | undefined;
  /** The newest of the periods in which the indicator has a value. */
  readonly now: (key: string, since: Period) => PrintedFigure | undefined;
  /** The same period of every year from the first one until today. */
  readonly periodsSince: (since: Period) => Period[];
}

/** Loads what the figures of some indicators rest on, from the periods of some conferences until today. */
export async function loadTaskFigures(
  { db, province, today }: Context,
  keys: Iterable<string>,
  since: readonly Period[],
): Promise<TaskFigures> {
  const elements = await listDataElements(db, province);
  const wanted = operandsOf([...new Set(keys)], elements);
  const periods = [...new Set(since.flatMap((period) => yearly(period, today)).flatMap(relevantPeriods))];
  const [orgUnits, values, targets, statements] = await Promise.all([
    listOrgUnits(db, province),
    wanted.length === 0
      ? []
      : listDataValues(db, { province, periods, source: "reported", elements: wanted }),
    listTargets(db, { province, periods }),
    listStatements(db, province),
  ]);
  const resolve = resolveFiguresWith(indexFacts({ orgUnits, elements, values, targets, statements }));
  const elementOf = (key: string) => elements.find((element) => element.key === key);
  const known = new Map<string, PrintedFigure | undefined>();
  const at = (key: string, period: Period) => {
    const name = `${key}|${period}`;
    if (!known.has(name)) known.set(name, find(key, period));
    return known.get(name);
  };
  const find = (key: string, period: Period): PrintedFigure | undefined => {
    const element = elementOf(key);
    if (!element) return undefined;
    const figure = resolve({ key, role: naturalRole(element), period, orgUnit: province, breakdown: {} });
    // A sum over half of the months would look like a change that never was.
    return figure.value === undefined || hasGaps(figure)
      ? undefined
      : { ...figure, text: printWithUnit(figure) };
  };
  const periodsSince = (from: Period) => yearly(from, today);
  const now = (key: string, from: Period) => periodsSince(from).toReversed().map((period) => at(key, period)).find((figure) => figure !== undefined); // prettier-ignore
  return { elementOf, at, now, periodsSince };
}

export function publishTaskFigure(figure: PrintedFigure): PublishedFigure {
  return publishFigure(figure, figure.period);
}

/** The same period of each year, from the first until the last that has ended. */
function yearly(from: Period, today: string): Period[] {
  const periods: Period[] = [from];
  const year = Number(from.slice(0, 4));
  for (let next = year + 1; next <= year + mostYears; next++) {
    const period = `${next}${from.slice(4)}`;
    if (periodEnd(period) > today || samePeriodLastYear(period) !== periods.at(-1)) break;
    periods.push(period);
  }
  return periods;
}

/** The elements that keys are answered from, formulas followed to their ends. */
function operandsOf(keys: readonly string[], elements: readonly DataElement[]): string[] {
  const byId = new Map(elements.map((element) => [element.id, element]));
  const found = new Set(elements.filter(({ key }) => keys.includes(key)).map(({ id }) => id));
  for (const id of found) {
    const formula = byId.get(id)?.formula; // a set also visits what is added
    if (formula?.kind === "ratio") [formula.numerator, formula.denominator].forEach(({ element }) => found.add(element)); // prettier-ignore
    if (formula?.kind === "sum") formula.terms.forEach(({ item }) => found.add(item.element));
  }
  return [...found];
}
