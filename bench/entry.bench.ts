/// <reference lib="dom" />
import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, CDPSession, Page } from "playwright-core";
import { buildServer } from "#api/server.ts";
import { listExpected } from "#domain/data-set.ts";
import { entryCells } from "#domain/form.ts";
import { readConfig } from "#operations/config.ts";
import type { Context } from "#operations/context.ts";
import { openInstallation } from "#operations/open-installation.ts";
import { getPlace } from "#operations/submission-place.ts";
import { listDataSetVersions } from "#store/data-sets.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { launchBrowser } from "../test/browser/browser.ts";
import { defineLargeForm } from "./entry-form.ts";
import { printMachine } from "./measure.ts";

const period = "2023-06";
const small = "tiem-chung-xa";
/** An old computer of a station against the one this runs on. */
const slowness = 6;
const lines = {
  "2G (250 kbit/s, 300 ms)": { latency: 300, bits: 250_000 },
  "slow 3G (400 kbit/s, 400 ms)": { latency: 400, bits: 400_000 },
};

/** Filling in forms on an old computer and a poor line. */
export default async function benchEntry(): Promise<void> {
  printMachine();
  const folder = await mkdtemp(join(tmpdir(), "tuyen-bench-"));
  await chmod(folder, 0o755); // open to the account of the database, so that it stays here
  const { context, close } = await openInstallation(
    { ...readConfig(), dataDirectory: folder },
    () => undefined,
  );
  const on = { ...context, today: "2023-07-05" };
  const server = await buildServer({ context: on, webDirectory: resolve("dist/web") });
  const browser = await launchBrowser();
  try {
    const address = await server.listen({ port: 0, host: "127.0.0.1" });
    const stations = await listStations(on);
    const [station = ""] = stations;
    const form = `${address}/nhap-lieu/${small}/${period}/${station}`;
    await measureCode(browser, form);
    for (const [name, line] of Object.entries(lines)) await measureOpening(browser, form, name, line);
    const large = await defineLargeForm(on);
    await measureKeys(browser, `${address}/nhap-lieu/${large}/${period}/${station}`);
    await measureWeek(browser, address, stations.slice(0, 30), await listCells(on, station));
  } finally {
    await browser.close();
    await server.close();
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function listStations({ db, province }: Context): Promise<string[]> {
  const [version] = await listDataSetVersions(db, province, [small]);
  const units = await listOrgUnits(db, province);
  return version ? listExpected(version, units, period).map(({ uid }) => uid) : [];
}

async function listCells(context: Context, orgUnit: string): Promise<string[]> {
  const { layout } = await getPlace(context, { dataSet: small, period, orgUnit });
  return entryCells(layout).map(({ cell }) => cell);
}

/** Bytes of code on the line until the first box can be typed into, as the server sends them. */
async function measureCode(browser: Browser, form: string): Promise<void> {
  const machine = await browser.newContext({ serviceWorkers: "block" });
  const page = await machine.newPage();
  const devtools = await machine.newCDPSession(page);
  await devtools.send("Network.enable");
  const code = new Set<string>();
  let bytes = 0;
  devtools.on("Network.responseReceived", ({ requestId, response }) => {
    if (/\.(?:js|css)$/u.test(response.url)) code.add(requestId);
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (code.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(form);
  await page.locator("input.box").first().waitFor();
  print(
    "code for the first paint of the form",
    `${Math.round(bytes / 1000)} kB in ${code.size} files`,
    "< 150 kB",
  );
  await machine.close();
}

/** From opening the address to a box that takes keys: never seen before, and again without any line. */
async function measureOpening(
  browser: Browser,
  form: string,
  name: string,
  line: { readonly latency: number; readonly bits: number },
): Promise<void> {
  const machine = await browser.newContext();
  const page = await machine.newPage();
  const devtools = await slowDown(page);
  await devtools.send("Network.enable");
  const perSecond = line.bits / 8;
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: line.latency,
    downloadThroughput: perSecond,
    uploadThroughput: perSecond / 3,
  });
  print(`usable, first visit ever, ${name}`, seconds(await opening(page, form)), "—");
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 180_000,
  });
  await machine.setOffline(true);
  print("usable, later and without a line", seconds(await opening(page, form)), "—");
  await machine.close();
}

async function opening(page: Page, form: string): Promise<number> {
  const begin = performance.now();
  await page.goto(form, { timeout: 120_000, waitUntil: "commit" });
  await page.locator("input.box").first().waitFor({ timeout: 120_000 });
  return performance.now() - begin;
}

/** From a key to the frame that shows it, in a form of 500 boxes with totals, on the slowed processor. */
async function measureKeys(browser: Browser, form: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(form);
  await page.locator("input.box").first().click();
  await slowDown(page);
  await page.evaluate(() => {
    const taken: number[] = [];
    Object.assign(window, { taken });
    let begin = 0;
    document.addEventListener("keydown", () => (begin = performance.now()), true);
    document.addEventListener(
      "input",
      () => {
        const { port1, port2 } = new MessageChannel();
        const from = begin;
        port1.addEventListener("message", () => taken.push(performance.now() - from), { once: true });
        port1.start();
        requestAnimationFrame(() => port2.postMessage(null)); // answered after the frame has been painted
      },
      true,
    );
  });
  for (let box = 0; box < 40; box++) {
    for (const key of "12") {
      await page.keyboard.press(key);
      await page.waitForTimeout(120); // a person's pace: each key has its own frame
    }
    await page.keyboard.press("Enter");
  }
  await page.waitForTimeout(500);
  const taken = await page.evaluate(() => (window as unknown as { taken: number[] }).taken);
  const boxes = await page.locator("input.box").count();
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  print(
    `key to paint, ${boxes} boxes, CPU ÷ ${slowness}`,
    `median ${at(0.5)} ms, p95 ${at(0.95)} ms`,
    "p95 < 100 ms",
  );
  await page.close();
}

/** Thirty forms filled in and handed in without a line; the line comes back. */
async function measureWeek(
  browser: Browser,
  address: string,
  stations: readonly string[],
  cells: readonly string[],
): Promise<void> {
  const machine = await browser.newContext();
  const page = await machine.newPage();
  await page.goto(`${address}/viec-can-lam`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await machine.setOffline(true);
  const handIns = stations.map((orgUnit, index) => ({
    id: randomUUID(),
    form: [small, period, orgUnit].join("|"),
    madeAt: new Date(Date.UTC(2023, 6, 1 + (index % 7))).toISOString(),
    body: {
      baseVersion: 0,
      draftRevision: 0,
      values: Object.fromEntries(cells.map((cell, at) => [cell, String(at + index)])),
      explanations: {},
      device: "bench",
      deviceTime: "2023-07-05T08:00:00+07:00",
    },
  }));
  await page.evaluate(keepHandIns, handIns);
  const begin = performance.now();
  await machine.setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  while ((await page.evaluate(countAnswered)) < handIns.length) await page.waitForTimeout(50);
  print(`${handIns.length} forms sent after a week without a line`, seconds(performance.now() - begin), "—");
  await machine.close();
}

interface KeptHandIn {
  readonly id: string;
  readonly body: object;
}

/** Runs in the page: puts hand-ins where the form puts them, as the person who is signed in. */
function keepHandIns(handIns: readonly KeptHandIn[]): Promise<void> {
  return new Promise((done) => {
    const open = indexedDB.open("tuyen");
    open.onsuccess = () => {
      const tx = open.result.transaction(["handIns", "notes"], "readwrite");
      const known = tx.objectStore("notes").get("user");
      known.onsuccess = () => {
        const { id: account } = JSON.parse(known.result as string) as { id: string }; // as the page keeps it
        for (const handIn of handIns)
          tx.objectStore("handIns").put({ ...handIn, account, body: { ...handIn.body, id: handIn.id } });
      };
      tx.oncomplete = () => {
        open.result.close();
        done();
      };
    };
  });
}

/** Runs in the page: how many hand-ins the server has accepted. */
function countAnswered(): Promise<number> {
  return new Promise((done) => {
    const open = indexedDB.open("tuyen");
    open.onsuccess = () => {
      const all = open.result.transaction("handIns").objectStore("handIns").getAll();
      all.onsuccess = () => {
        open.result.close();
        const kept = all.result as { answer?: { outcome: string } }[];
        done(kept.filter(({ answer }) => answer?.outcome === "accepted").length);
      };
    };
  });
}

async function slowDown(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowness });
  return devtools;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

function print(what: string, value: string, aim: string): void {
  console.log(`${what.padEnd(62)} ${value.padEnd(34)} aim ${aim}`);
}
