import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withStartLock } from "./start-lock.ts";

let directory = "";
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "tuyen-lock-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** A number that belonged to a process and belongs to none now. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => child.once("exit", resolve));
  return child.pid ?? 0;
}

async function runMany(count: number): Promise<number> {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await delay(3);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: count }, () => withStartLock(directory, work)));
  return most;
}

test("only one of twenty works on a database at a time, and all get their turn", async () => {
  expect(await runMany(20)).toBe(1);
  expect(await readdir(directory)).toHaveLength(1);
});

test("whoever was killed while starting a database does not keep the others from it", async () => {
  await writeFile(
    join(directory, "start-lock.7"),
    JSON.stringify({ pid: await deadPid(), host: hostname() }),
  );
  expect(await runMany(8)).toBe(1);
});

test("a process number given out again does not hold a lock that has been silent for long", async () => {
  const path = join(directory, "start-lock.3");
  await writeFile(path, JSON.stringify({ pid: process.pid, host: hostname() }));
  await utimes(path, new Date(0), new Date(0));
  expect(await runMany(4)).toBe(1);
});

test("a living holder is waited for, on another machine too", async () => {
  const path = join(directory, "start-lock.3");
  await writeFile(path, JSON.stringify({ pid: await deadPid(), host: "another-machine" }));
  const waiting = withStartLock(directory, async () => "done");
  expect(await Promise.race([waiting, delay(200, "waits")])).toBe("waits");
  await writeFile(path, JSON.stringify({ pid: 1, host: "another-machine", released: true }));
  expect(await waiting).toBe("done");
});

test("a failure lets go of the lock and is passed on", async () => {
  await expect(withStartLock(directory, () => Promise.reject(new Error("disk full")))).rejects.toThrow(
    "disk full",
  );
  expect(await withStartLock(directory, async () => "next")).toBe("next");
});
