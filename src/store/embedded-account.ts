import { execFile } from "node:child_process";
import { chmod, lchown, mkdir, readFile, readdir, rmdir, stat, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { Refusal } from "#domain/refusal.ts";
import { isCode } from "./start-lock.ts";

const execute = promisify(execFile);

/** Whom the server runs as when we are root, which PostgreSQL refuses. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Where the server keeps everything of its own, and as whom it runs (`undefined`: as ourselves). */
export interface Home {
  readonly directory: string;
  readonly account: Account | undefined;
}

/** Folders of the system where a server's data may live when the account cannot enter the wanted folder. */
const publicPlaces = ["/var/lib/tuyen", "/srv/tuyen", "/opt/tuyen"];
const pointerName = "postgresql-is-at";
const preferredNames = ["postgres", "_postgres", "nobody", "daemon", "www-data"];

/** The folder that already holds the server of this data directory, or where it would be made. */
export async function findHomeDirectory(dataDirectory: string): Promise<string> {
  try {
    return (await readFile(join(dataDirectory, pointerName), "utf8")).trim();
  } catch (error) {
    if (isCode(error, "ENOENT")) return join(dataDirectory, "postgresql");
    throw error;
  }
}

/**
 * Makes the folder for the server, open to the account it will run as. As root, below a folder that this account
 * may not enter (such as /root), the folder is made in a public place and the data directory points there.
 */
export async function prepareHome(dataDirectory: string, log: (line: string) => void): Promise<Home> {
  const directory = await findHomeDirectory(dataDirectory);
  if (process.getuid?.() !== 0) {
    requireName();
    await mkdir(directory, { recursive: true, mode: 0o700 });
    return { directory, account: undefined };
  }
  const account = (await ownerOf(join(directory, "cluster"))) ?? (await chooseAccount());
  await makeOwnDirectory(directory, account);
  if (await canEnter(directory, account)) return { directory, account };

  for (const place of publicPlaces) {
    const elsewhere = join(place, randomBytes(6).toString("hex"));
    if (!(await makePublic(place)) || !(await tryEnter(elsewhere, account))) continue;
    await rmdir(directory);
    await writeFile(join(dataDirectory, pointerName), `${elsewhere}\n`, { mode: 0o644 });
    log(`Cơ sở dữ liệu đặt tại ${elsewhere}, vì tài khoản chạy PostgreSQL không vào được ${dataDirectory}.`);
    return { directory: elsewhere, account };
  }
  throw new Refusal("database-directory-closed", { directory, uid: account.uid });
}

/** initdb asks the system for our name; in some containers a user has a number only. */
function requireName(): void {
  try {
    userInfo();
  } catch {
    throw new Refusal("database-user-unknown", { uid: process.getuid?.() ?? -1 });
  }
}

async function ownerOf(path: string): Promise<Account | undefined> {
  try {
    const { uid, gid } = await stat(path);
    return uid === 0 ? undefined : { uid, gid };
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

async function chooseAccount(): Promise<Account> {
  const accounts = parseAccounts(await readFile("/etc/passwd", "utf8").catch(() => ""));
  const chosen =
    preferredNames.map((name) => accounts.get(name)).find((account) => account !== undefined) ??
    accounts.values().next().value;
  if (chosen === undefined) throw new Refusal("database-root-alone");
  return chosen;
}

/** The accounts of a passwd file by name, root left out. */
export function parseAccounts(passwd: string): Map<string, Account> {
  const accounts = new Map<string, Account>();
  for (const line of passwd.split("\n")) {
    const [name, , uid, gid] = line.split(":");
    if (name && Number(uid) > 0 && Number(gid) >= 0)
      accounts.set(name, { uid: Number(uid), gid: Number(gid) });
  }
  return accounts;
}

/** Tries it for real: mode bits alone do not know of access lists, name spaces and network shares. */
async function canEnter(directory: string, account: Account): Promise<boolean> {
  try {
    await execute("/bin/sh", ["-c", 'cd -- "$1" && test -w .', "sh", directory], { cwd: "/", ...account });
    return true;
  } catch (error) {
    if (isCode(error, "EPERM")) throw new Refusal("database-root-alone"); // root, but may not become another user
    return false;
  }
}

async function makePublic(place: string): Promise<boolean> {
  try {
    await mkdir(place, { recursive: true });
    await chmod(place, 0o711);
    return true;
  } catch {
    return false; // read-only, or not there on this system: the next place is tried
  }
}

async function tryEnter(directory: string, account: Account): Promise<boolean> {
  await makeOwnDirectory(directory, account);
  return canEnter(directory, account);
}

async function makeOwnDirectory(directory: string, account: Account): Promise<void> {
  await mkdir(directory, { recursive: true });
  await lchown(directory, account.uid, account.gid);
  await chmod(directory, 0o700);
}

/** Gives a tree of files to the account; nothing to do when we run the server as ourselves. */
export async function chownAll(path: string, account: Account | undefined): Promise<void> {
  if (account === undefined) return;
  await lchown(path, account.uid, account.gid);
  if (!(await stat(path).catch(() => undefined))?.isDirectory()) return;
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) await chownAll(child, account);
    else await lchown(child, account.uid, account.gid);
  }
}
