import {
  aggregateRule,
  exactReport,
  isUnambiguous,
  type ReportSum,
  type ReportSums,
} from "#domain/aggregate.ts";
import { periodsInside } from "#domain/aggregate-periods.ts";
import type { DataSource } from "#domain/data-value.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { periodEnd, type Period } from "#domain/period.ts";
import type { TreeComparison } from "#domain/tree-comparison.ts";
import type { Queryable } from "#store/database.ts";
import {
  listNestedReports, listOwnSums, listReportingUnits, listSumsBelow, type Series, type SumFound,
} from "#store/rollup-read.ts"; // prettier-ignore
import { storedCombo, type NeededSeries } from "./query-figures-series.ts";

/** A unit and period of which sums are needed. */
export interface Place {
  readonly unit: string;
  readonly period: Period;
}

export interface SumsNeeded {
  readonly province: string;
  readonly source: DataSource;
  readonly orgUnits: readonly OrgUnit[];
  readonly trees: TreeComparison;
  /** Cells with the places at which each is needed; cells with the same list share a statement. */
  readonly needs: readonly { readonly series: readonly NeededSeries[]; readonly places: readonly Place[] }[];
}

/** Answers the sums of one cell of an element. */
export type FindSums = (series: NeededSeries) => ReportSums;

const none: readonly ReportSum[] = [];

/**
 * Fetches what figures are put together from: for most cells one row per unit and period. Only where reports overlap
 * (a district's own beside its communes', a half-year beside its months) the units below are fetched too.
 */
export async function fetchSums(db: Queryable, needed: SumsNeeded): Promise<FindSums> {
  const found: FoundSums = new Map();
  const overlaps = { nested: await listNested(db, needed), mixed: new Set<string>() };
  for (const { series, places } of needed.needs) {
    await fetchAt(db, needed, found, series, places);
    await openOverlaps(db, needed, { series, places, found, overlaps });
  }
  return ({ element, combo }) => {
    const sums = found.get(storedName({ element, combo }));
    return {
      find: (unit, period) => sums?.get(`${unit}|${period}`) ?? none,
      isOpened: (unit, period) => isOpened(overlaps, { element, combo }, { unit, period }),
      childrenOf: (unit, period) => needed.trees.childrenOn(unit, periodEnd(period)),
      isTreeChanging: (unit, period) => needed.trees.isChanging(unit, period),
    };
  };
}

/** By cell of an element, then by `unit|period`. */
type FoundSums = Map<string, Map<string, ReportSum[]>>;

interface Fetching {
  readonly series: readonly NeededSeries[];
  readonly places: readonly Place[];
  readonly found: FoundSums;
  readonly overlaps: Overlaps;
}

/** Where units have to be put together from those below. */
interface Overlaps {
  /** By element: units whose reports stand beside some below them, and all units above those. */
  readonly nested: ReadonlyMap<string, ReadonlySet<string>>;
  /** Places at which reports of several types of period meet, or of which the least is wanted. */
  readonly mixed: Set<string>;
}

function isOpened({ nested, mixed }: Overlaps, one: NeededSeries, place: Place): boolean {
  return (nested.get(one.element.id)?.has(place.unit) ?? false) || mixed.has(nameOf(one, place));
}

function nameOf({ element, combo }: NeededSeries, { unit, period }: Place): string {
  return `${element.id}|${combo}|${unit}|${period}`;
}

async function listNested(db: Queryable, needed: SumsNeeded): Promise<Map<string, Set<string>>> {
  const { province, source, orgUnits, needs } = needed;
  const elements = [...new Set(needs.flatMap(({ series }) => series.map(({ element }) => element.id)))];
  const periods = [...new Set(needs.flatMap(({ places }) => places.map(({ period }) => period)))];
  const nested = await listNestedReports(db, province, source, elements, periods);
  const parents = new Map(orgUnits.map(({ uid, placements }) => [uid, placements.flatMap(({ parent }) => parent ?? [])])); // prettier-ignore
  const opened = new Map<string, Set<string>>();
  for (const { element, unit } of nested) {
    const units = opened.get(element) ?? new Set();
    opened.set(element, units);
    const waiting = [unit];
    for (let uid = waiting.pop(); uid !== undefined; uid = waiting.pop()) {
      if (!units.has(uid)) waiting.push(...(parents.get(uid) ?? []));
      units.add(uid);
    }
  }
  return opened;
}

