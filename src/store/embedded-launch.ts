import { execFile, spawn } from "node:child_process";
import { open, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { Refusal } from "#domain/refusal.ts";
import { chownAll, type Home } from "./embedded-account.ts";
import { program, serverEnvironment, type Binaries } from "./embedded-binaries.ts";
import { clusterDirectory, freePort, lastLines, saveAccess, type Access } from "./embedded-cluster.ts";
import { endLeftovers, endProcess, findPostmaster, startPatience } from "./embedded-postmaster.ts";

const execute = promisify(execFile);
const attempts = 60;
const pause = 250;
const largestLog = 5_000_000;
/** A server that does not end its connections within this time is stopped the hard way, which loses nothing. */
const stopPatience = 60_000;

const defaults: ServerSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  log_checkpoints: "off",
  shared_buffers: "256MB",
  wal_buffers: "16MB", // the usual 4 MB makes a large import wait for the disk
};

/** Further settings of the server, e.g. `{ work_mem: "64MB" }`. */
export type ServerSettings = Readonly<Record<string, string>>;

/**
 * Starts the server and waits until it takes connections; answers how to reach it. Another port is taken when the
 * remembered one is in use, and processes left over from a killed server are outwaited, then ended.
 */
export async function launch(
  home: Home,
  binaries: Binaries,
  access: Access,
  settings: ServerSettings,
): Promise<Access> {
  let port = access.port;
  let said = "";
  for (let attempt = 1; attempt <= attempts; attempt++) {
    said = await launchOnce(home, binaries, { port: String(port), ...settings });
    if (said === "") return { ...access, port };
    if (/Address already in use|could not create any TCP/.test(said)) {
      port = await freePort();
      await saveAccess(clusterDirectory(home.directory), { ...access, port }, home);
    } else if (/pre-existing shared memory|lock file .* already exists/.test(said)) {
      if (attempt > 4) await endLeftovers(home.directory);
      await delay(pause);
    } else break;
  }
  const facts = { directory: home.directory };
  if (/No space left|Disk quota/.test(said)) throw new Refusal("database-disk-full", facts);
  throw new Refusal("database-not-started", { ...facts, log: lastLines(said) });
}

/** One attempt; answers `""`, or what the server said when it ended instead. */
async function launchOnce(home: Home, binaries: Binaries, settings: ServerSettings): Promise<string> {
  const log = await openLog(home);
  const begin = (await log.stat()).size;
  try {
    const isUp =
      process.platform === "win32"
        ? await startOnWindows(home, binaries, settings)
        : await startDetached(home, binaries, settings, log.fd);
    return isUp ? "" : (await readFile(logPath(home))).subarray(begin).toString("utf8") || "?";
  } finally {
    await log.close();
  }
}

/** Detached: it must outlive us when others use it, and Ctrl-C in our terminal is not meant for it. */
async function startDetached(
  home: Home,
  binaries: Binaries,
  settings: ServerSettings,
  log: number,
): Promise<boolean> {
  const child = spawn(program(binaries, "postgres"), serverArguments(home, settings), {
    detached: true,
    stdio: ["ignore", log, log],
    env: serverEnvironment,
    cwd: clusterDirectory(home.directory),
    ...home.account,
  });
  child.unref();
  const ended = new Promise<"ended">((resolve, reject) => {
    child.once("exit", () => resolve("ended"));
    child.once("error", reject);
  });
  const deadline = Date.now() + startPatience;
  while (Date.now() < deadline) {
    if ((await Promise.race([ended, delay(8)])) === "ended") return false;
    const postmaster = await findPostmaster(home.directory);
    if (postmaster?.pid === child.pid && postmaster?.status === "ready") return true;
  }
  child.kill("SIGQUIT");
  return false;
}

/** pg_ctl drops administrator rights, which the server refuses. It logs to the file by itself. */
async function startOnWindows(home: Home, binaries: Binaries, settings: ServerSettings): Promise<boolean> {
  const options = serverArguments(home, settings).slice(2).map((word) => `"${word}"`).join(" "); // prettier-ignore
  const words = [
    "start",
    "-w",
    "-s",
    "-D",
    clusterDirectory(home.directory),
    "-l",
    logPath(home),
    "-o",
    options,
  ];
  return execute(program(binaries, "pg_ctl"), words, { env: serverEnvironment, windowsHide: true }).then(
    () => true,
    () => false,
  );
}

function serverArguments(home: Home, settings: ServerSettings): string[] {
  const words = Object.entries({ ...defaults, ...settings }).flatMap(([name, value]) => ["-c", `${name}=${value}`]); // prettier-ignore
  return ["-D", clusterDirectory(home.directory), ...words];
}

/** Stops the server, ending its connections; every commit is safe in its log either way. */
export async function shutDown(home: Home, binaries: () => Promise<Binaries>): Promise<void> {
  const postmaster = await findPostmaster(home.directory);
  if (postmaster === undefined) return;
  if (process.platform === "win32") {
    const words = ["stop", "-w", "-s", "-m", "fast", "-D", clusterDirectory(home.directory)];
    await execute(program(await binaries(), "pg_ctl"), words, { env: serverEnvironment, windowsHide: true });
    return;
  }
  endProcess(postmaster.pid, "SIGINT");
  const deadline = Date.now() + stopPatience;
  while ((await findPostmaster(home.directory))?.pid === postmaster.pid) {
    if (Date.now() > deadline) return endProcess(postmaster.pid, "SIGQUIT");
    await delay(8);
  }
}

function logPath(home: Home): string {
  return join(home.directory, "server.log");
}

async function openLog(home: Home): Promise<Awaited<ReturnType<typeof open>>> {
  const path = logPath(home);
  const size = await stat(path).then(
    ({ size: bytes }) => bytes,
    () => 0,
  );
  if (size > largestLog) await rename(path, `${path}.old`);
  const log = await open(path, "a", 0o600);
  await chownAll(path, home.account);
  return log;
}
