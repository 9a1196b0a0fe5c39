import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import sparticuz from "@sparticuz/chromium";
import { chromium, type Browser } from "playwright-core";
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
  const present = usualPlaces.find((path) => existsSync(path));
  return chromium.launch({ executablePath: present ?? (await sparticuz.executablePath()), args: quiet });
}

export interface TestSite {
  readonly address: string;
  readonly context: Awaited<ReturnType<typeof openTestContext>>["context"];
  readonly close: () => Promise<void>;
}

/** The built application on an installation of its own, at a free port of this machine. */
export async function openTestSite(): Promise<TestSite> {
  const { context, close } = await openTestContext();
  const server = await buildServer({ context, webDirectory: resolve("dist/web") });
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