/** Fetches the sums of some cells at some places and keeps them in place of what was there. */
async function fetchAt(
  db: Queryable,
  { province, source }: SumsNeeded,
  found: FoundSums,
  needed: readonly NeededSeries[],
  places: readonly Place[],
): Promise<void> {
  if (needed.length === 0 || places.length === 0) return;
  const units = [...new Set(places.map(({ unit }) => unit))];
  const periods = [...new Set(places.map(({ period }) => period))];
  const reporting = await listReportingUnits(db, province, source, units, periods);
  const summed = needed.filter(({ element }) => aggregateRule(element).units === "sum");
  const own = places.filter(({ unit }) => reporting.has(unit));
  const below = await listSumsBelow(db, { province, source, series: summed.map(storedSeries), places });
  const reported = await listOwnSums(db, { province, source, series: needed.map(storedSeries), places: own });
  for (const one of needed) {
    const cells = found.get(storedName(one)) ?? new Map<string, ReportSum[]>();
    found.set(storedName(one), cells);
    for (const place of places) cells.delete(`${place.unit}|${place.period}`);
  }
  keep(found, below, summed, places);
  keep(found, reported, needed, own);
}

function keep(
  found: FoundSums,
  sums: readonly SumFound[],
  series: readonly NeededSeries[],
  places: readonly Place[],
): void {
  const cells = series.map((one) => found.get(storedName(one))!);
  const names = places.map(({ unit, period }) => `${unit}|${period}`);
  for (const sum of sums) {
    const [into, name] = [cells[sum.series]!, names[sum.place]!];
    const there = into.get(name);
    if (there) there.push(sum);
    else into.set(name, [sum]);
  }
}

/** Fetches below units that cannot be taken as they are, level by level, with every shorter period inside. */
async function openOverlaps(db: Queryable, needed: SumsNeeded, fetching: Fetching): Promise<void> {
  const { found, overlaps } = fetching;
  const done = new Set<string>();
  let waiting = fetching.series.map((one) => ({ one, places: fetching.places }));
  while (waiting.length > 0) {
    const overlapping = waiting
      .map(({ one, places }) => ({ one, places: listOverlapping(one, places) }))
      .filter(({ places }) => places.length > 0);
    if (overlapping.length === 0) return;
    const deeper = overlapping.map(({ one, places }) => ({
      one,
      places: distinctPlaces(places.flatMap((place) => insideOf(one, place))),
    }));
    const places = distinctPlaces(deeper.flatMap((each) => each.places));
    await fetchAt(db, needed, found, deeper.map(({ one }) => one), places); // prettier-ignore
    waiting = deeper;
  }

  /** The places at which a cell cannot be taken as it is, each named once. */
  function listOverlapping(one: NeededSeries, places: readonly Place[]): Place[] {
    const sums = found.get(storedName(one));
    const nested = overlaps.nested.get(one.element.id);
    const isLeast = aggregateRule(one.element).units === "min";
    return places.filter((place) => {
      const { unit, period } = place;
      const here = sums?.get(`${unit}|${period}`) ?? none;
      const isMixed = isLeast || !isUnambiguous(here);
      if ((!isMixed && !nested?.has(unit)) || exactReport(here)) return false;
      const name = nameOf(one, place);
      if (done.has(name)) return false;
      done.add(name);
      if (isMixed) overlaps.mixed.add(name);
      return true;
    });
  }

  /**
   * What an opened place is put together from: the units below for the same period, and the unit's own shorter periods.
   * Means, and figures of units that changed meanwhile, begin with the periods: they need the units below for each.
   */
  function insideOf({ element }: NeededSeries, { unit, period }: Place): Place[] {
    const parts = periodsInside(period);
    const isByPeriods = aggregateRule(element).time === "mean" || needed.trees.isChanging(unit, period);
    const below = (isByPeriods ? parts : [period]).flatMap((part) =>
      needed.trees.childrenOn(unit, periodEnd(part)).map((child) => ({ unit: child, period: part })),
    );
    return [...parts.map((part) => ({ unit, period: part })), ...below];
  }
}

function storedName(one: NeededSeries): string {
  return `${one.element.id}|${storedCombo(one)}`;
}

function storedSeries(one: NeededSeries): Series {
  return { element: one.element.id, combo: storedCombo(one) };
}

function distinctPlaces(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [`${place.unit}|${place.period}`, place])).values()];
}
