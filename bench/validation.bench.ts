import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultCheckSettings } from "#domain/check-values/settings.ts";
import { periodsBefore } from "#domain/check-values/series.ts";
import { machineUser, type Context } from "#operations/context.ts";
import { checkValues } from "#operations/check-values.ts";
import { copyLine } from "#store/copy-text.ts";
import { saveDataElements } from "#store/data-elements.ts";
import { openDatabase, type Database } from "#store/database.ts";
import { startEmbedded } from "#store/embedded.ts";
import { migrate } from "#store/migrate.ts";
import { saveOrgUnits } from "#store/org-units.ts";
import { megabytes, printMachine, printTiming, time } from "./measure.ts";
import { checkedPeriod, reportCleanly, type Reported } from "./validation-data.ts";
import { groupsOf, measureCopiedForms, measureRecall, plants, runChecks } from "./validation-recall.ts";

const months = 25;
const province = "VN99";

/** How often checks are wrong on clean reports, how many planted errors they find, and how long a province takes. */
export default async function benchValidation(): Promise<void> {
  printMachine();
  measureRates();
  const size = process.argv.includes("--small") ? { elements: 100, units: 118 } : { elements: 600, units: 118 };
  await measureSpeed(reportCleanly({ ...size, months, seed: 3 }));
} // prettier-ignore

/** On reports that were not used when the thresholds were chosen (another seed). */
function measureRates(): void {
  const reported = reportCleanly({ elements: 200, units: 60, months, seed: 2 });
  const groups = groupsOf(reported, months);
  const cells = [...groups.values()].flat().reduce((sum, { series }) => sum + series.length, 0);
  const found = new Map<string, number>();
  for (const { code } of runChecks(reported, groups, defaultCheckSettings)) found.set(code, (found.get(code) ?? 0) + 1); // prettier-ignore
  console.log(`false alarms on ${cells} clean values (24 months of history), per 10.000:`);
  for (const [code, count] of [...found].toSorted((a, b) => b[1] - a[1])) console.log(`  ${code.padEnd(44)} ${per(count, cells)}`); // prettier-ignore
  console.log(`  ${"all together".padEnd(44)} ${per([...found.values()].reduce((sum, count) => sum + count, 0), cells)}`); // prettier-ignore
  console.log("planted errors found at their cell, by any check:");
  for (const [name, plant] of Object.entries(plants)) {
    const { planted, found: named } = measureRecall(reported, groups, defaultCheckSettings, plant);
    console.log(`  ${name.padEnd(52)} ${named} of ${planted} (${Math.round((named / planted) * 100)} %)`);
  }
  const forms = measureCopiedForms(reported, groups, defaultCheckSettings);
  console.log(`  ${"a form copied from three months before".padEnd(52)} ${forms.found} of ${forms.planted} (${Math.round((forms.found / forms.planted) * 100)} %)`); // prettier-ignore
}

function per(count: number, cells: number): string {
  return ((count / cells) * 10_000).toFixed(2);
}

async function measureSpeed(reported: Reported): Promise<void> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "tuyen-bench-"));
  const server = await startEmbedded({ dataDirectory });
  const db = await openDatabase(server.url, { connections: 4 });
  try {
    await migrate(db);
    const values = await fill(db, reported);
    const context: Context = { db, province, today: "2026-01-10", user: machineUser };
    console.log(`${reported.units.length} units × ${reported.elements.length} elements × ${reported.combos.length} cells, ${values} values of ${months} months`); // prettier-ignore
    let found = 0;
    const check = async () => (found = (await checkValues(context, { periods: [checkedPeriod] })).findings.length); // prettier-ignore
    printTiming("a month of the whole province", await time(3, check), "10 s");
    console.log(`findings: ${found}`);
    const one = () => checkValues(context, { periods: [checkedPeriod], within: [reported.units[0]!] });
    printTiming("a month of one unit", await time(5, one), "1 s");
    console.log(`memory of this program now ${megabytes(process.memoryUsage().rss)}`);
  } finally {
    await db.close();
    await server.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

/** Puts the reports into an empty database, without the rollup, which checking does not read. */
async function fill(db: Database, reported: Reported): Promise<number> {
  const unit = { type: "xa", kind: "area", aliases: [] } as const;
  await db.transaction((tx) =>
    saveOrgUnits(tx, province, [
      { ...unit, uid: province, name: province, fullName: province, placements: [{ level: 1 }] },
      ...reported.units.map((uid) => ({ ...unit, uid, name: uid, fullName: uid, placements: [{ level: 3, parent: province }] })),
    ]),
  ); // prettier-ignore
  await saveDataElements(db, province, reported.elements);
  await db.query("alter table data_value disable trigger user");
  const written = await db.copyIn(
    "copy data_value (province, data_element, period, org_unit, option_combo, source, value, entered_by, entered_at) from stdin",
    lines(reported),
  );
  await db.query("vacuum analyze data_value");
  return written;
}

function* lines(reported: Reported): Generator<string> {
  const periods = [checkedPeriod, ...periodsBefore(checkedPeriod, months - 1)];
  for (const [element, { id }] of reported.elements.entries())
    for (const [ago, period] of periods.entries())
      for (const [unit, uid] of reported.units.entries())
        for (const [part, combo] of reported.combos.entries()) {
          const value = reported.valueAt(element, unit, part, ago);
          if (value !== undefined) yield copyLine([province, id, period, uid, combo, "reported", value, "bench", "2026-01-05"]); // prettier-ignore
        }
}
