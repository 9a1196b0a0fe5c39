import type { PeriodType } from "#domain/period.ts";
import type { Queryable } from "./database.ts";
import { changedCells } from "./rollup-cells.ts";
import { above, entriesOfChanges, spreadOf } from "./rollup-entries.ts";
import type { SumsWanted, WantedSlot } from "./rollup-read.ts";
import type { ReportRow } from "./rollup-read-own.ts";

/** What changes that nobody has folded yet add to what is kept for a unit. */
export interface PendingSum {
  readonly element: string;
  /** `'+'`: `count` is how many more values are expected. */
  readonly combo: string;
  readonly unit: string;
  readonly year: string;
  readonly kind: PeriodType;
  readonly slot: number;
  readonly sum: string;
  readonly count: number;
  readonly last: number;
  readonly estimates: number;
}

/** The sums by which pending changes move the wanted units; only the slots wanted, and none where nothing moves. */
export async function listPendingSums(
  db: Queryable,
  { province, source, series, units }: SumsWanted,
  slots: readonly WantedSlot[],
): Promise<PendingSum[]> {
  return db.query(pendingSumsSql, [
    province,
    source,
    series.map(({ element }) => element),
    series.map(({ combo }) => combo),
    units,
    slots.map(({ year }) => year),
    slots.map(({ kind }) => kind),
    slots.map(({ number }) => number),
  ]);
}

const pendingSumsSql = `
  with ${changedCells(`source = $2 and data_element = any($3) and left(period, 4) = any($6)
    and org_unit in (select org_unit from rollup_ancestor where province = $1 and ancestor = any($5))`)},
  ${entriesOfChanges("option_combo = any($4)")},
  ${spreadOf({ edges: above("edge.ancestor = any($5)") })}
  select data_element as element, option_combo as combo, org_unit as unit, year, kind, slot, sum, count::int, last::int,
         estimates::int
  from spread join (
    select distinct * from unnest($6::text[], $7::text[], $8::int[]) as slots (year, kind, slot)
  ) as slots using (year, kind, slot)`;

/** What units reported of elements in the years of which something is pending. */
export interface PendingReports {
  readonly rows: readonly ReportRow[];
  /** Whether what was known of these reports no longer holds. */
  replaces(row: ReportRow): boolean;
}

/** All reports, as they are now, of units and years that have changes pending. */
export async function listPendingReports(
  db: Queryable,
  { province, source, series, units }: SumsWanted,
  years: readonly string[],
): Promise<PendingReports> {
  const found = await db.query<Omit<ReportRow, "series" | "unit"> & { element: string; combo: string | null; unit: string }>(
    pendingReportsSql,
    [province, source, series.map(({ element }) => element), series.map(({ combo }) => combo), units, years],
  ); // prettier-ignore
  const seriesAt = new Map(series.map(({ element, combo }, at) => [`${element}|${combo}`, at]));
  const unitAt = new Map(units.map((unit, at) => [unit, at]));
  const leafOf = (element: string, unit: string, year: string, kind: string) => [element, unit, year, kind].join("|"); // prettier-ignore
  const leaves = new Set(found.map(({ element, unit, year, kind }) => leafOf(element, unit, year, kind)));
  return {
    rows: found.flatMap(({ element, combo, unit, ...row }) =>
      combo === null
        ? []
        : [{ ...row, series: seriesAt.get(`${element}|${combo}`)!, unit: unitAt.get(unit)! }],
    ),
    replaces: (row) => leaves.has(leafOf(series[row.series]!.element, units[row.unit]!, row.year, row.kind)),
  };
}

/** A changed leaf without reports is answered too, as nothing. */
const pendingReportsSql = `
  with ${changedCells("source = $2 and data_element = any($3) and org_unit = any($5) and left(period, 4) = any($6)")},
  asked as (
    select distinct * from unnest($3::text[], $4::text[]) as asked (data_element, option_combo)
  )
  select data_element as element, combo, org_unit as unit, year, kind, positions::text, amounts::text, estimates::text
  from leaves join parts using (part, kind) left join (
    select leaf, option_combo as combo, array_agg(position) as positions, array_agg(value) as amounts,
           array_agg(position) filter (where estimate) as estimates
    from cells_after join leaves using (leaf) join parts using (part) join asked using (data_element, option_combo)
    group by leaf, option_combo
  ) as reports using (leaf)`;
