import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HandInAnswer, type HandIn, type SubmissionKey } from "#contract/submission.ts";
import { listSubmissionVersions } from "#store/submission-versions.ts";
import { checkRollup } from "#store/rollup-check.ts";
import { foldRollup } from "#store/rollup-fold.ts";
import { openTestDatabase, type TestDatabase } from "#store/test-database.ts";
import { loadCatalogue } from "#operations/load-catalogue.ts";
import { buildHandIn, buildKey, full, hepB } from "./submission-builders.ts";

const kills = 50;
const units = ["tyt-03390", "tyt-03394", "tyt-03400", "tyt-03405", "tyt-03406", "tyt-03412", "tyt-03413", "tyt-03415"]; // prettier-ignore
const today = "2023-07-05";

let db: TestDatabase;
let province: string;
let program: string;
let port: number;
beforeAll(async () => {
  db = await openTestDatabase();
  province = await loadCatalogue(db, "catalogues/lai-chau", () => undefined);
  [program, port] = await Promise.all([bundleServer(), freePort()]);
});
afterAll(() => db.close());

test("killed fifty times while forms are handed in, the server keeps every acknowledged form once and none twice", async () => {
  const server = new KilledServer();
  const stop = new AbortController();
  const clients = units.map((orgUnit, number) => handInUntil(stop.signal, buildKey({ orgUnit }), number));
  try {
    for (let kill = 0; kill < kills; kill++) {
      await server.start();
      await moreThan(acknowledgedSoFar + random() * 4); // on a busy machine too, something is under way
      await delay(random() * 40);
      await server.kill();
    }
    await server.start();
    stop.abort();
    const acknowledged = await Promise.all(clients);
    expect(acknowledged.flat().length).toBeGreaterThan(kills);
    expect(brokenOff).toBeGreaterThan(kills / 2);
    for (const [number, sent] of acknowledged.entries()) await expectOnce(buildKey({ orgUnit: units[number]! }), sent); // prettier-ignore
    await foldRollup(db, province);
    expect((await checkRollup(db, province)).differences).toBe(0);
  } finally {
    stop.abort();
    await server.end();
  }
}, 600_000);

/** One station: hands in, waits for the answer, sends the same again when the line breaks, and corrects itself. */
async function handInUntil(stop: AbortSignal, key: SubmissionKey, number: number): Promise<HandIn[]> {
  const acknowledged: HandIn[] = [];
  while (!stop.aborted) {
    const count = acknowledged.length;
    const body = buildHandIn({
      baseVersion: count,
      device: `may-${number}`,
      values: { [hepB]: String(count), ...(count % 2 === 0 && { [full]: String(count + 1) }) },
    });
    const answer = await sendUntilAnswered(key, body);
    expect(answer).toMatchObject({ outcome: "accepted", version: count + 1 });
    acknowledged.push(body);
    acknowledgedSoFar++;
    await delay(random() * 15);
  }
  return acknowledged;
}

async function sendUntilAnswered(key: SubmissionKey, body: HandIn): Promise<HandInAnswer> {
  const address = `http://127.0.0.1:${port}/api/submissions/${key.dataSet}/${key.period}/${key.orgUnit}/hand-in`;
  const init = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
  for (;;) {
    try {
      const answer = await fetch(address, init);
      // A server that dies while its transaction commits may still answer that it failed: not an acknowledgement.
      if (answer.status === 200) return HandInAnswer.parse(await answer.json());
      if (answer.status < 500) throw new Error(`refused: ${await answer.text()}`);
    } catch (error) {
      if (error instanceof Error && error.message.startsWith("refused")) throw error;
      if (!isNobodyThere(error)) brokenOff++;
    }
    await delay(20);
  }
}

/** How many hand-ins were under way when the server was killed, and how many were acknowledged. */
let brokenOff = 0;
let acknowledgedSoFar = 0;

async function moreThan(count: number): Promise<void> {
  for (;;) {
    if (acknowledgedSoFar >= count) return;
    await delay(2);
  }
}

function isNobodyThere(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause && cause.code === "ECONNREFUSED";
}

