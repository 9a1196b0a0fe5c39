import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decimal } from "#domain/decimal.ts";
import { machineUser, type Context } from "#operations/context.ts";
import { queryFigures } from "#operations/query-figures.ts";
import { saveDataValues } from "#store/data-values.ts";
import { openDatabase, type Database } from "#store/database.ts";
import { startEmbedded } from "#store/embedded.ts";
import { migrate } from "#store/migrate.ts";
import { foldRollup } from "#store/rollup-fold.ts";
import { chooseSize, combos, commune, district, fill, lastYear, listElements, listMonths, province, type Size } from "./analytics-data.ts"; // prettier-ignore
import { watchMemory } from "./analytics-memory.ts";
import { megabytes, printMachine, printTiming, time } from "./measure.ts";

/** Tables of figures over the rollup, each beside the same question asked of the raw values in plain SQL. */
export default async function benchAnalytics(): Promise<void> {
  const size = chooseSize(process.argv);
  printMachine();
  console.log(`${size.name}: ${size.communes + 12} units report (${size.communes} communes), ${size.elements} elements × 3 cells × ${size.months} months`); // prettier-ignore
  const dataDirectory = await mkdtemp(join(tmpdir(), "tuyen-bench-"));
  const server = await startEmbedded({ dataDirectory });
  const db = await openDatabase(server.url, { connections: 10 });
  try {
    await migrate(db);
    const memory = await watchMemory(db);
    await fill(db, size, console.log);
    await timeQuestions({ db, province, today: `${lastYear}-12-31`, user: machineUser }, size);
    console.log(`peak memory of this program and database        ${megabytes(memory.peak())}`);
    memory.stop();
  } finally {
    await db.close();
    await server.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

async function timeQuestions(context: Context, size: Size): Promise<void> {
  const { db } = context;
  const keys = listElements(size).map(({ key }) => ({ key }));
  const districts = [province, ...Array.from({ length: 8 }, (_, index) => district(index))];
  const halfYear = () =>
    queryFigures(context, {
      items: keys,
      periods: [`${lastYear}-S1`],
      orgUnits: { uids: districts },
      roles: ["actual", "prior_year"],
      limit: 100_000,
    });
  const months = listMonths(size).slice(-12);
  const communes = Array.from({ length: 106 }, (_, index) => commune(index));
  const pivot = () =>
    queryFigures(context, {
      items: keys.slice(0, 20),
      periods: months,
      orgUnits: { uids: communes },
      roles: ["actual"],
      limit: 100_000,
    });
  const series = () =>
    queryFigures(context, {
      items: keys.slice(3, 4),
      periods: listMonths(size),
      orgUnits: { uids: districts.slice(1) },
      roles: ["actual"],
    });

  printTiming("half-year, all elements, 9 units, year before", await time(9, halfYear), "120 ms");
  printTiming("  asked of the values", await time(3, () => halfYearOfValues(db, size)), "–");
  printTiming("pivot: 20 elements × 12 months × 106 communes", await time(9, pivot), "60 ms");
  printTiming("  asked of the values", await time(5, () => pivotOfValues(db, size, months)), "–");
  printTiming(`one element, ${size.months} months, by district`, await time(15, series), "10 ms");
  printTiming("  asked of the values", await time(5, () => seriesOfValues(db, size)), "–");

  await timeVisibility(context, size);
  await timeForms(db, size);
  await foldRollup(db, province);
  await leavePending(db, size, 100_000);
  const first = await timeOnce(halfYear);
  const next = await time(9, halfYear);
  printTiming("half-year with 100.000 changes not folded, first", { min: first, median: first, max: first }, "120 ms"); // prettier-ignore
  printTiming("  and whoever asks next", next, "120 ms");
  await leavePending(db, size, 100_000);
  console.log(`folding 100.000 changed values                  ${Math.round(await timeOnce(() => foldRollup(db, province)))} ms`); // prettier-ignore
}

async function timeOnce(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** Counts are added over six months; stocks are those of June, lacking reports not carried; totals over three cells. */
function halfYearOfValues(db: Database, size: Size): Promise<unknown[]> {
  const halves = [lastYear - 1, lastYear].map((year) => listMonths(size).filter((month) => month.startsWith(`${year}-0`)).slice(0, 6)); // prettier-ignore
  return db.query(
    `select data_element, above.unit, left(period, 4),
            case time_nature when 'stock' then sum(value) filter (where right(period, 2) = '06') else sum(value) end
     from data_value
     join data_element on data_element.province = data_value.province and data_element.id = data_value.data_element
     join (select org_unit, parent as unit from org_unit_placement where province = $1
           union select org_unit, $1 from org_unit_placement where province = $1) as above using (org_unit)
     where data_value.province = $1 and period = any($2) and source = 'reported'
     group by data_element, above.unit, left(period, 4), time_nature`,
    [province, halves.flat()],
  );
}

function pivotOfValues(db: Database, size: Size, months: readonly string[]): Promise<unknown[]> {
  return db.query(
    `select data_element, org_unit, period, sum(value) from data_value
     where province = $1 and data_element = any($2) and period = any($3) and org_unit like '%.x%' and source = 'reported'
     group by data_element, org_unit, period`,
    [province, listElements(size).slice(0, 20).map(({ id }) => id), months],
  ); // prettier-ignore
}

function seriesOfValues(db: Database, size: Size): Promise<unknown[]> {
  return db.query(
    `select parent, period, sum(value) from data_value join org_unit_placement using (province, org_unit)
     where province = $1 and data_element = $2 and period = any($3) and source = 'reported' group by parent, period`,
    [province, listElements(size)[3]?.id, listMonths(size)],
  );
}

/** One form: 200 cells of one commune and month, new each time. */
function buildForm(size: Size, number: number) {
  const elements = listElements(size);
  const period = `${lastYear + 1}-${String((Math.floor(number / size.communes) % 12) + 1).padStart(2, "0")}`;
  const first = (Math.floor(number / size.communes / 12) * 67) % elements.length;
  return Array.from({ length: 200 }, (_, index) => ({
    element: elements[(first + Math.floor(index / 3)) % elements.length]!.id,
    optionCombo: combos[index % 3]!,
    period,
    orgUnit: commune(number % size.communes),
    source: "reported" as const,
    value: decimal((number * 31 + index * 7) % 500),
  }));
}

/** Eight writers save forms, each waiting for the disk; once with the rollup and once without. */
async function timeForms(db: Database, size: Size): Promise<void> {
  const rates: Record<string, number> = {};
  let number = 0;
  for (const [name, trigger] of [["without", "disable"], ["with", "enable"], ["without again", "disable"], ["with again", "enable"]] as const) {
    for (const kind of ["inserted", "updated"]) await db.query(`alter table data_value ${trigger} trigger rollup_${kind}`);
    const forms = 800;
    let left = forms;
    const begin = performance.now();
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        while (left-- > 0) await saveDataValues(db, province, buildForm(size, number++), { by: "bench" });
      }),
    );
    rates[name] = forms / ((performance.now() - begin) / 1000);
    if (trigger === "disable") await db.query("delete from data_value where province = $1 and period like $2", [province, `${lastYear + 1}%`]); // the rollup knows nothing of them
  }
  const [without, withRollup] = [Math.max(rates["without"]!, rates["without again"]!), Math.max(rates["with"]!, rates["with again"]!)];
  console.log(`forms of 200 values saved by 8 writers          ${Math.round(withRollup)} a second, without rollup ${Math.round(without)} (${(withRollup / without).toFixed(2)})   aim 300 a second, 0,8`);
} // prettier-ignore

