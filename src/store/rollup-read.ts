import type { ReportSum } from "#domain/aggregate.ts";
import type { DataSource } from "#domain/data-value.ts";
import { decimal } from "#domain/decimal.ts";
import { nativePeriods, reporterBucket } from "#domain/aggregate-periods.ts";
import { periodType, type Period } from "#domain/period.ts";
import type { Queryable } from "./database.ts";
import { ownReportsSql, readBelowSql } from "./rollup-read-statements.ts";

/** One cell of an element as the rollup knows it: `''` the reported total, `'*'` the total reported or made of parts. */
export interface Series {
  readonly element: string;
  readonly combo: string;
}

/** Which sums are wanted: every series at every place. */
export interface SumsWanted {
  readonly province: string;
  readonly source: DataSource;
  readonly series: readonly Series[];
  readonly places: readonly { readonly unit: string; readonly period: Period }[];
}

/** A sum of the series and at the place with these numbers in the lists wanted. */
export interface SumFound extends ReportSum {
  readonly series: number;
  readonly place: number;
}

/** What is reported below units, pending changes included, added up for each period and type of report. */
export async function listSumsBelow(db: Queryable, wanted: SumsWanted): Promise<SumFound[]> {
  if (wanted.series.length === 0 || wanted.places.length === 0) return [];
  const [pending] = await db.query<{ some: boolean }>(
    "select exists (select from rollup_delta where province = $1) as some",
    [wanted.province],
  );
  return readSums(db, readBelowSql(pending?.some ?? false), wanted, false);
}

/** What units reported themselves, added up in the same way. */
export async function listOwnSums(db: Queryable, wanted: SumsWanted): Promise<SumFound[]> {
  if (wanted.series.length === 0 || wanted.places.length === 0) return [];
  return readSums(db, ownReportsSql, wanted, true);
}

interface Row extends Omit<SumFound, "sum" | "periods" | "own" | "isWhole" | "span"> {
  readonly sum: string;
  /** One bit for each period with a report. */
  readonly months: number;
}

async function readSums(
  db: Queryable,
  sql: string,
  { province, source, series, places }: SumsWanted,
  own: boolean,
): Promise<SumFound[]> {
  const targets = [...new Set(places.map(({ period }) => period))];
  const spans = new Map(targets.map((target) => [target, new Map(nativePeriods(target).map((native) => [native.kind, native.periods.length]))])); // prettier-ignore
  const types = new Map(targets.map((target) => [target, periodType(target)]));
  const natives = targets.flatMap(nativesOf);
  const rows = await db.query<Row>(sql, [
    province,
    source,
    series.map(({ element }) => element),
    series.map(({ combo }) => combo),
    places.map(({ unit }) => unit),
    places.map(({ period }) => period),
    natives.map(({ target }) => target),
    natives.map(({ period }) => period),
    natives.map(({ kind }) => kind),
    natives.map(({ position }) => position),
    natives.map(({ first }) => first),
    natives.map(({ last }) => last),
  ]);
  return rows.map(({ series: of, place, kind, sum, count, units, last, months, estimates, expected }) => {
    const target = places[place - 1]!.period;
    return {
      series: of - 1,
      place: place - 1,
      own,
      kind,
      isWhole: types.get(target) === kind,
      span: spans.get(target)?.get(kind) ?? 1,
      sum: decimal(sum),
      count,
      units,
      last,
      periods: countBits(months),
      estimates,
      expected,
    };
  });
}

/** Every period whose reports may go into a target, with its place among those of its kind. */
function nativesOf(target: Period) {
  return nativePeriods(target).flatMap(({ kind, periods }) =>
    periods.map((period, position) => ({
      target,
      period,
      kind,
      position,
      first: periods[0]!,
      last: periods.at(-1)!,
    })),
  );
}

function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The units of a list that reported something themselves in any of the periods, pending changes included. */
export async function listReportingUnits(
  db: Queryable,
  province: string,
  source: DataSource,
  units: readonly string[],
  periods: readonly Period[],
): Promise<Set<string>> {
  const rows = await db.query<{ unit: string }>(
    `select unit from unnest($3::text[]) as unit
     where exists (select from rollup_reporter
                   where province = $1 and source = $2 and org_unit = unit and bucket = any($4) and own > 0)
        or exists (select from rollup_delta where province = $1 and org_unit = unit and source = $2)`,
    [province, source, units, bucketsOf(periods)],
  );
  return new Set(rows.map(({ unit }) => unit));
}

/** A unit with reports of its own and reports below it, of one element: added together they would count twice. */
export interface NestedReports {
  readonly element: string;
  readonly unit: string;
}

/** Where reports of elements are nested in any of the periods, pending changes included. */
export async function listNestedReports(
  db: Queryable,
  province: string,
  source: DataSource,
  elements: readonly string[],
  periods: readonly Period[],
): Promise<NestedReports[]> {
  const parameters = [province, source, elements, bucketsOf(periods)];
  const folded = await db.query<NestedReports>(
    `select distinct data_element as element, org_unit as unit from rollup_reporter
     where province = $1 and source = $2 and bucket = any($4) and data_element = any($3) and own > 0 and below > 0`,
    parameters,
  );
  const [inner] = await db.query<{ units: string[] }>(pendingNearReportersSql, [province, source]);
  if ((inner?.units.length ?? 0) === 0) return folded;
  const pending = await db.query<NestedReports>(pendingNestedSql, [...parameters, inner?.units]);
  return [...folded, ...pending];
}

/**
 * Units that report themselves, with changes pending at them or below them: the only ones where pending changes may
 * have come to be nested. Asked by unit, not by element, because there are few.
 */
const pendingNearReportersSql = `
  with changed as (select distinct org_unit from rollup_delta where province = $1 and source = $2),
  involved as (
    select org_unit from changed
    union select ancestor from rollup_ancestor join changed using (org_unit) where province = $1
  )
  select coalesce(array_agg(org_unit::text), '{}') as units from involved
  where (org_unit in (select org_unit from changed)
         or exists (select from rollup_reporter as reporter
                    where province = $1 and source = $2 and reporter.org_unit = involved.org_unit and own > 0))
    and exists (select from rollup_ancestor where province = $1 and ancestor = involved.org_unit)`;

/** Of the units in $5: the elements for which they have both, counting folded and pending reports. */
const pendingNestedSql = `
  with pending as (
    select org_unit, data_element, rollup_bucket(period) as bucket, period_kind(period) as kind,
           period_last_day(period) as day, count
    from rollup_delta where province = $1 and source = $2 and data_element = any($3)
  ),
  counted as (
    select org_unit, data_element, bucket, kind, own, below from rollup_reporter
    where province = $1 and source = $2 and bucket = any($4) and data_element = any($3) and org_unit = any($5)
    union all
    select org_unit, data_element, bucket, kind, count, 0 from pending where org_unit = any($5)
    union all
    select ancestor, data_element, bucket, kind, 0, count
    from pending join rollup_ancestor as ancestor using (org_unit)
    where ancestor.province = $1 and ancestor.ancestor = any($5) and day between valid_from and valid_to
  )
  select distinct data_element as element, org_unit as unit from counted
  where bucket = any($4)
  group by data_element, org_unit, bucket, kind
  having sum(own) > 0 and sum(below) > 0`;

function bucketsOf(periods: readonly Period[]): string[] {
  const natives = periods.flatMap((period) => nativePeriods(period).flatMap((native) => native.periods));
  return [...new Set(natives.map(reporterBucket))];
}
