import { readdirSync, readFileSync } from "node:fs";
import type { Database } from "#store/database.ts";

/** Watches the memory of this program and of the database server; `peak` answers bytes, 0 where Linux's /proc is not. */
export async function watchMemory(db: Database): Promise<{ peak(): number; stop(): void }> {
  const [row] = await db.query<{ pid: number }>("select pg_backend_pid() as pid");
  const server = row && parentOf(row.pid);
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, memoryOf(server));
  };
  const timer = setInterval(look, 500).unref();
  return {
    peak: () => {
      look();
      return peak;
    },
    stop: () => clearInterval(timer),
  };
}

/** Memory that several processes share counts once: each is charged its part (Pss). */
function memoryOf(server: number | undefined): number {
  const all = listProcesses();
  const ours = all.filter((pid) => pid === process.pid || pid === server || parentOf(pid) === server);
  return ours.reduce((total, pid) => total + partOf(pid), 0);
}

function listProcesses(): number[] {
  return attempt(() => readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number)) ?? []; // prettier-ignore
}

function parentOf(pid: number): number | undefined {
  const status = attempt(() => readFileSync(`/proc/${pid}/status`, "utf8"));
  const parent = /^PPid:\s+(\d+)/m.exec(status ?? "")?.[1];
  return parent === undefined ? undefined : Number(parent);
}

function partOf(pid: number): number {
  const rollup = attempt(() => readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"));
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup ?? "")?.[1] ?? 0) * 1024;
}

/** Processes end while one looks, and some may not be looked at. */
function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