/** From the answer to a save until the province's total has been read with it. */
async function timeVisibility(context: Context, size: Size): Promise<void> {
  let number = 500_000;
  const total = async () => {
    const { cells } = await queryFigures(context, {
      items: [{ key: listElements(size)[0]!.key }],
      periods: [`${lastYear}-01`],
      orgUnits: { uids: [province] },
      roles: ["actual"],
    });
    return Number(cells[0]?.value);
  };
  const element = listElements(size)[0]!.id;
  const value = { element, optionCombo: combos[0], period: `${lastYear}-01`, orgUnit: commune(1), source: "reported" as const }; // prettier-ignore
  const save = (amount: number) => saveDataValues(context.db, province, [{ ...value, value: decimal(amount) }], { by: "bench" }); // prettier-ignore
  await save(number);
  let before = await total();
  const taken: number[] = [];
  for (let run = 0; run < 15; run++) {
    await save(++number);
    const begin = performance.now();
    const now = await total();
    taken.push(performance.now() - begin);
    if (now !== before + 1) throw new Error(`saved, and the province still reads ${before}: ${now}`);
    before = now;
  }
  const sorted = taken.toSorted((a, b) => a - b);
  printTiming("value saved → read in the province's total", { min: sorted[0]!, median: sorted[7]!, max: sorted.at(-1)! }, "20 ms"); // prettier-ignore
}

let added = 0;

/** Changes of forms that nobody has folded yet, other ones each time. */
async function leavePending(db: Database, size: Size, changes: number): Promise<void> {
  added++;
  for (let number = 0; number < changes / 200; number++) {
    const form = buildForm(size, number).map((value) => ({
      ...value,
      period: value.period.replace(`${lastYear + 1}`, `${lastYear}`),
      value: value.value.plus(1000 + added),
    }));
    await saveDataValues(db, province, form, { by: "bench" });
  }
}