/** Every acknowledged hand-in is one version, in its order; figures hold the last one and nothing else. */
async function expectOnce(key: SubmissionKey, sent: readonly HandIn[]): Promise<void> {
  const versions = (await listSubmissionVersions(db, province, key)).toReversed();
  expect(versions.map(({ id }) => id)).toEqual(sent.map(({ id }) => id));
  expect(versions.map(({ version }) => version)).toEqual(sent.map((_, index) => index + 1));
  const [events] = await db.query<{ count: number }>(
    "select count(*)::int as count from submission_event where org_unit = $1 and kind = 'handed-in'",
    [key.orgUnit],
  );
  expect(events?.count).toBe(sent.length);
  const values = await db.query<{ element: string; value: string }>(
    "select data_element as element, value from data_value where org_unit = $1 and period = $2 order by 1",
    [key.orgUnit, key.period],
  );
  expect(Object.fromEntries(values.map(({ element, value }) => [element, value]))).toEqual(sent.at(-1)?.values); // prettier-ignore
}

/** Servers in processes of their own, killed without a warning; the next one is loaded while one still runs. */
class KilledServer {
  #running: ChildProcess | undefined;
  #next = this.#load();

  async start(): Promise<void> {
    const child = await this.#next;
    this.#running = child;
    child.stdin?.write("listen\n");
    await lineOf(child);
    this.#next = this.#load();
    this.#next.catch(() => undefined); // told where it is awaited
  }

  async kill(): Promise<void> {
    if (this.#running) await killChild(this.#running);
  }

  async end(): Promise<void> {
    await this.kill();
    await killChild(await this.#next);
  }

  async #load(): Promise<ChildProcess> {
    const child = spawn(process.execPath, [program, db.url, province, today, String(port)], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    await lineOf(child);
    return child;
  }
}

/** Waits for the next thing the program says. */
async function lineOf(child: ChildProcess): Promise<void> {
  if (!child.stdout) throw new Error("no output");
  const [said] = await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  if (!(said instanceof Buffer)) throw new Error("the server did not start");
}

async function killChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

async function bundleServer(): Promise<string> {
  const cache = join("node_modules", ".cache", "tuyen-hand-in-faults");
  await mkdir(cache, { recursive: true });
  const source = join(cache, "server.ts");
  await writeFile(source, serverSource());
  await build({
    configFile: false,
    logLevel: "error",
    resolve: { conditions: ["source"] },
    ssr: { resolve: { conditions: ["source"] } },
    build: {
      ssr: source,
      outDir: cache,
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: "server.mjs", codeSplitting: false } },
    },
  });
  return join(cache, "server.mjs");
}

/** The hand-in door of the real server with the folder of changes, without the parts that take long to load. */
function serverSource(): string {
  const path = (name: string) => JSON.stringify(fileURLToPath(new URL(`../src/${name}`, import.meta.url)));
  return `
    import fastify from "fastify";
    import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
    import { answerError } from ${path("api/errors.ts")};
    import { submissionRoutes } from ${path("api/routes/submissions.ts")};
    import { fixContext } from ${path("api/session-guard.ts")};
    import { machineUser } from ${path("operations/context.ts")};
    import { keepFolding } from ${path("operations/query-figures-upkeep.ts")};
    import { openDatabase } from ${path("store/database.ts")};
    const [url, province, today, port] = process.argv.slice(2);
    const context = { db: await openDatabase(url), province, today, user: machineUser };
    const server = fastify();
    server.setValidatorCompiler(validatorCompiler);
    server.setSerializerCompiler(serializerCompiler);
    server.setErrorHandler(answerError);
    await fixContext(server, context);
    await server.register(submissionRoutes);
    keepFolding(context, console.error);
    console.log("loaded");
    process.stdin.once("data", async () => {
      await server.listen({ port: Number(port), host: "127.0.0.1" });
      console.log("listening");
    });`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port: free } = server.address() as AddressInfo; // listening on a port, it has one
  server.close();
  await once(server, "close");
  return free;
}

/** The same sequence every time, so that a failure can be seen again; what the operating system adds cannot. */
let seed = 20_230_705;
function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
}
