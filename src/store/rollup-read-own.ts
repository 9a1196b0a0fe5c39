import { decimal, sum } from "#domain/decimal.ts";
import type { PeriodType } from "#domain/period.ts";
import type { Queryable } from "./database.ts";
import { listPendingReports } from "./rollup-pending.ts";
import { numbersBy, wantedSlots, type SumFound, type SumsWanted, type WantedSlot } from "./rollup-read.ts";

/** What a unit reported of one cell in a year by one kind of period; lists as PostgreSQL writes them. */
export interface ReportRow {
  readonly series: number;
  readonly unit: number;
  readonly year: string;
  readonly kind: PeriodType;
  readonly positions: string;
  readonly amounts: string;
  readonly estimates: string | null;
}

/** What units reported themselves, added up over each period; changes not folded yet included. */
export async function listOwnSums(db: Queryable, wanted: SumsWanted): Promise<SumFound[]> {
  const slots = wantedSlots(wanted.periods);
  const found: SumFound[] = [];
  const byYear = numbersBy(slots, ({ year, kind }) => `${year} ${kind}`);
  for (const row of await listReports(db, wanted)) {
    const reports = new Reports(row);
    for (const number of byYear.get(`${row.year} ${row.kind}`) ?? []) {
      const one = reports.addUp(slots[number]!, wanted.series[row.series]!.time);
      if (one) found.push(one);
    }
  }
  return found;
}

async function listReports(db: Queryable, wanted: SumsWanted): Promise<ReportRow[]> {
  const { province, source, series, units, periods, isPending } = wanted;
  const years = [...new Set(periods.map((period) => period.slice(0, 4)))];
  const rows = await db.query<ReportRow>(ownReportsSql, [
    province,
    source,
    series.map(({ element }) => element),
    series.map(({ combo }) => combo),
    units,
    years,
  ]);
  if (!isPending) return rows;
  const pending = await listPendingReports(db, wanted, years);
  return [...rows.filter((row) => !pending.replaces(row)), ...pending.rows];
}

const ownReportsSql = `
  select (series.number - 1)::int as series, (unit.number - 1)::int as unit, year, kind, positions::text,
         amounts::text, estimates::text
  from rollup_reporter as own
  join unnest($3::text[], $4::text[]) with ordinality as series (element, combo, number)
    on series.element = own.data_element and series.combo = own.option_combo
  join unnest($5::text[]) with ordinality as unit (unit, number) on unit.unit = own.org_unit
  where own.province = $1 and own.source = $2 and own.org_unit = any($5) and own.year = any($6)
    and own.data_element = any($3) and own.option_combo = any($4)`;

const noEstimates: ReadonlySet<number> = new Set();

/** The reports of a row, in the places of their periods. */
class Reports {
  readonly #row: ReportRow;
  readonly #values: (string | undefined)[] = [];
  readonly #estimates: ReadonlySet<number>;

  constructor(row: ReportRow) {
    this.#row = row;
    const amounts = items(row.amounts);
    for (const [index, position] of items(row.positions).entries()) this.#values[Number(position)] = amounts[index]!; // prettier-ignore
    this.#estimates = row.estimates === null ? noEstimates : new Set(items(row.estimates).map(Number));
  }

  /** The sum or the last report within a span; `undefined` when there is none. */
  addUp(slot: WantedSlot, time: string): SumFound | undefined {
    const positions = this.#positionsIn(slot);
    const latest = positions.at(-1);
    if (latest === undefined) return undefined;
    const counted = time === "last" ? [latest] : positions;
    return {
      series: this.#row.series,
      unit: this.#row.unit,
      period: slot.period,
      own: true,
      kind: slot.kind,
      isWhole: slot.isWhole,
      span: slot.last - slot.first + 1,
      sum: addTexts(counted.map((at) => this.#values[at]!)),
      count: positions.length,
      units: 1,
      periods: positions.length,
      last: latest === slot.last ? 1 : 0,
      estimates: this.#estimates.size === 0 ? 0 : counted.filter((at) => this.#estimates.has(at)).length,
      expected: 0,
    };
  }

  #positionsIn({ first, last }: WantedSlot): number[] {
    const positions: number[] = [];
    for (let at = first; at <= last; at++) if (this.#values[at] !== undefined) positions.push(at);
    return positions;
  }
}

/** `{1,2.50}` → `1`, `2.50`: numbers are never quoted. */
function items(list: string): string[] {
  return list.slice(1, -1).split(",");
}

function addTexts(texts: readonly string[]): string {
  return texts.length === 1 ? texts[0]! : sum(texts.map(decimal))!.toFixed();
}
