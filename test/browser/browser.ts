import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import sparticuz from "@sparticuz/chromium";
import { chromium, type Browser, type Page } from "playwright-core";
import { buildServer } from "#api/server.ts";
import { openTestContext } from "../context.ts";

/** Where browsers usually stand; a test runs in one that is present, else in the one that comes as a package. */
const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

/** Nothing of the browser's own calls home, and a test user may be root. */
const quiet = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
]; // prettier-ignore

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: quiet });
}

async function findBrowser(): Promise<string> {
  return usualPlaces.find((path) => existsSync(path)) ?? (await sparticuz.executablePath());
}

/** A browser with a profile that outlives it, and that can be killed as a power cut or a full memory would. */
export interface MortalBrowser {
  readonly page: Page;
  readonly kill: () => Promise<void>;
}

export async function launchProfile(directory: string): Promise<MortalBrowser> {
  const args = [...quiet, "--headless=new", "--remote-debugging-port=0", `--user-data-dir=${directory}`, "--lang=vi-VN", "about:blank"]; // prettier-ignore
  const process = spawn(await findBrowser(), args, { stdio: ["ignore", "ignore", "pipe"] });
  const gone = once(process, "exit");
  const browser = await chromium.connectOverCDP(await debuggerOf(process.stderr));
  const [context] = browser.contexts();
  const page = context?.pages()[0] ?? (await context?.newPage());
  if (!page) throw new Error("the browser has no page");
  return {
    page,
    kill: async () => {
      process.kill("SIGKILL");
      await gone;
      await browser.close().catch(() => undefined); // the line to it is cut already
    },
  };
}

async function debuggerOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error("the browser did not start");
}

export interface TestSite {
  readonly address: string;
  readonly context: Awaited<ReturnType<typeof openTestContext>>["context"];
  readonly close: () => Promise<void>;
}

/** The built application on an installation of its own, at a free port of this machine; with a day, accounts are asked. */
export async function openTestSite(today?: string): Promise<TestSite> {
  const { context, close } = await openTestContext(today);
  const clock = { clock: () => context.today, idle: 3600, longest: 86_400 };
  const server = await buildServer({ context, webDirectory: resolve("dist/web"), ...(today !== undefined && { sessions: clock }) }); // prettier-ignore
  await server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = server.server.address() as AddressInfo; // listening on TCP: never a pipe's name
  return {
    address: `http://127.0.0.1:${port}`,
    context,
    close: async () => {
      await server.close();
      await close();
    },
  };
}
