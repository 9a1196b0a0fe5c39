import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildServer } from "#api/server.ts";
import { HandInAnswer } from "#contract/submission.ts";
import { entryCells } from "#domain/form.ts";
import { listExpected } from "#domain/data-set.ts";
import { readConfig } from "#operations/config.ts";
import type { Context } from "#operations/context.ts";
import { openInstallation } from "#operations/open-installation.ts";
import { getPlace } from "#operations/submission-place.ts";
import { listDataSetVersions } from "#store/data-sets.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { printMachine } from "./measure.ts";

const period = "2023-06";
const dataSet = "tiem-chung-xa";
const seconds = 8;

/** Stations that hand in at the same moment, over HTTP and with the database waiting for the disk. */
export default async function benchSubmissions(): Promise<void> {
  printMachine();
  const folder = await mkdtemp(join(tmpdir(), "tuyen-bench-"));
  await chmod(folder, 0o755); // open to the account of the database, so that it stays here
  const { context, close } = await openInstallation(
    { ...readConfig(), dataDirectory: folder },
    () => undefined,
  );
  const server = await buildServer({ context: { ...context, today: "2023-07-05" } });
  try {
    const address = await server.listen({ port: 0, host: "127.0.0.1" });
    const stations = await listStations(context);
    const cells = await listCells(context, stations[0] ?? "");
    await handInFor(2, address, stations.slice(0, 8), cells); // warm
    for (const clients of [8, 64]) {
      const taken = await handInFor(seconds, address, stations.slice(10, 10 + clients), cells);
      print(clients, taken);
    }
  } finally {
    await server.close();
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function listStations({ db, province }: Context): Promise<string[]> {
  const [version] = await listDataSetVersions(db, province, [dataSet]);
  const units = await listOrgUnits(db, province);
  return version ? listExpected(version, units, period).map(({ uid }) => uid) : [];
}

async function listCells(context: Context, orgUnit: string): Promise<string[]> {
  const { layout } = await getPlace(context, { dataSet, period, orgUnit });
  return entryCells(layout).map(({ cell }) => cell);
}

/** How many versions each station has handed in so far: the base of its next one. */
const versions = new Map<string, number>();

/** Each station corrects its form again and again; answers how long each hand-in took, in ms. */
async function handInFor(
  duration: number,
  address: string,
  stations: readonly string[],
  cells: readonly string[],
): Promise<number[]> {
  const taken: number[] = [];
  const end = performance.now() + duration * 1000;
  await Promise.all(
    stations.map(async (orgUnit) => {
      while (performance.now() < end) {
        const begin = performance.now();
        versions.set(orgUnit, await handIn(address, orgUnit, cells, versions.get(orgUnit) ?? 0));
        taken.push(performance.now() - begin);
      }
    }),
  );
  return taken;
}

async function handIn(
  address: string,
  orgUnit: string,
  cells: readonly string[],
  baseVersion: number,
): Promise<number> {
  const values = Object.fromEntries(cells.map((cell, at) => [cell, String((baseVersion + at) % 40)]));
  const body = {
    id: randomUUID(),
    baseVersion,
    values,
    device: orgUnit,
    deviceTime: "2023-07-05T08:00:00+07:00",
  };
  const answer = await fetch(`${address}/api/submissions/${dataSet}/${period}/${orgUnit}/hand-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const read = HandInAnswer.parse(await answer.json());
  if (read.outcome !== "accepted") throw new Error(`not accepted: ${JSON.stringify(read)}`);
  return read.version;
}

function print(clients: number, taken: readonly number[]): void {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  console.log(
    `${String(clients).padStart(3)} clients: ${Math.round(taken.length / seconds)} hand-ins a second, median ${at(0.5)} ms, p95 ${at(0.95)} ms`,
  );
}
