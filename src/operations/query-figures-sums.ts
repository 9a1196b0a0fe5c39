import { aggregateRule, exactReport, isUnambiguous, type ReportSums } from "#domain/aggregate.ts";
import { periodsInside } from "#domain/aggregate-periods.ts";
import type { DataSource } from "#domain/data-value.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { periodEnd, type Period } from "#domain/period.ts";
import type { TreeComparison } from "#domain/tree-comparison.ts";
import type { Queryable } from "#store/database.ts";
import { listNestedReports } from "#store/rollup-nested.ts";
import { listSumsBelow } from "#store/rollup-read-below.ts";
import { listOwnSums } from "#store/rollup-read-own.ts";
import { countPending, type Series } from "#store/rollup-read.ts";
import { LongQueue } from "#store/rollup-transaction.ts";
import { FoundSums } from "./query-figures-found.ts";
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
  readonly mayFold: boolean;
  /** Cells with the places at which each is needed; cells with the same list share a statement. */
  readonly needs: readonly { readonly series: readonly NeededSeries[]; readonly places: readonly Place[] }[];
}

/** So many changes take about as long to look through as everything else that a table asks. */
const longQueue = 1_000;

/** Answers the sums of one cell of an element. */
export type FindSums = (series: NeededSeries) => ReportSums;

/**
 * Fetches what figures are put together from: for most cells one row per unit and period. Only where reports overlap
 * (a district's own beside its communes', a half-year beside its months) the units below are fetched too.
 */
export async function fetchSums(db: Queryable, needed: SumsNeeded): Promise<FindSums> {
  const found = new FoundSums();
  const elements = [
    ...new Set(needed.needs.flatMap(({ series }) => series.map(({ element }) => element.id))),
  ];
  const pending = await countPending(db, needed.province, elements, longQueue);
  if (pending === longQueue && needed.mayFold) throw new LongQueue(elements);
  const isPending = pending > 0;
  const overlaps = { nested: await listNested(db, needed, isPending), mixed: new Set<string>() };
  for (const { series, places } of needed.needs) {
    const fetching = { series, places, found, overlaps, isPending };
    await fetchAt(db, needed, fetching);
    await openOverlaps(db, needed, fetching);
  }
  return (one) => {
    const name = storedName(one);
    return {
      find: (unit, period) => found.find(name, unit, period),
      isOpened: (unit, period) => isOpened(overlaps, one, { unit, period }),
      childrenOf: (unit, period) => needed.trees.childrenOn(unit, periodEnd(period)),
      isTreeChanging: (unit, period) => needed.trees.isChanging(unit, period),
    };
  };
}

interface Fetching {
  readonly series: readonly NeededSeries[];
  readonly places: readonly Place[];
  readonly found: FoundSums;
  readonly overlaps: Overlaps;
  readonly isPending: boolean;
}

/** Where units have to be put together from those below. */
interface Overlaps {
  /** By element: units whose reports stand beside some below them, and all units above those. */
  readonly nested: ReadonlyMap<string, ReadonlySet<string>>;
  /** Places at which reports of several types of period meet, or of which the least is wanted. */
  readonly mixed: Set<string>;
}

function isOpened({ nested, mixed }: Overlaps, one: NeededSeries, place: Place): boolean {
  if (nested.size + mixed.size === 0) return false;
  return (nested.get(one.element.id)?.has(place.unit) ?? false) || mixed.has(nameOf(one, place));
}

function nameOf({ element, combo }: NeededSeries, { unit, period }: Place): string {
  return `${element.id}|${combo}|${unit}|${period}`;
}

async function listNested(
  db: Queryable,
  { province, source, orgUnits, needs }: SumsNeeded,
  isPending: boolean,
): Promise<Map<string, Set<string>>> {
  const series = needs.flatMap((need) => need.series.map(storedSeries));
  const periods = [...new Set(needs.flatMap(({ places }) => places.map(({ period }) => period)))];
  const nested = await listNestedReports(db, { province, source, series, periods, isPending });
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

/** Fetches the sums of some cells at some places, and at whatever else is at the same units for the same periods. */
async function fetchAt(
  db: Queryable,
  { province, source }: SumsNeeded,
  { series, places, found, isPending }: Omit<Fetching, "overlaps">,
): Promise<void> {
  if (series.length === 0 || places.length === 0) return;
  const units = [...new Set(places.map(({ unit }) => unit))];
  const periods = [...new Set(places.map(({ period }) => period))];
  const wanted = { province, source, series: series.map(storedSeries), units, periods, isPending };
  const sums = [...(await listSumsBelow(db, wanted)), ...(await listOwnSums(db, wanted))];
  found.keep({ names: series.map(storedName), units, periods, sums });
}

/** Fetches below units that cannot be taken as they are, level by level, with every shorter period inside. */
async function openOverlaps(db: Queryable, needed: SumsNeeded, fetching: Fetching): Promise<void> {
  const { found, overlaps, isPending } = fetching;
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
    await fetchAt(db, needed, { series: deeper.map(({ one }) => one), places, found, isPending });
    waiting = deeper;
  }

  /** The places at which a cell cannot be taken as it is, each named once. */
  function listOverlapping(one: NeededSeries, places: readonly Place[]): Place[] {
    const nested = overlaps.nested.get(one.element.id);
    const isLeast = aggregateRule(one.element).units === "min";
    if (!nested && !isLeast && !found.isCrowded(storedName(one))) return [];
    return places.filter((place) => {
      const { unit, period } = place;
      const here = found.find(storedName(one), unit, period);
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
  return { element: one.element.id, combo: storedCombo(one), time: aggregateRule(one.element).time };
}

function distinctPlaces(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [`${place.unit}|${place.period}`, place])).values()];
}
