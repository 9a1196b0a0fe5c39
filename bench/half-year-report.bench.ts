import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildReport } from "#operations/build-report.ts";
import { readConfig } from "#operations/config.ts";
import { openInstallation } from "#operations/open-installation.ts";
import { printReport } from "#operations/print-report.ts";
import { megabytes, printMachine, printTiming, time } from "./measure.ts";

const period = "2023-S1";

/** The main job on a new installation of its own: starting, building the report, printing it. */
export default async function benchHalfYearReport(): Promise<void> {
  printMachine();
  const dataDirectory = await mkdtemp(join(tmpdir(), "tuyen-bench-"));
  await chmod(dataDirectory, 0o755); // open to the account of the database, so that it stays here
  try {
    await timeOperations(dataDirectory);
    await timeStart(dataDirectory);
  } finally {
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

async function timeOperations(dataDirectory: string): Promise<void> {
  const { context, close } = await openInstallation({ ...readConfig(), dataDirectory }, () => undefined);
  const print = (format: "docx" | "pdf") => () => printReport(context, { period, format });
  printTiming(
    "report of 2023-S1 as figures",
    await time(15, () => buildReport(context, { period })),
    "150 ms",
  );
  printTiming("report of 2023-S1 as docx", await time(9, print("docx")), "1.000 ms");
  printTiming("report of 2023-S1 as PDF", await time(9, print("pdf")), "3.000 ms");
  await close();
}

/** From the command until the page answers, as a person would see it. */
async function timeStart(dataDirectory: string): Promise<void> {
  let memory = 0;
  const timing = await time(3, async () => {
    const port = await freePort();
    const server = spawn(process.execPath, ["scripts/start.mjs"], {
      env: { ...process.env, TUYEN_DATA: dataDirectory, PORT: String(port) },
      stdio: "ignore",
    });
    await untilAnswering(`http://127.0.0.1:${port}/api/reports/${period}`);
    memory = Math.max(memory, memoryOf(server, dataDirectory));
    await stop(server);
  });
  printTiming("second npm start until the report answers", timing, "5.000 ms");
  console.log(
    `peak memory of server and database             ${memory === 0 ? "not told here" : megabytes(memory)}`,
  );
}

async function untilAnswering(address: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) {
      await answer.arrayBuffer();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${address} does not answer`);
}

async function stop(server: ChildProcess): Promise<void> {
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  await ended;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address ? address.port : 0;
}

/** The peak of the server's own process and of its database, where /proc tells; 0 elsewhere. */
function memoryOf({ pid }: ChildProcess, dataDirectory: string): number {
  try {
    const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    const read = (name: string, file: string) => readFileSync(`/proc/${name}/${file}`, "utf8");
    const postmaster = processes.find(
      (name) => read(name, "comm").startsWith("postgres") && read(name, "cmdline").includes(dataDirectory),
    );
    return processes
      .filter(
        (name) =>
          [String(pid), postmaster].includes(name) ||
          read(name, "status").includes(`\nPPid:\t${postmaster}\n`),
      )
      .map((name) => /VmHWM:\s+(\d+) kB/.exec(read(name, "status"))?.[1])
      .reduce((total, kilobytes) => total + Number(kilobytes ?? 0) * 1024, 0);
  } catch {
    return 0;
  }
}
