import { mkdir, readFile, readdir, stat, unlink, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Refusal } from "#domain/refusal.ts";

const prefix = "start-lock.";
const heartbeat = 3_000;
/** A holder on another machine, or a process number that was given out again, shows itself by silence. */
const silence = 15_000;
/** Recovery after a crash may take minutes, and whoever waits for it should get its database. */
const patience = 300_000;

interface Ticket {
  readonly pid: number;
  readonly host: string;
  readonly released?: boolean;
}

/**
 * Runs `work` while no other process does so for the same directory; survives holders that were killed.
 *
 * The lock is the ticket with the highest number. A dead holder's ticket is never taken away but outbid by the
 * next number, and the highest ticket is never deleted: so two processes that notice the same dead holder cannot
 * both win, which a single lock file does not guarantee.
 */
export async function withStartLock<T>(directory: string, work: () => Promise<T>): Promise<T> {
  await mkdir(directory, { recursive: true });
  const path = await acquire(directory);
  const beat = setInterval(() => void touch(path), heartbeat);
  beat.unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await writeTicket(path, { released: true }, "w");
  }
}

async function acquire(directory: string): Promise<string> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const newest = await newestTicket(directory);
    if (newest === 0 || (await isFree(ticketPath(directory, newest)))) {
      const path = await take(directory, newest + 1);
      if (path !== undefined) return path;
    }
    await delay(20 + Math.random() * 20);
  }
  throw new Refusal("database-start-busy", { directory });
}

async function take(directory: string, number: number): Promise<string | undefined> {
  const path = ticketPath(directory, number);
  try {
    await writeTicket(path, {}, "wx");
  } catch (error) {
    if (isCode(error, "EEXIST")) return undefined;
    throw error;
  }
  if ((await newestTicket(directory)) > number) {
    await unlink(path);
    return undefined;
  }
  for (const older of await tickets(directory)) {
    if (older < number) await unlink(ticketPath(directory, older)).catch(() => undefined); // gone already
  }
  return path;
}

async function isFree(path: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(path);
    const text = await readFile(path, "utf8");
    const silent = Date.now() - mtimeMs > silence;
    if (text === "") return silent; // being written just now, or its writer was killed in between
    const ticket: Ticket = JSON.parse(text);
    if (ticket.released || silent) return true;
    return ticket.host === hostname() && !isAlive(ticket.pid);
  } catch (error) {
    if (isCode(error, "ENOENT")) return false; // outbid meanwhile: look again
    throw error;
  }
}

/** Whether a process with this number exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

/** Whether an error of the file system or the network carries this code, e.g. `ENOENT`. */
export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return (
    error instanceof Error && "code" in error && typeof error.code === "string" && codes.includes(error.code)
  );
}

async function tickets(directory: string): Promise<number[]> {
  const names = await readdir(directory);
  return names
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.slice(prefix.length)))
    .filter((number) => Number.isInteger(number) && number > 0);
}

async function newestTicket(directory: string): Promise<number> {
  return Math.max(0, ...(await tickets(directory)));
}

function ticketPath(directory: string, number: number): string {
  return join(directory, `${prefix}${number}`);
}

async function writeTicket(path: string, facts: { released?: boolean }, flag: "w" | "wx"): Promise<void> {
  const ticket: Ticket = { pid: process.pid, host: hostname(), ...facts };
  await writeFile(path, JSON.stringify(ticket), { flag, mode: 0o644 });
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => undefined); // the directory was deleted: nothing left to guard
}
