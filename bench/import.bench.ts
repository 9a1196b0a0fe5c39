import { createWriteStream } from "node:fs";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { areasOn } from "#domain/org-unit.ts";
import { readConfig } from "#operations/config.ts";
import type { Context } from "#operations/context.ts";
import { fileToImport, importFigures } from "#operations/import-figures.ts";
import { openInstallation } from "#operations/open-installation.ts";
import { listDataElements, saveDataElements } from "#store/data-elements.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { megabytes, printMachine } from "./measure.ts";

const rowCount = 1_000_000;

/** One file of a million commune values, against a raw COPY of the same rows in the same run. */
export default async function benchImport(): Promise<void> {
  printMachine();
  const folder = await mkdtemp(join(tmpdir(), "tuyen-bench-"));
  await chmod(folder, 0o755); // open to the account of the database, so that it stays here
  const { context, close } = await openInstallation(
    { ...readConfig(), dataDirectory: folder },
    () => undefined,
  );
  try {
    const file = join(folder, "mot-trieu-dong.csv");
    await writeRows(context, file);
    const copied = await timeRawCopy(context, file);
    const begin = performance.now();
    const outcome = await importFigures(context, { source: fileToImport(file), sha256: "0".repeat(64) });
    const imported = performance.now() - begin;
    if (outcome.inserted !== rowCount) throw new Error(`only ${outcome.inserted} rows went in`);
    const rate = (ms: number) => `${Math.round(rowCount / ms)} rows per ms`;
    console.log(`raw COPY of the same rows   ${Math.round(copied)} ms, ${rate(copied)}`);
    console.log(`import of the file          ${Math.round(imported)} ms, ${rate(imported)}`);
    console.log(`ratio import : COPY         ${(copied / imported).toFixed(2)}   aim at least 0.30`);
    console.log(`peak memory of the process  ${megabytes(process.resourceUsage().maxRSS * 1024)}`);
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Elements of the catalogue's kind, copied until there are enough of them. */
async function writeRows({ db, province }: Context, file: string): Promise<void> {
  const [pattern] = (await listDataElements(db, province)).filter(({ key }) => key === "malaria.tests");
  const communes = areasOn(await listOrgUnits(db, province), 3, "2023-06-30");
  const months = Array.from({ length: 60 }, (_, month) => `${2018 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`); // prettier-ignore
  const count = Math.ceil(rowCount / communes.length / months.length);
  const elements = Array.from({ length: count }, (_, index) => ({ ...pattern!, id: `bench.e${index}`, key: `bench.e${index}` }));
  await saveDataElements(db, province, elements);
  await pipeline(Readable.from(lines()), createWriteStream(file));

  function* lines(): Generator<string> {
    let left = rowCount;
    yield "key,period,orgUnit,breakdown,role,value,unit,asOf,note\n";
    for (const { key, unit } of elements) {
      for (const month of months) {
        for (const { uid } of communes) {
          if (left-- === 0) return;
          yield `${key},${month},${uid},,in_month,${(left * 7919) % 1000},${unit},,\n`;
        }
      }
    }
  }
} // prettier-ignore

/** What PostgreSQL itself needs for these rows as they are kept, in a table without keys or rules. */
async function timeRawCopy({ db, province }: Context, file: string): Promise<number> {
  const text = await readFile(file, "utf8");
  const rows = text
    .split("\n")
    .slice(1, -1)
    .map((line) => {
      const [key, period, orgUnit, , , value] = line.split(",");
      return `${province}\t${key}\t${period}\t${orgUnit}\t\treported\t${value}\tmachine\t2023-07-20 08:00:00Z\n`;
    });
  await db.query("create table raw_copy (like data_value)");
  const columns =
    "province, data_element, period, org_unit, option_combo, source, value, entered_by, entered_at";
  for (const column of ["estimate", "derived", "version"]) {
    await db.query(`alter table raw_copy alter column ${column} drop not null`);
  }
  const begin = performance.now();
  await db.copyIn(`copy raw_copy (${columns}) from stdin`, rows);
  const taken = performance.now() - begin;
  await db.query("drop table raw_copy");
  return taken;
}
