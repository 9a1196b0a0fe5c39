import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { Refusal } from "#domain/refusal.ts";
import { chownAll, type Home } from "./embedded-account.ts";
import { program, serverEnvironment, type Binaries } from "./embedded-binaries.ts";
import { isCode } from "./start-lock.ts";

const execute = promisify(execFile);

/** What we keep beside PostgreSQL's own files: how to reach the server. */
export interface Access {
  readonly password: string;
  readonly port: number;
}

export const superuser = "tuyen";
const accessName = "tuyen.json";
const draftPrefix = "cluster-draft-";

/** The folder with PostgreSQL's files. It has this name only when initdb has finished: the mark of completion. */
export function clusterDirectory(home: string): string {
  return join(home, "cluster");
}

/** How to reach the server of a home, or `undefined` when nothing was initialised there yet. */
export async function findAccess(home: string): Promise<Access | undefined> {
  try {
    return JSON.parse(await readFile(join(clusterDirectory(home), accessName), "utf8"));
  } catch (error) {
    if (isCode(error, "ENOENT") && !(await exists(clusterDirectory(home)))) return undefined;
    if (isCode(error, "ENOENT") || error instanceof SyntaxError) {
      throw new Refusal("database-password-lost", { file: join(clusterDirectory(home), accessName) });
    }
    throw error;
  }
}

/** Readable by the server's account only, like PostgreSQL's own files. */
export async function saveAccess(directory: string, access: Access, { account }: Home): Promise<void> {
  const path = join(directory, accessName);
  await writeFile(`${path}.draft`, JSON.stringify(access), { mode: 0o600 });
  await chownAll(`${path}.draft`, account);
  await rename(`${path}.draft`, path);
}

/** Refuses files of another major version of PostgreSQL, which this server could not read. */
export async function requireMajor(home: string, { major }: Binaries): Promise<void> {
  const found = Number.parseInt(await readFile(join(clusterDirectory(home), "PG_VERSION"), "utf8"), 10);
  if (found === major) return;
  throw new Refusal("database-other-version", { directory: clusterDirectory(home), found, needed: major });
}

/**
 * Makes an empty database cluster with a random password. It is made under another name and renamed at the end,
 * so that an attempt which was killed is never taken for a database.
 */
export async function initialise(home: Home, binaries: Binaries): Promise<Access> {
  await removeDrafts(home.directory);
  const draft = join(home.directory, `${draftPrefix}${randomBytes(4).toString("hex")}`);
  const passwordFile = `${draft}.password`;
  const access: Access = { password: randomBytes(24).toString("hex"), port: await freePort() };
  await writeFile(passwordFile, access.password, { mode: 0o600 });
  await chownAll(passwordFile, home.account);
  await runInitdb(home, binaries, draft, passwordFile);
  await rm(passwordFile);
  await saveAccess(draft, access, home);
  await rename(draft, clusterDirectory(home.directory));
  return access;
}

async function runInitdb(home: Home, binaries: Binaries, draft: string, passwordFile: string): Promise<void> {
  const facts = { directory: home.directory };
  try {
    await execute(program(binaries, "initdb"), initdbWords(draft, passwordFile), {
      env: serverEnvironment,
      cwd: home.directory,
      ...home.account,
    });
  } catch (error) {
    const text = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    if (/No space left|Disk quota/.test(text)) throw new Refusal("database-disk-full", facts);
    throw new Refusal("database-not-initialised", { ...facts, log: lastLines(text) });
  }
}

/** The builtin locale provider sorts by code point and needs no locale of the operating system. */
function initdbWords(draft: string, passwordFile: string): string[] {
  return [
    `--pgdata=${draft}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--set=timezone=UTC",
    "--set=log_timezone=UTC",
    "--data-checksums",
    "--no-instructions",
  ];
}

/** Attempts that were killed; one whose initdb still runs keeps its files and is removed at a later start. */
async function removeDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(draftPrefix)) continue;
    await rm(join(home, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** A port of the loopback interface that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

/** The end of a server's log, short enough to be shown. */
export function lastLines(text: string): string {
  return text.trim().split("\n").slice(-8).join("\n");
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
