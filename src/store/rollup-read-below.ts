import { decimal } from "#domain/decimal.ts";
import type { Queryable } from "./database.ts";
import { listPendingSums, type PendingSum } from "./rollup-pending.ts";
import { numbersBy, wantedSlots, type SumFound, type SumsWanted, type WantedSlot } from "./rollup-read.ts";

/** What stands below a unit in one slot. */
export interface SumRow {
  readonly series: number;
  readonly unit: number;
  /** The number of the wanted slot, counted from zero. */
  readonly slot: number;
  readonly sum: string;
  readonly count: number;
  readonly last: number;
  readonly estimates: number;
  readonly expected: number;
  /** Of a mean: how many periods have reports. */
  readonly periods: number | null;
}

/** What is reported below units, for each period and type of report; changes not folded yet included. */
export async function listSumsBelow(db: Queryable, wanted: SumsWanted): Promise<SumFound[]> {
  const slots = wantedSlots(wanted.periods);
  const rows = wanted.isPending
    ? await fetchWithPending(db, wanted, slots)
    : await fetchRows(db, wanted, slots);
  return rows.map((row) => readSum(row, slots[row.slot]!));
}

function listParts(slot: WantedSlot): WantedSlot[] {
  const positions = Array.from({ length: slot.last - slot.first + 1 }, (_, index) => slot.first + index);
  return positions.map((number) => ({ ...slot, number, first: number, last: number }));
}

function fetchRows(db: Queryable, wanted: SumsWanted, slots: readonly WantedSlot[]): Promise<SumRow[]> {
  const { province, source, series, units } = wanted;
  return db.query<SumRow>(sumsBelowSql, [
    province,
    source,
    series.map(({ element }) => element),
    series.map(({ combo }) => combo),
    series.map(({ time }) => time === "mean"),
    units,
    slots.map(({ year }) => year),
    slots.map(({ kind }) => kind),
    slots.map(({ number }) => number),
    slots.map(({ first }) => first),
    slots.map(({ last }) => last),
  ]);
}

/**
 * The rows with what pending changes move in them. Who is expected is read too, because a cell may be the first of its
 * kind, and of means every period by itself, because changes may give them a new one.
 */
async function fetchWithPending(
  db: Queryable,
  wanted: SumsWanted,
  asked: readonly WantedSlot[],
): Promise<SumRow[]> {
  const elements = [...new Set(wanted.series.map(({ element }) => element))];
  const series = [...wanted.series, ...elements.map((element) => ({ element, combo: "+", time: "sum" as const }))]; // prettier-ignore
  const isMean = series.some(({ time }) => time === "mean");
  const slots = [...asked, ...(isMean ? asked.flatMap(listParts) : [])];
  const all = { ...wanted, series };
  const rows = await fetchRows(db, all, slots);
  const merged = mergeRows(all, slots, rows, await listPendingSums(db, all, slots));

  const plusAt = new Map(series.flatMap(({ element, combo }, at) => (combo === "+" ? [[element, at]] : [])));
  const slotsAt = numbersBy(slots, slotName);
  const countIn = (of: number, unit: number, slot: number | undefined) => slot === undefined ? 0 : (merged.get(rowName(of, unit, slot))?.count ?? 0); // prettier-ignore
  return [...merged.values()]
    .filter((row) => row.count > 0 && row.series < wanted.series.length && row.slot < asked.length)
    .map((row) => {
      const { element, time } = series[row.series]!;
      const expected = countIn(plusAt.get(element)!, row.unit, row.slot);
      if (time !== "mean") return { ...row, expected };
      const parts = listParts(slots[row.slot]!).map((part) => slotsAt.get(slotName(part))?.[0]);
      return { ...row, expected, periods: parts.filter((part) => countIn(row.series, row.unit, part) > 0).length }; // prettier-ignore
    });
}

/** Rows by `rowName`, each moved by its changes; a row that nobody kept begins with nothing. */
function mergeRows(
  { series, units }: SumsWanted,
  slots: readonly WantedSlot[],
  rows: readonly SumRow[],
  changes: readonly PendingSum[],
): Map<string, SumRow> {
  const merged = new Map(rows.map((row) => [rowName(row.series, row.unit, row.slot), row]));
  const unitAt = new Map(units.map((unit, at) => [unit, at]));
  const seriesAt = numbersBy(series, ({ element, combo }) => `${element}|${combo}`);
  const slotsAt = numbersBy(slots, slotName);
  for (const { element, combo, unit: uid, year, kind, slot: number, ...change } of changes) {
    const unit = unitAt.get(uid)!;
    for (const at of seriesAt.get(`${element}|${combo}`) ?? []) {
      for (const slot of slotsAt.get(slotName({ year, kind, number })) ?? []) {
        const name = rowName(at, unit, slot);
        merged.set(name, add(merged.get(name) ?? { ...nothing, series: at, unit, slot }, change));
      }
    }
  }
  return merged;
}

const nothing = { sum: "0", count: 0, last: 0, estimates: 0, expected: 0, periods: null };

function add(row: SumRow, change: Pick<SumRow, "sum" | "count" | "last" | "estimates">): SumRow {
  return {
    ...row,
    sum: decimal(row.sum).plus(change.sum).toFixed(),
    count: row.count + change.count,
    last: row.last + change.last,
    estimates: row.estimates + change.estimates,
  };
}

function rowName(series: number, unit: number, slot: number): string {
  return `${series} ${unit} ${slot}`;
}

function slotName({ year, kind, number }: Pick<WantedSlot, "year" | "kind" | "number">): string {
  return `${year} ${kind} ${number}`;
}

function readSum(row: SumRow, slot: WantedSlot): SumFound {
  const { series, unit, sum, count, last, estimates, expected, periods } = row;
  return {
    series,
    unit,
    period: slot.period,
    own: false,
    kind: slot.kind,
    isWhole: slot.isWhole,
    span: slot.last - slot.first + 1,
    sum,
    count,
    units: count,
    periods: periods ?? slot.last - slot.first + 1,
    last,
    estimates,
    expected,
  };
}

const sumsBelowSql = `
  select (series.number - 1)::int as series, (unit.number - 1)::int as unit, (slot.number - 1)::int as slot,
         below.sums[slot.slot] as sum, below.counts[slot.slot] as count, below.lasts[slot.slot] as last,
         below.estimates[slot.slot] as estimates, below.expected[slot.slot] as expected,
         case when series.is_mean then
           (select count(*)::int from unnest(below.counts[slot.first:slot.last]) as count where count > 0) end as periods
  from rollup as below
  join unnest($3::text[], $4::text[], $5::boolean[]) with ordinality as series (element, combo, is_mean, number)
    on series.element = below.data_element and series.combo = below.option_combo
  join unnest($6::text[]) with ordinality as unit (unit, number) on unit.unit = below.org_unit
  join unnest($7::text[], $8::text[], $9::int[], $10::int[], $11::int[])
    with ordinality as slot (year, kind, slot, first, last, number)
    on slot.year = below.year and slot.kind = below.kind
  where below.province = $1 and below.source = $2 and below.org_unit = any($6) and below.year = any($7)
    and below.data_element = any($3) and below.option_combo = any($4) and below.counts[slot.slot] > 0`;
