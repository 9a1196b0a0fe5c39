import { readFile, readdir, readlink, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { clusterDirectory } from "./embedded-cluster.ts";
import { isAlive, isCode } from "./start-lock.ts";

/** Replaying the log after a power cut may take minutes; as long as the server lives, it is waited for. */
export const startPatience = 300_000;

/** What postmaster.pid says of a server. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** Reads postmaster.pid; `undefined` when there is none or it is not yet complete. */
export async function findPostmaster(home: string): Promise<Postmaster | undefined> {
  try {
    const lines = (await readFile(pidPath(home), "utf8")).split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 && port > 0 ? { pid, port, status: (lines[7] ?? "").trim() } : undefined;
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** The running server of this home; one that is just starting or stopping is waited for. */
export async function settledPostmaster(home: string): Promise<Postmaster | undefined> {
  const deadline = Date.now() + startPatience;
  while (Date.now() < deadline) {
    const postmaster = await findPostmaster(home);
    if (postmaster === undefined || (await standing(home, postmaster.pid)) === "gone") return undefined;
    if (postmaster.status === "ready") return postmaster;
    await delay(15);
  }
  return undefined;
}

/**
 * Whether a process stands in our cluster, as its server does. Process numbers are given out again after a
 * restart, so that being alive proves nothing; `unknown` where the system does not tell (only Linux does).
 */
export async function standing(home: string, pid: number): Promise<"here" | "gone" | "unknown"> {
  if (!isAlive(pid)) return "gone";
  const place = await workingDirectory(pid);
  if (place === undefined) return "unknown";
  return place === (await realpath(clusterDirectory(home))) ? "here" : "gone";
}

async function workingDirectory(pid: number | string): Promise<string | undefined> {
  return readlink(`/proc/${pid}/cwd`).catch(() => undefined);
}

/** Removes a postmaster.pid whose server is gone; PostgreSQL itself would take a stranger for its server. */
export async function removePidFile(home: string): Promise<void> {
  await rm(pidPath(home), { force: true });
}

/** Ends server processes that outlived their killed postmaster and hold its shared memory (Linux). */
export async function endLeftovers(home: string): Promise<void> {
  const cluster = await realpath(clusterDirectory(home));
  for (const pid of await readdir("/proc").catch(() => [])) {
    if (!/^\d+$/.test(pid) || (await workingDirectory(pid)) !== cluster) continue;
    const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
    if (name.trim() === "postgres") endProcess(Number(pid), "SIGKILL"); // the log replays what it had committed
  }
}

/** Sends a signal to a process that may be gone meanwhile. */
export function endProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!isCode(error, "ESRCH")) throw error;
  }
}

function pidPath(home: string): string {
  return join(clusterDirectory(home), "postmaster.pid");
}
