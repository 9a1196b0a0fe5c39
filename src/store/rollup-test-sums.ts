import { nativePeriods } from "#domain/aggregate-periods.ts";
import { addDays } from "#domain/calendar.ts";
import { placementOn, type OrgUnit } from "#domain/org-unit.ts";
import { isPeriod, periodEnd, periodType, type Period, type PeriodType } from "#domain/period.ts";
import type { Queryable } from "./database.ts";
import { listOrgUnits } from "./org-units.ts";

/** Test support: what a plain reader of the values would write into the rollup, one line for each number. */

interface Value {
  readonly source: string;
  readonly element: string;
  readonly unit: string;
  readonly period: Period;
  readonly combo: string;
  readonly value: number;
  readonly estimate: boolean;
}

interface Element {
  readonly id: string;
  readonly time: string;
  readonly org: string;
  readonly breakdowns: readonly { readonly dimensions: readonly string[]; readonly relation: string }[];
}

/** Sums, counts, reports for the last period, estimates. */
type Amounts = [sum: number, count: number, last: number, estimates: number];

/** All spans of 2025 that can be asked for, weeks included that this year does not have. */
const spans: readonly Period[] = [
  ...["Q1", "Q2", "Q3", "Q4", "S1", "S2", "9M"].map((part) => `2025-${part}`),
  ...Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, "0")}`),
  ...Array.from({ length: 53 }, (_, index) => `2025-W${String(index + 1).padStart(2, "0")}`),
  "2025",
];

/** The lines that the rollup ought to have, for values of 2025. */
export async function recomputeByHand(db: Queryable, province: string): Promise<string[]> {
  const rows = await db.query<Omit<Value, "value"> & { value: string }>(
    `select data_element as element, org_unit as unit, period, option_combo as combo, source, value, estimate from data_value order by period`,
  );
  const elements = await db.query<Element>(
    "select id, time_nature as time, org_nature as org, breakdowns from data_element",
  );
  const tree = await listOrgUnits(db, province);
  const values = rows.map((row) => ({ ...row, value: Number(row.value) }));
  const groups = groupBy(values, ({ source, element, unit, period }) => [source, element, unit, kindOf(period)].join("|")); // prettier-ignore
  const lines: string[] = [];
  const sums = new Map<string, Amounts>();
  for (const group of groups.values()) {
    const element = elements.find(({ id }) => id === group[0]!.element)!;
    const reports = [...group, ...totalsOf(group, element)];
    lines.push(...reports.map((one) => `${nameOf(one, one.unit, one.period)} reported ${one.value}${one.estimate ? "~" : ""}`)); // prettier-ignore
    if (element.org === "sum" && element.time !== "rate") addReports(sums, reports, element, tree);
  }
  for (const [name, amounts] of sums) if (amounts.some((amount) => amount !== 0)) lines.push(`${name} ${amounts.join(" ")}`); // prettier-ignore
  return [...lines, ...nestedLines(groups, elements, tree)].toSorted();
}

/** The lines that it has. */
export async function listKept(db: Queryable): Promise<string[]> {
  const reports = await db.query<{ line: string }>(
    `select concat_ws('|', source, data_element, org_unit, option_combo, kind, position) || ' reported ' || value::float8
            || case when estimate then '~' else '' end as line
     from rollup_folded_value`,
  );
  const sums = await db.query<{ line: string }>(
    `select concat_ws('|', source, data_element, org_unit, option_combo, kind, case when first = last then first::text else first || '-' || last end)
            || ' ' || concat_ws(' ', sum::float8, count, latest, estimated) as line
     from rollup
     cross join lateral unnest(sums, counts, lasts, estimates) with ordinality as slots (sum, count, latest, estimated, slot)
     join rollup_slots() using (kind, slot)
     where (sum, count, latest, estimated) <> (0, 0, 0, 0)`,
  );
  const nested = await db.query<{ line: string }>(
    `select concat_ws('|', source, data_element, org_unit, kind, bucket) || ' nested' as line
     from rollup, unnest(nested) as bucket`,
  );
  return [...reports, ...sums, ...nested].map(({ line }) => line).toSorted();
}

/** Half-years in which a unit reported as well as somebody below it on the day of any period it reported for. */
function nestedLines(
  groups: ReadonlyMap<string, readonly Value[]>,
  elements: readonly Element[],
  tree: readonly OrgUnit[],
): string[] {
  const isSummed = ({ element }: Value) => elements.some(({ id, org, time }) => id === element && org === "sum" && time !== "rate"); // prettier-ignore
  const values = [...groups.values()].flat().filter(isSummed);
  const nameAt = ({ source, element, period }: Value, unit: string) => [source, element, unit, kindOf(period), { first: 1, second: 2, year: 0 }[bucketOf(period)]].join("|"); // prettier-ignore
  const own = new Set(values.map((value) => nameAt(value, value.unit)));
  // Who reports in a half-year is expected in all of its periods, and so stands below in each of them.
  const below = new Set(values.flatMap((value) => periodsAround(value.period).flatMap((period) => ancestorsOf(tree, value.unit, dayOf(period)).map((unit) => nameAt(value, unit))))); // prettier-ignore
  return [...own].filter((name) => below.has(name)).map((name) => `${name} nested`);
}

function periodsAround(period: Period): Period[] {
  return spans.filter((span) => kindOf(span) === kindOf(period) && bucketOf(span) === bucketOf(period));
}

/** For each period the total that was reported as such, else the sum of the first partition that has cells. */
function totalsOf(group: readonly Value[], { breakdowns }: Element): Value[] {
  const partitions = breakdowns.filter((one) => one.relation === "partition").map((one) => one.dimensions.join(";")); // prettier-ignore
  if (partitions.length === 0) return [];
  return [...groupBy(group, ({ period }) => period).values()].flatMap((cells) => {
    const parts = ["", ...partitions]
      .map((dimensions) => cells.filter(({ combo }) => combo.replaceAll(/=[^;]*/g, "") === dimensions))
      .find((found) => found.length > 0);
    if (!parts) return [];
    const value = parts.reduce((sum, part) => sum + part.value, 0);
    return [{ ...cells[0]!, combo: "*", value, estimate: parts.some((part) => part.estimate) }];
  });
}

function addReports(
  sums: Map<string, Amounts>,
  reports: readonly Value[],
  { time }: Element,
  tree: readonly OrgUnit[],
): void {
  const carries = time === "stock" || time === "cumulative";
  const add = (one: Value, span: string, day: string, amounts: Amounts) => {
    for (const ancestor of ancestorsOf(tree, one.unit, day)) {
      const name = nameOf(one, ancestor, span);
      sums.set(name, (sums.get(name) ?? [0, 0, 0, 0]).map((amount, at) => amount + amounts[at]!) as Amounts); // of the same length
    }
  };
  const kind = kindOf(reports[0]!.period);
  for (const span of spans) {
    const periods = isPeriod(span)
      ? (nativePeriods(span).find((native) => native.kind === kind)?.periods ?? [])
      : kind === "week"
        ? [span]
        : [];
    const last = periods.at(-1);
    if (last === undefined) continue;
    const name = spanName(periods);
    for (const cells of groupBy(reports, ({ combo }) => combo).values()) {
      const inside = cells.filter(({ period }) => periods.includes(period));
      for (const one of carries ? inside.slice(-1) : inside) {
        add(one, name, dayOf(carries ? last : one.period), [one.value, 1, carries && one.period === last ? 1 : 0, one.estimate ? 1 : 0]); // prettier-ignore
      }
    }
    const expected = (carries ? [last] : periods).filter((period) => reports.some((one) => bucketOf(one.period) === bucketOf(period))); // prettier-ignore
    for (const period of expected) add({ ...reports[0]!, combo: "+" }, name, dayOf(period), [0, 1, 0, 0]);
  }
}

function nameOf({ source, element, combo, period }: Value, unit: string, span: string): string {
  return [source, element, unit, combo, kindOf(period), isPeriod(span) ? numberOf(span) : span].join("|");
}

function spanName(periods: readonly Period[]): string {
  const [first, last] = [numberOf(periods[0]!), numberOf(periods.at(-1)!)];
  return first === last ? first : `${first}-${last}`;
}

function numberOf(period: Period): string {
  return String(Number(/(?<=-[WQS]?)\d+$/.exec(period.replace("9M", "1"))?.[0] ?? 1));
}

function kindOf(period: Period): PeriodType {
  return period.includes("W") ? "week" : periodType(period);
}

function dayOf(period: Period): string {
  return period === "2025-W53" ? addDays(periodEnd("2025-W52"), 7) : periodEnd(period);
}

function bucketOf(period: Period): "first" | "second" | "year" {
  const kind = kindOf(period);
  if (kind === "week" || kind === "nine-months" || kind === "year") return "year";
  return periodEnd(period) <= "2025-06-30" ? "first" : "second";
}

function ancestorsOf(tree: readonly OrgUnit[], uid: string, day: string): string[] {
  const unit = tree.find((one) => one.uid === uid);
  const parent = unit && placementOn(unit, day)?.parent;
  return parent === undefined ? [] : [parent, ...ancestorsOf(tree, parent, day)];
}

function groupBy<T>(items: readonly T[], nameOfItem: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(nameOfItem(item), [...(groups.get(nameOfItem(item)) ?? []), item]);
  return groups;
}
