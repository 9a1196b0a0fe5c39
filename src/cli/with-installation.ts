import { readConfig } from "#operations/config.ts";
import type { Context } from "#operations/context.ts";
import { openInstallation } from "#operations/open-installation.ts";

/** Runs a command on the installation, which is made ready first and left as it was found. */
export async function withInstallation<T>(work: (context: Context) => Promise<T>): Promise<T> {
  const installation = await openInstallation(readConfig(), progress);
  try {
    return await work(installation.context);
  } finally {
    await installation.close();
  }
}

/** Progress is for people: it never mixes with results. */
export function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}
